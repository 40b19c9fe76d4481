//! Who has the focus, and where it goes when what has it goes away.

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, FocusOptions, HtmlElement, Node, ShadowRoot};

/// Gives the focus to `element`. Nothing happens if it can't have it.
pub fn give(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let _ = element.focus();
    }
}

/// Gives the focus to `element` and leaves the page scrolled as it is.
pub fn give_in_place(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        let _ = element.focus_with_options(&options);
    }
}

/// When the component that calls this goes away, the focus, if it is in `place`, goes to the nearest place around that can
/// take it.
pub fn hand_on_at_the_end(place: NodeRef<html::Div>) {
    on_cleanup(move || {
        let Some(place) = place.try_get_untracked().flatten() else { return };
        let has_focus = active_element(&place).is_some_and(|active| place.contains(Some(&active)));
        if let (true, Ok(Some(around))) = (has_focus, place.closest("[tabindex='-1']")) {
            give_in_place(&around);
        }
    });
}

/// The element that has the focus, in the tree of `node` or, if that is a shadow tree without focus, on the page. `None`
/// where nothing has: browsers leave it to what is in a dialog for some frames after that is closed.
pub fn active_element(node: &Node) -> Option<Element> {
    let root = node.get_root_node();
    let active: Option<Element> = match root.dyn_ref::<ShadowRoot>() {
        Some(shadow) => shadow.active_element().or_else(|| shadow.owner_document()?.active_element()),
        None => root.dyn_ref::<Document>().and_then(Document::active_element),
    };
    active.filter(|element| {
        element.tag_name() != "BODY" && element.closest("dialog:not([open])").is_ok_and(|closed| closed.is_none())
    })
}
