//! Where the focus goes when what has it goes away.

use leptos::ev::MouseEvent;
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusOptions, HtmlElement};

/// Gives the focus of the button that was pressed, and is about to go, to the nearest place around it that can take it.
pub fn hand_on(event: &MouseEvent) {
    let button = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let around = button.and_then(|button| button.closest("[tabindex='-1']").ok().flatten());
    if let Some(around) = around.and_then(|around| around.dyn_into::<HtmlElement>().ok()) {
        let options = FocusOptions::new();
        options.set_prevent_scroll(true);
        // Focus can only fail on an element that is gone.
        let _ = around.focus_with_options(&options);
    }
}
