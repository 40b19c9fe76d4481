//! Leaving the form: changes are not given up without a question.

use leptos::{ev, prelude::*};

use super::{AgentForm, Stage};
use crate::domain::id::ConnectionId;

/// Where a person goes from the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// Back to what was there before.
    Back,
    /// To this agent.
    Agent(ConnectionId),
    /// To the list alone.
    List,
    /// To the form for a new agent.
    NewAgent,
}

impl AgentForm {
    /// Closes the form, after a question if there are changes.
    pub fn leave(&self) {
        self.leave_for(Destination::Back);
    }

    /// Whether leaving needs a question first: there are changes, or a save is under way, which nobody would hear the end of;
    /// tracked.
    pub fn asks_before_leaving(&self) -> bool {
        self.stage.with(Stage::is_busy) || self.has_changes()
    }

    /// Closes the form for something else, after a question if there are changes.
    pub fn leave_for(&self, destination: Destination) {
        self.wait_no_longer();
        if untrack(|| self.asks_before_leaving()) {
            self.leaving.set(Some(destination));
        } else {
            self.close_for(destination);
        }
    }

    /// Where the person wants to go, for as long as the question is open.
    pub fn leaving(&self) -> ReadSignal<Option<Destination>> {
        self.leaving.read_only()
    }

    /// Stays with the form.
    pub fn stay(&self) {
        if self.leaving.with_untracked(Option::is_some) {
            self.leaving.set(None);
        }
    }

    /// Gives the changes up and goes where the person wants to.
    pub fn discard(&self) {
        if let Some(destination) = self.leaving.get_untracked() {
            self.close_for(destination);
        }
    }

    /// Goes where the person wants to; the changes come back when the form is opened again.
    pub fn keep_and_leave(&self) {
        if let Some(destination) = self.leaving.get_untracked() {
            self.close_and_keep();
            self.go(destination);
        }
    }

    /// Where the form was left for; set anew each time.
    pub fn left_for(&self) -> ReadSignal<Option<Destination>> {
        self.left_for.read_only()
    }

    fn close_for(&self, destination: Destination) {
        self.close();
        self.go(destination);
    }

    fn go(&self, destination: Destination) {
        if destination == Destination::NewAgent {
            self.start_new();
        } else {
            self.left_for.set(Some(destination));
        }
    }

    /// Lets the browser ask before the page is left, for as long as there are changes or a save is under way, and no longer.
    pub(super) fn guard_page(&self) {
        let form = *self;
        let asks = Memo::new(move |_| form.subject.with(Option::is_some) && form.asks_before_leaving());
        let listener = window_event_listener(ev::beforeunload, move |event| {
            if asks.try_get_untracked() == Some(true) {
                event.prevent_default();
            }
        });
        on_cleanup(move || listener.remove());
    }
}
