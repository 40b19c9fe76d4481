//! Where focus goes when the panel opens, and back when it closes.

use leptos::{html, prelude::*};
use web_sys::{Element, HtmlHeadingElement};

use crate::{
    components::focus::{active_element, give},
    domain::id::ConnectionId,
    state::{opened_agent::OpenedAgent, paint::after_paint},
};

/// Remembers from where an agent was opened.
#[derive(Clone, Copy)]
pub struct FocusReturn(StoredValue<Option<(ConnectionId, Option<Element>)>, LocalStorage>);

impl FocusReturn {
    /// Nothing is open. When the panel closes and focus was lost with it, it goes back to where the agent was opened from;
    /// after steps to other agents, to the row of the last one, which `row_of` finds.
    pub fn new(
        opened: OpenedAgent,
        directory: NodeRef<html::Div>,
        row_of: impl Fn(&ConnectionId) -> Option<Element> + Copy + 'static,
    ) -> Self {
        let (origin, opened) = (Self(StoredValue::new_local(None)), opened.opened());
        Effect::new(move |before: Option<Option<ConnectionId>>| {
            let now = opened.get();
            if let (Some(closed), None) = (before.flatten(), &now) {
                // After the panel has left and the list, hidden on narrow screens, is there again.
                request_animation_frame(move || {
                    // A form with changes has it open again until the person has answered.
                    if opened.try_get_untracked().flatten().is_none() {
                        origin.give_back(&closed, directory, row_of);
                    }
                });
            }
            now
        });
        origin
    }

    /// Brings focus to `heading` when a person opens an agent from outside `panel`.
    pub fn follow(self, opened: OpenedAgent, panel: NodeRef<html::Section>, heading: NodeRef<html::H2>) {
        Effect::new(move |_| {
            let (Some(id), Some(panel), Some(heading)) = (opened.opened().get(), panel.get(), heading.get()) else {
                return;
            };
            let active = active_element(&panel);
            if active.as_ref().is_some_and(|active| panel.contains(Some(active))) {
                return;
            }
            // After the form, the agent is still opened from where it was.
            let before = self.0.try_update_value(Option::take).flatten();
            let origin = before.filter(|(of, _)| *of == id).and_then(|(_, origin)| origin);
            self.0.set_value(Some((id, origin.or_else(|| active.clone()))));
            if opened.takes_focus() {
                give_after_paint(heading, active);
            }
        });
    }

    fn give_back(
        self,
        closed: &ConnectionId,
        directory: NodeRef<html::Div>,
        row_of: impl Fn(&ConnectionId) -> Option<Element>,
    ) {
        let Some(directory) = directory.try_get_untracked().flatten() else { return };
        let Some((id, element)) = self.0.try_update_value(Option::take).flatten() else { return };
        if active_element(&directory).is_some() {
            return;
        }
        let element = element.filter(|element| element.is_connected());
        let target = if id == *closed { element.or_else(|| row_of(closed)) } else { row_of(closed).or(element) };
        // An agent who was just made may be on another page of the list.
        let new_agent = || directory.query_selector("[data-new-agent]").ok()?;
        if let Some(target) = target.or_else(new_agent) {
            give(&target);
        }
    }
}

/// The panel is painted first: to move the focus, the browser has to lay everything out at once. Wherever the person has
/// gone by then instead of staying at `origin`, the focus stays.
fn give_after_paint(heading: HtmlHeadingElement, origin: Option<Element>) {
    after_paint(move || {
        let active = active_element(&heading);
        if heading.is_connected() && (active.is_none() || active == origin) {
            give(&heading);
        }
    });
}
