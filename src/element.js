// The one script that an embedder loads. It defines <agent-directory>, starts the download of the WebAssembly and the
// first list request side by side, and hands both to the widget. Rust cannot extend HTMLElement, so this part is here.

const beside = (name) => new URL(name, import.meta.url).href;

/** The attributes of the public contract; each has a property of the same name in camelCase. */
const ATTRIBUTES = ["api", "page-size", "query", "readonly", "locale", "url-state", "theme"];

const elements = new Set();
let loading;

/** Resolves to the widget's module and style sheet: one download for all elements of the page, tried anew after a failure. */
function load() {
  loading ??= Promise.all([import(beside("__MODULE__")), styleSheet(), fetch(beside("__WASM__"))])
    .then(async ([widget, style, wasm]) => {
      if (!wasm.ok) throw new Error(`${wasm.url} answered ${wasm.status}`);
      await widget.default({ module_or_path: wasm });
      widget.onPanic(() => elements.forEach((element) => element.showFailure("panic")));
      return { widget, style };
    })
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

async function styleSheet() {
  const response = await fetch(beside("__STYLE__"));
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return new CSSStyleSheet().replace(await response.text());
}

/**
 * The request that the widget will make first, made before the WebAssembly has arrived. The widget takes the answer only
 * if this is exactly the request it would send; otherwise it aborts it.
 */
function firstRequest(element) {
  const url = `${(element.getAttribute("api") ?? "/api").replace(/\/+$/, "")}/connections?${firstQuery(element)}`;
  const controller = new AbortController();
  const headers = { accept: "application/vnd.api+json, application/json" };
  const response = fetch(url, { headers, signal: controller.signal });
  response.catch(() => {}); // the widget reports a failure, if it takes the answer at all
  return { url, controller, response };
}

function firstQuery(element) {
  const query = new URLSearchParams({
    include: "agent,agent_team",
    sort: "last_first_name",
    "page[number]": 1,
    "page[size]": element.getAttribute("page-size") ?? 50,
  });
  const overlay = (pairs) => {
    for (const [name] of pairs) query.delete(name);
    for (const [name, value] of pairs) query.append(name, value);
  };
  overlay([...new URLSearchParams(element.getAttribute("query") ?? "")]);
  const prefix = element.getAttribute("url-state");
  if (prefix) {
    overlay(
      [...new URLSearchParams(location.search)]
        .filter(([name]) => name.startsWith(`${prefix}.`))
        .map(([name, value]) => [name.slice(prefix.length + 1), value]),
    );
  }
  return query;
}

class AgentDirectoryElement extends HTMLElement {
  static observedAttributes = ATTRIBUTES;
  #directory;
  #idToOpen; // asked for before the widget was there
  #root = this.attachShadow({ mode: "open" });

  connectedCallback() {
    elements.add(this);
    if (!this.#directory) this.#start();
  }

  disconnectedCallback() {
    // A framework that moves the element disconnects and connects it in one go: only a real removal ends the widget.
    queueMicrotask(() => {
      if (this.isConnected) return;
      elements.delete(this);
      this.#stop();
      this.#root.replaceChildren();
    });
  }

  attributeChangedCallback(name, before, now) {
    if (before !== now) this.#directory?.attributeChanged(name);
  }

  /** Asks the API again for what is shown. */
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

  /** Puts a plain message in the element's place; the widget behind it is given up. */
  showFailure(cause) {
    this.#directory = undefined;
    const [message, action] = {
      panic: ["The agent directory stopped because of a fault of its own.", "Reload the page"],
      load: ["The agent directory could not be loaded. Check the connection.", "Retry"],
    }[cause];
    const text = Object.assign(document.createElement("p"), { textContent: message });
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: action });
    button.addEventListener("click", () => (cause === "panic" ? location.reload() : this.#start()));
    const box = document.createElement("div");
    box.setAttribute("role", "alert");
    box.append(text, button);
    this.#root.replaceChildren(box);
  }

  async #start() {
    const waiting = Object.assign(document.createElement("p"), { textContent: "Loading agents…" });
    waiting.setAttribute("role", "status");
    this.#root.replaceChildren(waiting);
    const first = firstRequest(this);
    try {
      const { widget, style } = await load();
      if (!this.isConnected || this.#directory) return first.controller.abort();
      this.#root.adoptedStyleSheets = [style];
      const container = document.createElement("div");
      this.#root.replaceChildren(container);
      this.#directory = new widget.Directory(this, container, first);
      if (this.#idToOpen !== undefined) this.open(this.#idToOpen);
      this.#idToOpen = undefined;
    } catch (error) {
      first.controller.abort();
      console.error(error);
      this.showFailure("load");
    }
  }

  #stop() {
    this.#directory?.free();
    this.#directory = undefined;
  }
}

for (const attribute of ATTRIBUTES) {
  const isFlag = attribute === "readonly";
  Object.defineProperty(AgentDirectoryElement.prototype, attribute.replace(/-(.)/g, (_, letter) => letter.toUpperCase()), {
    configurable: true,
    enumerable: true,
    get() {
      return isFlag ? this.hasAttribute(attribute) : this.getAttribute(attribute);
    },
    set(value) {
      if (isFlag) this.toggleAttribute(attribute, Boolean(value));
      else if (value == null) this.removeAttribute(attribute);
      else this.setAttribute(attribute, value);
    },
  });
}

load().catch(() => {}); // started early; an element that needs it reports a failure
if (!customElements.get("agent-directory")) customElements.define("agent-directory", AgentDirectoryElement);
