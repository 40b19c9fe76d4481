//! The browser's storage: values that stay on this device, for this origin.

use leptos::{ev, prelude::*};
use serde_json::Value;
use web_sys::{DomException, Storage, wasm_bindgen::JsCast};

use super::paint::when_painted;
use crate::locale::{Locale, td_string};

/// What all keys begin with, since the page's own values are in the same place.
const PREFIX: &str = "agent-directory.";

/// Why something can't be kept or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageError {
    /// The browser gives this page no storage: a private window, a setting, or a frame of another origin.
    Blocked,
    /// There is no room left.
    Full,
    /// What is kept there is no JSON.
    Unreadable,
}

impl StorageError {
    /// A sentence for people.
    pub fn sentence(self, locale: Locale) -> &'static str {
        match self {
            Self::Blocked => td_string!(locale, storage.blocked),
            Self::Full => td_string!(locale, storage.full),
            Self::Unreadable => td_string!(locale, storage.unreadable),
        }
    }
}

/// The value kept under `name`; `None` if there is none.
pub fn read(name: &str) -> Result<Option<Value>, StorageError> {
    let text = storage()?.get_item(&key(name)).map_err(|_| StorageError::Blocked)?;
    text.map(|text| serde_json::from_str(&text).map_err(|_| StorageError::Unreadable)).transpose()
}

/// Keeps `value` under `name`. After an error, what was kept before is still there.
pub fn write(name: &str, value: &Value) -> Result<(), StorageError> {
    storage()?.set_item(&key(name), &value.to_string()).map_err(|error| {
        let is_full = error.dyn_ref::<DomException>().is_some_and(|error| error.name() == "QuotaExceededError");
        if is_full { StorageError::Full } else { StorageError::Blocked }
    })
}

/// Calls `changed` when another tab changes the value under `name`, until the owner's end. What is read now is painted first;
/// a tab in the background is painted late, and `changed` is called once for what it has missed until then.
pub fn on_change(name: &str, changed: impl Fn() + 'static) {
    let key = key(name);
    when_painted(move || {
        changed();
        let listener = window_event_listener(ev::storage, move |event| {
            // Without a key, everything was removed.
            if event.key().is_none_or(|changed| changed == key) {
                changed();
            }
        });
        on_cleanup(move || listener.remove());
    });
}

fn key(name: &str) -> String {
    format!("{PREFIX}{name}")
}

/// Browsers throw where they block storage.
fn storage() -> Result<Storage, StorageError> {
    window().local_storage().ok().flatten().ok_or(StorageError::Blocked)
}
