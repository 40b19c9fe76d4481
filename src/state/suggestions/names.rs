//! Names for the filters of a list without agents, which would show ids: a link to a search within an agency that finds
//! nobody, for one.

use std::rc::Rc;

use leptos::{prelude::*, task::spawn_local};

use super::{Seen, Suggestions};
use crate::{
    api::transport::Cancellation,
    domain::{
        agent::Agent,
        query::{Filter, Query},
    },
};

impl Seen {
    /// Whom a filter is about, if that agent was read for it.
    pub fn person(&self, filter: &Filter) -> Option<&Agent> {
        self.people.iter().find(|agent| agent.is_meant_by(filter))
    }

    fn has_name(&self, filter: &Filter) -> bool {
        match filter {
            Filter::Agency(id) => super::place(&self.agencies, id.as_str()).is_ok(),
            Filter::Team(id) => super::place(&self.teams, id.as_str()).is_ok(),
            Filter::Agent(_) | Filter::Connection(_) => self.person(filter).is_some(),
            Filter::Email(_) | Filter::Tag(_) => true,
        }
    }

    fn learn_person(&mut self, agent: Agent) {
        self.learn(&agent);
        self.people.push(agent);
    }
}

impl Suggestions {
    /// Reads one agent for each filter that has no name yet, if the list has found none. Nothing is told where that fails:
    /// the filter is known by its id.
    pub(super) fn ask_for_names(self) {
        // The element may have gone meanwhile.
        let Some(query) = self.list.answered().try_get_untracked().flatten() else { return };
        if untrack(|| self.list.rows().is_empty()) {
            for filter in query.filters.chosen() {
                let is_known = self.seen.with_untracked(|seen| seen.has_name(&filter));
                let is_asked = self.asked.with_value(|asked| asked.iter().any(|(other, _)| *other == filter));
                let alone = Query::only(filter.clone());
                // Of that filter alone the list has found nobody.
                let is_answered = query.fulltext.is_empty() && query.filters == alone.filters;
                if !is_known && !is_asked && !is_answered {
                    self.ask_for_name(filter, alone);
                }
            }
        }
    }

    fn ask_for_name(self, filter: Filter, alone: Query) {
        let Ok(cancellation) = Cancellation::new().map(Rc::new) else { return };
        let (wanted, controller) = (Rc::downgrade(&cancellation), cancellation.controller());
        self.asked.update_value(|asked| asked.push((filter.clone(), cancellation)));
        let list = self.list;
        spawn_local(async move {
            let answer = list.client().list(&alone, controller).await;
            if wanted.strong_count() == 0 {
                return;
            }
            match answer {
                Ok(page) => page.agents.into_iter().take(1).for_each(|agent| {
                    self.seen.update(|seen| seen.learn_person(agent));
                }),
                // The next answer of the list is the time to ask again.
                Err(_) => self.asked.update_value(|asked| asked.retain(|(other, _)| *other != filter)),
            }
        });
    }
}
