//! What the embedder has set the list to, which a person may change and come back to.

use leptos::prelude::*;

use super::{agent_list::AgentList, state_signal::StateSignal};
use crate::domain::query::Query;

/// The query of the `query` and `page-size` attributes, and the list that began with it.
#[derive(Clone, Copy)]
pub struct Preset {
    query: StateSignal<Query>,
    list: AgentList,
}

impl Preset {
    /// The preset of `list`.
    pub fn new(query: Query, list: AgentList) -> Self {
        Self { query: StateSignal::new(query), list }
    }

    /// The preset itself.
    pub fn query(&self) -> ReadSignal<Query> {
        self.query.read_only()
    }

    /// Whether the list shows something else, on whatever page; tracked.
    pub fn is_left(&self) -> bool {
        self.query.with(|preset| self.list.query().with(|query| !query.is_same_but_for_the_page(preset)))
    }

    /// Shows the preset again.
    pub fn reset(&self) {
        self.list.show(self.query.get_untracked());
    }

    /// Takes another preset of the embedder's. It is shown in the place of what the person has chosen, except that a new
    /// size of the pages changes nothing else, and nothing at all where the person has chosen a size.
    pub fn replace(&self, preset: Query) {
        let before = self.query.get_untracked();
        self.query.set(preset.clone());
        let resized = Query { page: preset.page, ..before.clone() };
        if resized != preset {
            self.list.show(preset);
        } else if self.list.query().with_untracked(|query| query.page.size == before.page.size) {
            self.list.resize(preset.page.size);
        }
    }
}
