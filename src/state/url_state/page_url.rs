//! The page's URL and the browser's history.

use leptos::prelude::window;
use wasm_bindgen::JsValue;

use super::entry::Entry;

/// The URL of the page; empty where the browser doesn't tell.
pub fn get() -> String {
    window().location().href().unwrap_or_default()
}

/// Changes the URL. What the page itself keeps with its place in the history stays with it. Browsers refuse a change in some
/// frames and after too many in a row; then only the URL lags behind.
pub fn rewrite(entry: Entry, url: &str) {
    let Ok(history) = window().history() else { return };
    let state = history.state().unwrap_or(JsValue::NULL);
    let _ = match entry {
        Entry::New => history.push_state_with_url(&state, "", Some(url)),
        Entry::Same => history.replace_state_with_url(&state, "", Some(url)),
    };
}
