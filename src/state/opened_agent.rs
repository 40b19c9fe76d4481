//! The one agent that is open beside the list.

mod loading;

use std::rc::Rc;

use leptos::prelude::*;

use self::loading::Retry;
use super::{agent_list::AgentList, progress::Progress, state_signal::StateSignal};
use crate::{
    api::{client::Client, transport::Cancellation},
    domain::{agent::Agent, id::ConnectionId, pagination::Pagination, query::Query},
};

/// The neighbour in the list's result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// The agent before.
    Previous,
    /// The agent after.
    Next,
}

/// The place of an agent in the list's result.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place {
    /// Counted from 1 over all pages.
    pub number: u64,
    /// How many there are in all, if the server says.
    pub total: Option<u64>,
}

/// Which agent is open and what is known of it: at once what the list has, then the record as it is now. Closing, or opening
/// another, aborts the request, and a late answer is never shown.
#[derive(Clone, Copy)]
pub struct OpenedAgent {
    client: StoredValue<Client, LocalStorage>,
    list: AgentList,
    pending: StoredValue<Option<Rc<Cancellation>>, LocalStorage>,
    retry: StoredValue<Option<Retry>, LocalStorage>,
    opened: StateSignal<Option<ConnectionId>>,
    agent: StateSignal<Option<Agent>>,
    progress: StateSignal<Progress>,
    position: Memo<Option<usize>>,
    /// The step that waits for a page of the list, and the query that brings the page.
    awaited: StoredValue<Option<(Step, Query)>>,
    takes_focus: StoredValue<bool>,
}

impl OpenedAgent {
    /// None is open yet. Asks `client`, and steps through the rows of `list`.
    pub fn new(client: Client, list: AgentList) -> Self {
        let opened = StateSignal::new(None::<ConnectionId>);
        let state = Self {
            client: StoredValue::new_local(client),
            list,
            pending: StoredValue::new_local(None),
            retry: StoredValue::new_local(None),
            opened,
            agent: StateSignal::new(None),
            progress: StateSignal::new(Progress::Loaded),
            position: Memo::new(move |_| opened.with(|id| list.rows().position_of(id.as_ref()?))),
            awaited: StoredValue::new(None),
            takes_focus: StoredValue::new(true),
        };
        Effect::new(move |_| state.finish_step(&list.progress().get()));
        state
    }

    /// Beside this, with an agent of its own; it ends with the present owner.
    pub fn another(&self) -> Self {
        Self::new(self.client.get_value(), self.list)
    }

    /// The agent that is open.
    pub fn opened(&self) -> ReadSignal<Option<ConnectionId>> {
        self.opened.read_only()
    }

    /// What is known of the agent that is open; `None` until something is.
    pub fn agent(&self) -> ReadSignal<Option<Agent>> {
        self.agent.read_only()
    }

    /// How far the newest request for the record has come.
    pub fn progress(&self) -> ReadSignal<Progress> {
        self.progress.read_only()
    }

    /// At which row of the list the agent is, counted from 0; `None` if it is not among the rows.
    pub fn position(&self) -> Memo<Option<usize>> {
        self.position
    }

    /// Opens an agent: with the record of its row, if it has one, and the newest one as soon as it comes. Opening the one that
    /// is open changes nothing, unless its record could not be read.
    pub fn open(&self, id: ConnectionId) {
        self.show(id, true);
    }

    /// Opens an agent that nobody has just asked for, such as the one in the page's address: the focus stays where it is.
    pub fn open_in_place(&self, id: ConnectionId) {
        self.show(id, false);
    }

    /// Whether the focus is to go to the agent that is open.
    pub fn takes_focus(&self) -> bool {
        self.takes_focus.get_value()
    }

    /// Opens an agent whose record has been read just now.
    pub fn open_read(&self, agent: Agent) {
        self.awaited.set_value(None);
        self.stop();
        self.takes_focus.set_value(true);
        self.progress.set(Progress::Loaded);
        let id = agent.id.clone();
        self.agent.set(Some(agent));
        if self.opened.with_untracked(|now| now.as_ref() != Some(&id)) {
            self.opened.set(Some(id));
        }
    }

