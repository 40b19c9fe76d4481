// The one script that an embedder loads. It defines <agent-directory>, starts the download of the WebAssembly and the
// first list request side by side, and hands both to the widget. Rust cannot extend HTMLElement, so this part is here.
// `cargo xtask` joins its parts to the one file.

import { causeOf, load, styleSheetOf } from "./element/files.js";
import { firstRequest, soon } from "./element/first_request.js";
import { WORDS, languageAround, languageOf } from "./element/words.js";

/** The attributes of the public contract; each has a property of the same name in camelCase. */
const ATTRIBUTES = [
  "api", "headers", "credentials", "timeout", "page-size", "query", "readonly", "draft-private-notes", "locale",
  "url-state", "theme",
];

/** The attributes that are on by being there, unless they are "false", as some frameworks write what is off. */
const FLAGS = ["readonly", "draft-private-notes"];

/** Whether a flag with this value is on; null is an attribute that is not there. */
function isOn(value) {
  return value !== null && String(value).trim().toLowerCase() !== "false";
}

/** The property that mirrors an attribute. */
function camelCase(attribute) {
  return attribute.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
}

const elements = new Set();
let hasPanicked = false;

/** After a panic, nothing of the widget may be used any more. */
function giveUp() {
  hasPanicked = true;
  elements.forEach((element) => element.showFailure("panic"));
}

const languages = new MutationObserver(followLanguages);

function followLanguages() {
  elements.forEach((element) => element.followLanguage());
}

/** Watches the language of the page around the elements, beyond the shadow trees that they are in; without any, nothing. */
function watchLanguages() {
  followLanguages(); // the observer forgets what it has yet to tell
  languages.disconnect();
  for (const element of elements) {
    for (let root = element.getRootNode(); root; root = root.host?.getRootNode()) {
      languages.observe(root, { attributeFilter: ["lang"], subtree: true });
    }
  }
}

/** The element. */
export class AgentDirectoryElement extends HTMLElement {
  static observedAttributes = ATTRIBUTES;
  #directory;
  #first;
  #idToOpen; // asked for before the widget was there
  #language; // of the page around
  #root = this.attachShadow({ mode: "open" });

  constructor() {
    super();
    // What the page has set before this class was there lies on the element itself, over the property of that name.
    for (const property of ATTRIBUTES.map(camelCase).filter((property) => Object.hasOwn(this, property))) {
      const value = this[property];
      delete this[property];
      this[property] = value;
    }
  }

  connectedCallback() {
    elements.add(this);
    if (this.#directory) this.#adoptStyleSheet();
    else if (!this.#first) this.#start();
    watchLanguages();
  }

  disconnectedCallback() {
    // A framework that moves the element disconnects and connects it in one go: only a real removal ends the widget.
    queueMicrotask(() => {
      if (this.isConnected) return;
      elements.delete(this);
      watchLanguages();
      this.#stop();
      this.#root.replaceChildren();
    });
  }

  attributeChangedCallback(name, before, now) {
    if (before === now) return;
    // What was asked before the widget's arrival was asked by the old value: the widget asks anew.
    this.#first?.controller.abort();
    this.#directory?.attributeChanged(name);
  }

  /** Asks the API again for what is shown: the list, and the agent that is open. */
  reload() {
    this.#directory?.reload();
  }

  /** Opens the agent whose connection has this id. Asked before the widget is ready, it is done then. */
  open(id) {
    if (this.#directory) this.#directory.open(String(id));
    else this.#idToOpen = String(id);
  }

  /** Closes the agent that is open. */
  close() {
    this.#idToOpen = undefined;
    this.#directory?.close();
  }

  /** Takes another language of the page around, unless the element has one of its own. */
  followLanguage() {
    const language = languageAround(this);
    if (!this.isConnected || language === this.#language) return;
    this.#language = language;
    if (!this.getAttribute("locale")?.trim()) this.#directory?.attributeChanged("lang");
  }

  /** Puts a plain message in the element's place; the widget behind it is given up. */
  showFailure(cause) {
    this.#directory = this.#first = undefined;
    const lang = languageOf(this);
    const words = WORDS[lang];
    const action = cause === "panic" ? words.reload : words.retry;
    const text = Object.assign(document.createElement("p"), { textContent: words[cause] });
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: action });
    button.addEventListener("click", () => (cause === "panic" ? location.reload() : this.#start()));
    const box = Object.assign(document.createElement("div"), { lang });
    box.setAttribute("role", "alert");
    box.append(text, button);
    this.#root.replaceChildren(box);
  }

  async #start() {
    const lang = languageOf(this);
    const waiting = Object.assign(document.createElement("p"), { lang, textContent: WORDS[lang].loading });
    waiting.setAttribute("role", "status");
    this.#root.replaceChildren(waiting);
    const first = firstRequest(this);
    this.#first = first;
    let widget;
    try {
      widget = await load(giveUp);
      await soon(first.answer);
      if (!this.isConnected || this.#directory || this.#first !== first || hasPanicked) {
        first.controller.abort();
        if (hasPanicked) this.showFailure("panic");
        return;
      }
      this.#adoptStyleSheet();
      const container = Object.assign(document.createElement("div"), { className: "root" });
      this.#root.replaceChildren(container);
      this.#directory = new widget.Directory(this, container, first);
      this.#first = undefined;
      if (this.#idToOpen !== undefined) this.open(this.#idToOpen);
      this.#idToOpen = undefined;
      this.#directory.announce();
    } catch (error) {
      first.controller.abort();
      console.error(error);
      // With the files there, it is no fault of the connection.
      if (this.#first === first) this.showFailure(widget ? "panic" : causeOf(error));
    }
  }

  /** A move to another document leaves it behind; in one without a window nothing is drawn. */
  #adoptStyleSheet() {
    if (this.ownerDocument.defaultView) this.#root.adoptedStyleSheets = [styleSheetOf(this.ownerDocument)];
  }

  #stop() {
    this.#first?.controller.abort();
    this.#first = undefined;
    this.#directory?.free();
    this.#directory = undefined;
  }
}

for (const attribute of ATTRIBUTES) {
  const isFlag = FLAGS.includes(attribute);
  Object.defineProperty(AgentDirectoryElement.prototype, camelCase(attribute), {
    configurable: true,
    enumerable: true,
    get() {
      const value = this.getAttribute(attribute);
      return isFlag ? isOn(value) : value;
    },
    set(value) {
      const text = isFlag ? (value && isOn(value) ? "" : null) : value;
      if (text == null) this.removeAttribute(attribute);
      else this.setAttribute(attribute, text);
    },
  });
}

load(giveUp).catch(() => {}); // started early; an element that needs it reports a failure
if (!customElements.get("agent-directory")) customElements.define("agent-directory", AgentDirectoryElement);
