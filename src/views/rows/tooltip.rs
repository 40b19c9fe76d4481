//! The whole of a text that has been cut short, where the pointer is.

use leptos::ev::PointerEvent;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Gives what is under the pointer its text as a tooltip, if the text does not fit. Done when somebody points at it: for
/// every cell of every page it would cost more than the cell itself.
pub fn show_cut_text(event: &PointerEvent) {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let holder = target.and_then(|target| target.closest("td .text, td").ok().flatten());
    let Some(holder) = holder else { return };
    // Setting or removing an attribute of this name can't fail.
    let _ = match holder.text_content().filter(|_| holder.scroll_width() > holder.client_width()) {
        Some(text) => holder.set_attribute("title", &text),
        None => holder.remove_attribute("title"),
    };
}
