//! Numbers as the reader's language writes them.

use js_sys::{Array, Function, Intl, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Throws for what is no language tag.
    #[wasm_bindgen(js_namespace = Intl, js_name = getCanonicalLocales, catch)]
    pub(super) fn canonical_locales(tag: &str) -> Result<Array, JsValue>;
}

/// Writes whole numbers, grouped as the locale groups them, and percentages. Each formatter is made for the first number that
/// needs it and serves a whole element: before it can make one, a browser loads its data of all languages.
#[derive(Clone, Copy)]
pub struct NumberFormat {
    locale: StoredValue<Option<String>>,
    formatter: StoredValue<Option<Function>, LocalStorage>,
    percent_formatter: StoredValue<Option<Function>, LocalStorage>,
    /// From where on numbers need the formatter.
    needed_from: u64,
}

impl NumberFormat {
    /// For a BCP 47 language tag; `None`, or what is no language tag, follows the browser's language.
    pub fn new(locale: Option<&str>) -> Self {
        let browser = || window().navigator().language().unwrap_or_default();
        let needed_from = if writes_plainly(&locale.map_or_else(browser, str::to_owned)) { 1000 } else { 0 };
        let locale = StoredValue::new(locale.map(str::to_owned));
        let (formatter, percent_formatter) = (StoredValue::new_local(None), StoredValue::new_local(None));
        Self { locale, formatter, percent_formatter, needed_from }
    }

    /// For example `12,340`.
    pub fn format(self, number: u64) -> String {
        if number < self.needed_from {
            return number.to_string();
        }
        self.write(self.formatter, "decimal", number as f64).unwrap_or_else(|| number.to_string())
    }

    /// For example `55%`, of 55.
    pub fn percent(self, share: u64) -> String {
        self.write(self.percent_formatter, "percent", share as f64 / 100.0).unwrap_or_else(|| format!("{share}%"))
    }

    fn write(self, formatter: StoredValue<Option<Function>, LocalStorage>, style: &str, number: f64) -> Option<String> {
        let write = |formatter: &Function| formatter.call1(&JsValue::UNDEFINED, &number.into()).ok();
        formatter
            .try_update_value(|formatter| write(formatter.get_or_insert_with(|| self.make_formatter(style))))??
            .as_string()
    }

    fn make_formatter(self, style: &str) -> Function {
        let tag = self.locale.get_value();
        let locales = tag.and_then(|tag| canonical_locales(&tag).ok()).unwrap_or_default();
        let options = Object::new();
        // Setting a property of a fresh plain object can't fail.
        let _ = Reflect::set(&options, &"style".into(), &style.into());
        Intl::NumberFormat::new(&locales, &options).format()
    }
}

/// Whether numbers without a group are written in the digits 0 to 9 and nothing else, as the Unicode CLDR has it for these
/// languages in all regions. A tag may ask for other digits by an extension.
fn writes_plainly(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let is_known = |language: &str| ["en", "es", "fr"].iter().any(|known| known.eq_ignore_ascii_case(language));
    parts.next().is_some_and(is_known) && parts.all(|part| part.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::writes_plainly;

    #[test]
    fn small_numbers_are_written_without_the_browser_where_that_is_the_same() {
        for tag in ["en", "en-US", "ES-mx", "fr-Latn-CA"] {
            assert!(writes_plainly(tag), "{tag}");
        }
        for tag in ["ar", "fa-IR", "en-u-nu-deva", "eng", "hi", ""] {
            assert!(!writes_plainly(tag), "{tag}");
        }
    }
}
