//! Where focus goes when the panel opens, and back when it closes.

use leptos::{html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Document, Element, HtmlElement, Node, ShadowRoot};

use crate::{domain::id::ConnectionId, state::opened_agent::OpenedAgent};

/// Remembers from where an agent was opened.
#[derive(Clone, Copy)]
pub struct FocusReturn(StoredValue<Option<(ConnectionId, Option<HtmlElement>)>, LocalStorage>);

impl FocusReturn {
    /// Nothing is open. When the panel closes and focus was lost with it, it goes back to where the agent was opened from;
    /// after steps to other agents, to the row of the last one, which `row_of` finds.
    pub fn new(
        opened: OpenedAgent,
        directory: NodeRef<html::Div>,
        row_of: impl Fn(&ConnectionId) -> Option<HtmlElement> + Copy + 'static,
    ) -> Self {
        let origin = Self(StoredValue::new_local(None));
        Effect::new(move |before: Option<Option<ConnectionId>>| {
            let now = opened.opened().get();
            if let (Some(closed), None) = (before.flatten(), &now) {
                // After the panel has left and the list, hidden on narrow screens, is there again.
                request_animation_frame(move || origin.give_back(&closed, directory, row_of));
            }
            now
        });
        origin
    }

    /// Brings focus to `heading` when an agent is opened from outside `panel`.
    pub fn follow(self, opened: OpenedAgent, panel: NodeRef<html::Section>, heading: NodeRef<html::H2>) {
        Effect::new(move |_| {
            let (Some(id), Some(panel), Some(heading)) = (opened.opened().get(), panel.get(), heading.get()) else {
                return;
            };
            let active = active_element(&panel);
            if active.as_ref().is_some_and(|active| panel.contains(Some(active))) {
                return;
            }
            self.0.set_value(Some((id, active)));
            // Fails only for an element that is not on the page.
            let _ = heading.focus();
        });
    }

    fn give_back(
        self,
        closed: &ConnectionId,
        directory: NodeRef<html::Div>,
        row_of: impl Fn(&ConnectionId) -> Option<HtmlElement>,
    ) {
        let Some(directory) = directory.try_get_untracked().flatten() else { return };
        let Some((id, element)) = self.0.try_update_value(Option::take).flatten() else { return };
        if active_element(&directory).is_some() {
            return;
        }
        let element = element.filter(|element| element.is_connected());
        let target = if id == *closed { element.or_else(|| row_of(closed)) } else { row_of(closed).or(element) };
        if let Some(target) = target {
            let _ = target.focus();
        }
    }
}

/// The element that has focus, in the tree of `node` or, if that is a shadow tree without focus, on the page. `None` where
/// nothing has.
fn active_element(node: &Node) -> Option<HtmlElement> {
    let root = node.get_root_node();
    let active: Option<Element> = match root.dyn_ref::<ShadowRoot>() {
        Some(shadow) => shadow.active_element().or_else(|| shadow.owner_document()?.active_element()),
        None => root.dyn_ref::<Document>().and_then(Document::active_element),
    };
    active?.dyn_into::<HtmlElement>().ok().filter(|element| element.tag_name() != "BODY")
}
