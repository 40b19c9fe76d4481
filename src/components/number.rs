//! Numbers as the reader's language writes them.

use js_sys::{Array, Function, Intl, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use super::digit_groups::{DigitGroups, writes_plainly};

#[wasm_bindgen]
extern "C" {
    /// Throws for what is no language tag.
    #[wasm_bindgen(js_namespace = Intl, js_name = getCanonicalLocales, catch)]
    pub(super) fn canonical_locales(tag: &str) -> Result<Array, JsValue>;
}

/// Writes whole numbers, grouped as the locale groups them, and percentages. Each formatter is made for the first number that
/// needs it and serves a whole element: before it can make one, a browser loads its data of all languages, which would
/// hold the page up right after the first rows.
#[derive(Clone, Copy)]
pub struct NumberFormat {
    locale: StoredValue<Option<String>>,
    formatter: StoredValue<Option<Function>, LocalStorage>,
    percent_formatter: StoredValue<Option<Function>, LocalStorage>,
    /// Whether numbers below 1000 need no formatter.
    writes_plainly: bool,
    /// How all numbers are written, where that needs no formatter.
    groups: Option<DigitGroups>,
}

impl NumberFormat {
    /// For a BCP 47 language tag; `None`, or what is no language tag, follows the browser's language.
    pub fn new(locale: Option<&str>) -> Self {
        let browser = || window().navigator().language().unwrap_or_default();
        let writes_plainly = writes_plainly(&locale.map_or_else(browser, str::to_owned));
        // The browser's own numbers need not follow the first of its languages.
        let groups = locale.and_then(DigitGroups::of);
        let locale = StoredValue::new(locale.map(str::to_owned));
        let (formatter, percent_formatter) = (StoredValue::new_local(None), StoredValue::new_local(None));
        Self { locale, formatter, percent_formatter, writes_plainly, groups }
    }

    /// For example `12,340`.
    pub fn format(self, number: u64) -> String {
        if self.writes_plainly && number < 1000 {
            return number.to_string();
        }
        match self.groups {
            Some(groups) => groups.format(number),
            None => self.write(self.formatter, "decimal", number as f64).unwrap_or_else(|| number.to_string()),
        }
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
