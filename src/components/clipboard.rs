//! The clipboard.

use leptos::prelude::window;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlDocument, HtmlTextAreaElement};

use super::focus::{active_element, give_in_place};

/// Puts `text` on the clipboard, and tells whether that was possible. Pages that did not come by HTTPS have no clipboard, and
/// a browser may refuse it: then the text is selected beside `place`, the button that was pressed, and copied from there.
pub async fn write(text: &str, place: &Element) -> bool {
    let is_done =
        window().is_secure_context() && JsFuture::from(window().navigator().clipboard().write_text(text)).await.is_ok();
    is_done || copy_selection(text, place).unwrap_or_default()
}

/// Whether the browser has copied a selection, as it does for a while after a press.
fn copy_selection(text: &str, place: &Element) -> Option<bool> {
    let document = place.owner_document()?.dyn_into::<HtmlDocument>().ok()?;
    let area = document.create_element("textarea").ok()?.dyn_into::<HtmlTextAreaElement>().ok()?;
    let before = active_element(place);
    area.set_class_name("unseen");
    area.set_read_only(true);
    area.set_value(text);
    place.after_with_node_1(&area).ok()?;
    give_in_place(&area);
    area.select();
    let is_done = document.exec_command("copy").unwrap_or_default();
    area.remove();
    if let Some(before) = before {
        give_in_place(&before);
    }
    Some(is_done)
}
