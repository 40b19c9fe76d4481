//! The focus of what goes away.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::{
    components::focus::{active_element, give},
    state::agent_form::AgentForm,
};

/// What in the form has the focus, or had it when it went away.
#[derive(Clone, Copy)]
pub struct FocusHolder(StoredValue<Option<Element>, LocalStorage>);

impl FocusHolder {
    /// When the button that was pressed goes with what it was pressed in, the focus stays in `panel`. Whoever has left it for
    /// the page around is not called back.
    pub fn new(form: AgentForm, panel: NodeRef<html::Section>) -> Self {
        let holder = Self(StoredValue::new_local(None));
        Effect::new(move |_| {
            form.stage().track();
            form.brought_back().track();
            request_animation_frame(move || {
                let Some(panel) = panel.try_get_untracked().flatten() else { return };
                let is_gone = holder.0.try_with_value(|holder| holder.as_ref().is_some_and(is_gone));
                if is_gone == Some(true)
                    && active_element(&panel).is_none()
                    && let Ok(Some(title)) = panel.query_selector("h2")
                {
                    give(&title);
                }
            });
        });
        holder
    }

    /// Something in the form takes the focus.
    pub fn take(self, event: &ev::FocusEvent) {
        self.0.set_value(target(event));
    }

    /// Something in the form loses the focus. Some browsers tell that of what is being removed too, while it is there: what
    /// still is a frame later has been left by the person.
    pub fn leave(self, event: &ev::FocusEvent) {
        let Some(left) = target(event) else { return };
        request_animation_frame(move || {
            let is_same = self.0.try_with_value(|holder| holder.as_ref() == Some(&left));
            if is_same == Some(true) && !is_gone(&left) && active_element(&left).as_ref() != Some(&left) {
                self.0.set_value(None);
            }
        });
    }
}

fn target(event: &ev::FocusEvent) -> Option<Element> {
    event.target()?.dyn_into().ok()
}

/// Whether an element can't have the focus any more.
fn is_gone(element: &Element) -> bool {
    !element.is_connected() || element.matches(":disabled").unwrap_or(false)
}
