// The one script that an embedder loads. It defines <agent-directory>, starts the download of the WebAssembly and the
// first list request side by side, and hands both to the widget. Rust cannot extend HTMLElement, so this part is here.

/** The attributes of the public contract; each has a property of the same name in camelCase. */
const ATTRIBUTES = [
  "api", "headers", "credentials", "timeout", "page-size", "query", "readonly", "draft-private-notes", "locale",
  "url-state", "theme",
];

/** The attributes that are on by being there. */
const FLAGS = ["readonly", "draft-private-notes"];

/** What is said before the widget is there, and after it is gone, by language. The widget's own words are in locales/. */
export const WORDS = {
  en: {
    loading: "Loading agents…",
    panic: "The agent directory stopped because of a fault of its own.",
    reload: "Reload the page",
    load: "The agent directory could not be loaded. Check the connection.",
    retry: "Retry",
  },
  es: {
    loading: "Cargando agentes…",
    panic: "El directorio de agentes se detuvo por un fallo propio.",
    reload: "Volver a cargar la página",
    load: "No se ha podido cargar el directorio de agentes. Compruebe la conexión.",
    retry: "Reintentar",
  },
  fr: {
    loading: "Chargement des agents…",
    panic: "L’annuaire d’agents s’est arrêté à cause d’une erreur interne.",
    reload: "Recharger la page",
    load: "L’annuaire d’agents n’a pas pu être chargé. Vérifiez la connexion.",
    retry: "Réessayer",
  },
};

const elements = new Set();
let loading;
let hasPanicked = false;

/** Resolves to the widget's module and style sheet: one download for all elements of the page, tried anew after a failure. */
function load() {
  // The names are written out where they are used, here and below: bundlers find the files by such expressions alone.
  loading ??= Promise.all([import("__MODULE__"), styleSheet(), compiled()])
    .then(async ([widget, style, module]) => {
      await widget.default({ module_or_path: module });
      widget.onPanic(() => {
        hasPanicked = true;
        elements.forEach((element) => element.showFailure("panic"));
      });
      widget.drawPhotosBy({ draw: (...drawing) => drawBeside(widget, ...drawing) });
      return { widget, style };
    })
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

/** The WebAssembly, compiled while it arrives; where the server does not name its type, browsers do that only afterwards. */
async function compiled() {
  const response = await fetch(new URL("__WASM__", import.meta.url));
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  const isNamed = /^application\/wasm$/i.test(response.headers.get("content-type")?.trim());
  return isNamed ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer());
}

async function styleSheet() {
  // Vite's development server gives a script to who does not ask for a style sheet.
  const response = await fetch(new URL("__STYLE__", import.meta.url), { headers: { accept: "text/css" } });
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return new CSSStyleSheet().replace(await response.text());
}

/** How long a photo may take, in milliseconds: a worker that says nothing by then has died. */
const DRAWING_TIME = 10_000;

/** Has a photo drawn by a worker of its own; rejects where there can be none, and the widget then draws it itself. */
function drawBeside(widget, picture, width, height, transform, type, quality) {
  let worker, timer;
  const drawn = new Promise((resolve, reject) => {
    worker = widget.startPhotoWorker();
    worker.onmessage = ({ data }) => (data instanceof Blob ? resolve(data) : reject(new Error(data)));
    worker.onerror = worker.onmessageerror = () => reject(new Error("the worker for photos has failed"));
    timer = setTimeout(() => reject(new Error("the worker for photos gives no answer")), DRAWING_TIME);
    worker.postMessage({ picture, width, height, transform, type, quality });
  });
  return drawn.finally(() => {
    clearTimeout(timer);
    worker?.terminate();
  });
}

/**
 * The request that the widget will make first, made before the WebAssembly has arrived. The widget takes the answer only
 * if this is exactly the request it would send; otherwise it aborts it.
 */
function firstRequest(element) {
  const api = (element.getAttribute("api") ?? "/api").trim().replace(/\/+$/, "");
  const url = `${api}/connections?${firstQuery((name) => element.getAttribute(name), location.search)}`;
  const controller = new AbortController();
  const answer = ask(element, url, controller.signal);
  answer.catch(() => {}); // the widget reports a failure, if it takes the answer at all
  return { url, controller, answer };
}

/** How long agents who are on their way are awaited, in milliseconds, before an empty list is drawn. */
const AGENTS_TIME = 50;

/** Resolves when the answer is there or has failed, or does not come soon. */
function soon(answer) {
  return Promise.race([answer.catch(() => {}), new Promise((resolve) => setTimeout(resolve, AGENTS_TIME))]);
}

