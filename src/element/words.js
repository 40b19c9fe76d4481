// What the loader says itself, and in which language.

/** What is said before the widget is there, and after it is gone, by language: the section `loader` of the catalogues. */
export const WORDS = "__WORDS__";

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