    fn show(&self, id: ConnectionId, takes_focus: bool) {
        self.awaited.set_value(None);
        if self.opened.with_untracked(|now| now.as_ref() == Some(&id)) {
            if self.progress.with_untracked(|progress| matches!(progress, Progress::Failed(_))) {
                self.load();
            }
            return;
        }
        self.takes_focus.set_value(takes_focus);
        self.opened.set(Some(id));
        self.agent.set(self.position.get_untracked().and_then(|position| self.list.rows().agent_at(position)));
        self.stop();
        if self.agent.with_untracked(Option::is_some) {
            self.progress.set(Progress::Loaded);
            self.load_after_paint();
        } else {
            self.load();
        }
    }

    /// Closes the agent that is open.
    pub fn close(&self) {
        self.awaited.set_value(None);
        self.stop();
        if self.opened.with_untracked(Option::is_some) {
            self.opened.set(None);
            self.agent.set(None);
            self.progress.set(Progress::Loaded);
        }
    }

    /// Whether the list has an agent in that direction; tracked.
    pub fn can_step(&self, step: Step) -> bool {
        let Some(position) = self.position.get() else { return false };
        let has_page = |read: fn(&Pagination) -> bool| self.list.known(|shown| Some(read(shown))).unwrap_or(false);
        match step {
            Step::Previous => position > 0 || has_page(Pagination::has_previous),
            Step::Next => position + 1 < self.list.rows().with(<[Agent]>::len) || has_page(|shown| shown.has_next),
        }
    }

    /// Where the agent stands in the list's result; tracked. `None` if it is not among the rows.
    pub fn place(&self) -> Option<Place> {
        let position = self.position.get()?;
        self.list.pagination().with(|pagination| {
            let pagination = pagination.as_ref()?;
            Some(Place { number: pagination.first_row()? + position as u64, total: pagination.total })
        })
    }

    /// Whether an agent is open whom the rows don't have, so that there is none before or after; tracked.
    pub fn is_not_on_this_page(&self) -> bool {
        let is_answered = self.list.answered().with(Option::is_some);
        is_answered && self.opened.with(Option::is_some) && self.position.with(Option::is_none)
    }

    /// Opens the agent before or after. At the end of the page the list turns it, and the agent opens when it is there.
    pub fn step(&self, step: Step) {
        if self.awaited.with_value(Option::is_some) {
            return; // The page is being turned: its first agent is next, whoever presses again.
        }
        let Some(position) = self.position.get_untracked() else { return };
        let neighbour = match step {
            Step::Previous => position.checked_sub(1),
            Step::Next => position.checked_add(1),
        };
        match neighbour.and_then(|position| self.list.rows().agent_at(position)) {
            Some(agent) => self.open(agent.id),
            None if untrack(|| self.can_step(step)) => {
                // Counted from the agent's own page: the list may have been turned, and the answer not be there yet.
                let shown =
                    self.list.pagination().with_untracked(|shown| shown.as_ref().map(|shown| shown.page.number));
                let Some(number) = shown else { return };
                self.list.go_to(match step {
                    Step::Previous => number.saturating_sub(1),
                    Step::Next => number.saturating_add(1),
                });
                self.awaited.set_value(Some((step, self.list.query().get_untracked())));
            }
            None => {}
        }
    }

    /// Opens the agent that a step waited for, if the list still shows the page that was asked for.
    fn finish_step(&self, progress: &Progress) {
        if matches!(progress, Progress::Loading | Progress::Waiting(_)) {
            return;
        }
        let Some((step, query)) = self.awaited.try_update_value(Option::take).flatten() else { return };
        if *progress != Progress::Loaded || self.list.query().with_untracked(|now| *now != query) {
            return;
        }
        let rows = self.list.rows();
        let agent = match step {
            Step::Previous => rows.last_agent(),
            Step::Next => rows.agent_at(0),
        };
        if let Some(agent) = agent {
            self.open(agent.id);
        }
    }
}
