//! Dates as the reader's language writes them.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

use super::number::canonical_locales;

/// Writes days. The formatter is made for the first date, since making one is slow, and serves a whole element.
#[derive(Clone, Copy)]
pub struct DateFormat {
    locales: StoredValue<Array, LocalStorage>,
    day: StoredValue<Option<Function>, LocalStorage>,
}

impl DateFormat {
    /// For a BCP 47 language tag; `None`, or what is no language tag, follows the browser's language.
    pub fn new(locale: Option<&str>) -> Self {
        let locales = locale.and_then(|tag| canonical_locales(tag).ok()).unwrap_or_default();
        Self { locales: StoredValue::new_local(locales), day: StoredValue::new_local(None) }
    }

    /// For example `Mar 2, 2019`, of a date or a date-time of ISO 8601; a date-time in the reader's time zone. Text that is no
    /// date is given back as it is, and so is a date alone whose month has no such day.
    pub fn format(self, text: &str) -> String {
        // A date alone would be read as midnight in Greenwich, which is the day before in America.
        let is_date = text.len() == 10;
        let date = Date::new(&if is_date { format!("{text}T00:00:00").into() } else { text.into() });
        // A day that its month does not have is read as one of the next.
        let is_moved = is_date && !text.ends_with(&format!("-{:02}", date.get_date()));
        if date.get_time().is_nan() || is_moved {
            return text.to_owned();
        }
        self.day
            .try_update_value(|day| day.get_or_insert_with(|| self.formatter()).call1(&JsValue::UNDEFINED, &date).ok())
            .flatten()
            .and_then(|text| text.as_string())
            .unwrap_or_else(|| text.to_owned())
    }

    fn formatter(self) -> Function {
        let options = Object::new();
        // Setting a property of a fresh plain object can't fail.
        let _ = Reflect::set(&options, &"dateStyle".into(), &"medium".into());
        Intl::DateTimeFormat::new(&self.locales.get_value(), &options).format()
    }
}
