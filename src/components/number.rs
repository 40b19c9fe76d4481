//! Numbers as the reader's language writes them.

use js_sys::{Array, Function, Intl, Object};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Throws for what is no language tag.
    #[wasm_bindgen(js_namespace = Intl, js_name = getCanonicalLocales, catch)]
    pub(super) fn canonical_locales(tag: &str) -> Result<Array, JsValue>;
}

/// Writes whole numbers, grouped as the locale groups them. One formatter serves a whole element: making one is slow.
#[derive(Clone, Copy)]
pub struct NumberFormat(StoredValue<Function, LocalStorage>);

impl NumberFormat {
    /// For a BCP 47 language tag; `None`, or what is no language tag, follows the browser's language.
    pub fn new(locale: Option<&str>) -> Self {
        let locales = locale.and_then(|tag| canonical_locales(tag).ok()).unwrap_or_default();
        Self(StoredValue::new_local(Intl::NumberFormat::new(&locales, &Object::new()).format()))
    }

    /// For example `12,340`.
    pub fn format(self, number: u64) -> String {
        self.0
            .try_with_value(|format| format.call1(&JsValue::UNDEFINED, &JsValue::from_f64(number as f64)).ok())
            .flatten()
            .and_then(|text| text.as_string())
            .unwrap_or_else(|| number.to_string())
    }
}
