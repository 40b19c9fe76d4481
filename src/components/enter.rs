//! The Enter key in parts of a form that are no part of what it sends.

use leptos::ev::KeyboardEvent;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Keeps Enter in a box or a slider from submitting the form around it.
pub fn keep_from_submitting(event: &KeyboardEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    if event.key() == "Enter" && target.is_some_and(|target| target.matches("input").unwrap_or_default()) {
        event.prevent_default();
    }
}