/**
 * Asks as the widget does, and reads the answer to its end, so that the widget can draw the agents as soon as it is there.
 * Settings that can't be used reject the answer; the widget then says what is wrong with them.
 */
async function ask(element, url, signal) {
  const headers = new Headers({ accept: "application/vnd.api+json, application/json" });
  for (const line of (element.getAttribute("headers") ?? "").split("\n").filter((line) => line.trim())) {
    const colon = line.indexOf(":");
    if (colon < 0) throw new TypeError("a header needs a colon");
    const name = line.slice(0, colon).trim();
    if (/^(authorization|(x-)?api-key|x-auth-token)$/i.test(name)) throw new TypeError("a key must not be in a page");
    headers.set(name, line.slice(colon + 1).trim());
  }
  const response = await fetch(url, { headers, credentials: element.getAttribute("credentials") ?? "same-origin", signal });
  return { response, body: await response.arrayBuffer() };
}

/**
 * The query that the widget begins with: `attribute` gives an attribute's value by its name, and `search` is the part of the
 * page's URL that goes over them. What the widget refuses in the URL is left out here too.
 */
export function firstQuery(attribute, search) {
  const size = attribute("page-size")?.trim() ?? "50";
  const query = new URLSearchParams({
    include: "agent,agent_team",
    sort: "last_first_name",
    "page[number]": 1,
    "page[size]": /^\+?\d+$/.test(size) ? Number(size) : size,
  });
  overlay(query, [...new URLSearchParams(attribute("query") ?? "")]);
  const prefix = attribute("url-state")?.trim();
  if (prefix) {
    const own = [...new URLSearchParams(search)].filter(([name]) => name.startsWith(`${prefix}.`));
    overlay(query, own.map(([name, value]) => [name.slice(prefix.length + 1), value]));
  }
  return query;
}

const TAGS = ["filter[tag]", "filter[tag][]"];
const FILTER = /^filter\[(fulltext|id|agency_id|agent_id|agent_team_id|email)\]$/;
/** As far as the widget can tell what is an email address. */
const EMAIL = /^(?!mailto:|<)[^\s@,;]+@[^\s@,;.]+(\.[^\s@,;.]+)+(?<!>)$/i;
const SORT =
  /^-?(agency_name|agent_inspections|agent_team_name|buying_agent_inspections|(last_)?first_name|last_name|selling_agent_inspections)$/;
const LIMITS = { "page[number]": 2 ** 32 - 1, "page[size]": 200 };

/** Lays parameters over a query: tags that are given replace the ones there were, and an empty value clears a filter. */
function overlay(query, pairs) {
  const tags = new Set();
  for (let [name, value] of pairs) {
    value = value.trim();
    if (TAGS.includes(name)) tags.add(value);
    else if (name === "filter[email]" && value && !EMAIL.test(value)) continue;
    else if (FILTER.test(name)) value ? query.set(name, value) : query.delete(name);
    else if (name === "sort" && SORT.test(value)) query.set(name, value);
    else if (/^\+?\d+$/.test(value) && value >= 1 && value <= LIMITS[name]) query.set(name, Number(value));
  }
  if (!tags.size) return;
  tags.delete("");
  TAGS.forEach((name) => query.delete(name));
  tags.forEach((tag) => query.append(TAGS[Number(tags.size > 1)], tag));
}

/** The language of the page around an element, beyond the shadow trees that it is in; undefined where the page says none. */
function languageAround(element) {
  for (let at = element; at; at = at.getRootNode().host) {
    const holder = at.closest("[lang]");
    if (holder) return holder.lang || undefined;
  }
}

/** The language that the widget will speak too. */
function languageOf(element) {
  const tags = [element.getAttribute("locale"), languageAround(element), ...navigator.languages];
  const languages = tags.map((tag) => tag?.trim().split(/[-_]/)[0].toLowerCase());
  return languages.find((language) => Object.hasOwn(WORDS, language)) ?? "en";
}

/** The element. */
export class AgentDirectoryElement extends HTMLElement {
  static observedAttributes = ATTRIBUTES;
  #directory;
  #first;
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
    if (before === now) return;
    // What was asked before the widget's arrival was asked by the old value: the widget asks anew.
    this.#first?.controller.abort();
    this.#directory?.attributeChanged(name);
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
    try {
      const { widget, style } = await load();
      await soon(first.answer);
      if (!this.isConnected || this.#directory || this.#first !== first || hasPanicked) {
        first.controller.abort();
        if (hasPanicked) this.showFailure("panic");
        return;
      }
      this.#root.adoptedStyleSheets = [style];
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
      this.showFailure("load");
    }
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
