//! The rows on the screen.

use std::rc::Rc;

use leptos::prelude::*;

use crate::{
    api::connection::AgentPage,
    domain::{agent::Agent, id::ConnectionId},
};

/// The agents shown, in their order; the page is shared with the memory of pages.
#[derive(Clone, Copy, Debug)]
pub struct Rows(RwSignal<Option<Rc<AgentPage>>, LocalStorage>);

impl Rows {
    /// No rows.
    pub fn new() -> Self {
        Self(RwSignal::new_local(None))
    }

    /// The page shown, tracked; `None` before the first answer.
    pub fn page(&self) -> Option<Rc<AgentPage>> {
        self.0.get()
    }

    /// Reads the agents; tracked.
    pub fn with<T>(&self, read: impl FnOnce(&[Agent]) -> T) -> T {
        self.0.with(|page| read(agents(page)))
    }

    /// Whether there is none; tracked.
    pub fn is_empty(&self) -> bool {
        self.with(<[Agent]>::is_empty)
    }

    /// At which position the agent is, counted from 0; tracked.
    pub fn position_of(&self, id: &ConnectionId) -> Option<usize> {
        self.with(|agents| agents.iter().position(|agent| agent.id == *id))
    }

    /// The agent at a position.
    pub fn agent_at(&self, position: usize) -> Option<Agent> {
        self.0.with_untracked(|page| agents(page).get(position).cloned())
    }

    /// The agent at the last position.
    pub fn last_agent(&self) -> Option<Agent> {
        self.0.with_untracked(|page| agents(page).last().cloned())
    }

    /// Shows another photo of an agent, if it is among the rows, and gives the address of the one that was shown.
    pub fn show_photo(&self, id: &ConnectionId, address: Option<String>) -> Option<String> {
        let page = self.0.get_untracked()?;
        let position = page.agents.iter().position(|agent| agent.id == *id)?;
        let mut shown = AgentPage::clone(&page);
        let before = std::mem::replace(&mut shown.agents.get_mut(position)?.image_url, address);
        self.show(Rc::new(shown));
        before
    }

    /// Shows the agents of `page`.
    pub fn show(&self, page: Rc<AgentPage>) {
        self.0.set(Some(page));
    }
}

impl Default for Rows {
    fn default() -> Self {
        Self::new()
    }
}

fn agents(page: &Option<Rc<AgentPage>>) -> &[Agent] {
    page.as_ref().map_or(&[], |page| &page.agents)
}
