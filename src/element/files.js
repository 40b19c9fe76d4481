// The other files: found beside the loader, downloaded once for all elements of the page.

let loading;
let style; // as text
const sheets = new WeakMap(); // by document
let failures = 0; // to have the script

/**
 * Resolves to the widget's module once the style sheet is there too, tried anew after a failure. `onPanic` is called when the
 * widget panics.
 */
export function load(onPanic) {
  loading ??= Promise.all([script(), styleSheet(), compiled()])
    .then(async ([widget, , module]) => {
      await widget.default({ module_or_path: module });
      widget.onPanic(onPanic);
      widget.drawPhotosBy({ draw: (...drawing) => drawBeside(widget, ...drawing) });
      return widget;
    })
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

/** The widget's module. */
function script() {
  // The names are written out where they are used, here and below: bundlers find the files by such expressions alone.
  return import("__MODULE__").catch(scriptAgain);
}

/**
 * The module by another address, since Chromium remembers that a script could not be had. What has been had that way is had so
 * again: the module must not run twice.
 */
async function scriptAgain(failure) {
  // What a bundler calls the file is told by the failure alone.
  const address = / dynamically imported module: (https?:\S+)$/.exec(failure.message)?.[1];
  try {
    if (!address || !failures) throw failure;
    return await import(/* @vite-ignore */ /* webpackIgnore: true */ `${address}?retry=${failures}`);
  } catch (error) {
    failures++;
    throw error;
  }
}

/** What to say of a failure to load. */
export function causeOf(error) {
  const isUnsupported = typeof WebAssembly === "undefined" || error instanceof WebAssembly.CompileError;
  return isUnsupported ? "unsupported" : "load";
}

/**
 * The WebAssembly, compiled while it arrives; where the server does not name its type, browsers do that only
 * afterwards. Some servers answer with a page to whatever they don't have: that is no fault of the browser.
 */
async function compiled() {
  const response = await fetch(new URL("__WASM__", import.meta.url));
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  const isNamed = /^application\/wasm$/i.test(response.headers.get("content-type")?.trim());
  if (isNamed) return WebAssembly.compileStreaming(response);
  const bytes = await response.arrayBuffer();
  const beginning = String.fromCharCode(...new Uint8Array(bytes.slice(0, 4)));
  if (beginning !== "\0asm") throw new Error(`${response.url} answered something else than WebAssembly`);
  return WebAssembly.compile(bytes);
}

async function styleSheet() {
  // Vite's development server gives a script to who does not ask for a style sheet.
  const response = await fetch(new URL("__STYLE__", import.meta.url), { headers: { accept: "text/css" } });
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  style = await response.text();
  // Read now, and not only when the first agents are to be drawn.
  sheets.set(document, await new CSSStyleSheet().replace(style));
}

/** The style sheet for elements of a document: none may be of another one, as that of a frame. */
export function styleSheetOf(document) {
  if (!sheets.has(document)) {
    const sheet = new document.defaultView.CSSStyleSheet();
    sheet.replaceSync(style);
    sheets.set(document, sheet);
  }
  return sheets.get(document);
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
