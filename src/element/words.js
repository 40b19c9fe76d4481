// What the loader says itself, and in which language.

/** What is said before the widget is there, and after it is gone, by language. The widget's own words are in locales/. */
export const WORDS = {
  en: {
    loading: "Loading agents…",
    panic: "The agent directory stopped because of a fault of its own.",
    reload: "Reload the page",
    load: "The agent directory could not be loaded. Check the connection.",
    unsupported: "The agent directory needs WebAssembly, which this browser or this page does not allow.",
    retry: "Retry",
  },
  es: {
    loading: "Cargando agentes…",
    panic: "El directorio de agentes se detuvo por un fallo propio.",
    reload: "Volver a cargar la página",
    load: "No se ha podido cargar el directorio de agentes. Compruebe la conexión.",
    unsupported: "El directorio de agentes necesita WebAssembly, que este navegador o esta página no permite.",
    retry: "Reintentar",
  },
  fr: {
    loading: "Chargement des agents…",
    panic: "L’annuaire d’agents s’est arrêté à cause d’une erreur interne.",
    reload: "Recharger la page",
    load: "L’annuaire d’agents n’a pas pu être chargé. Vérifiez la connexion.",
    unsupported: "L’annuaire d’agents a besoin de WebAssembly, que ce navigateur ou cette page ne permet pas.",
    retry: "Réessayer",
  },
};

/** The language of the page around an element, beyond the shadow trees that it is in; undefined where the page says none. */
export function languageAround(element) {
  for (let at = element; at; at = at.getRootNode().host) {
    const holder = at.closest("[lang]");
    if (holder) return holder.lang || undefined;
  }
}

/** The language that the widget will speak too. */
export function languageOf(element) {
  const tags = [element.getAttribute("locale"), languageAround(element), ...navigator.languages];
  const languages = tags.map((tag) => tag?.trim().split(/[-_]/)[0].toLowerCase());
  return languages.find((language) => Object.hasOwn(WORDS, language)) ?? "en";
}
