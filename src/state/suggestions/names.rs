//! Names for the filters of a list without agents, which would show ids: a link to a search within an agency that finds
//! nobody, for one.

use std::rc::Rc;

use leptos::{prelude::*, task::spawn_local};

use super::{Seen, Suggestions};
use crate::{
    api::transport::Cancellation,
    domain::query::{Filter, Filters, Page, Query},
};

impl Seen {
    fn lacks_name(&self, filter: &Filter) -> bool {
        let lacks = |names, id| super::place(names, id).is_err();
        match filter {
            Filter::Agency(id) => lacks(&self.agencies, id.as_str()),
            Filter::Team(id) => lacks(&self.teams, id.as_str()),
            _ => false,
        }
    }
}

impl Suggestions {
    /// Reads one agent of each agency and team that is filtered by and has no name yet, if the list has found none. Asks once:
    /// the filter is as good by its id.
    pub(super) fn ask_for_names(self) {
        let Some(query) = self.list.answered().get_untracked() else { return };
        if untrack(|| !self.list.rows().is_empty()) {
            return;
        }
        for filter in query.filters.chosen() {
            let alone = Query {
                filters: Filters::default().with(filter.clone()),
                page: Page { number: 1, size: 1 },
                ..Query::default()
            };
            // Of that filter alone the list has found nobody.
            let is_answered = query.fulltext.is_empty() && query.filters == alone.filters;
            let is_asked = self.asked.with_value(|asked| asked.iter().any(|(other, _)| *other == filter));
            if !is_answered && !is_asked && self.seen.with_untracked(|seen| seen.lacks_name(&filter)) {
                self.ask_for_name(filter, alone);
            }
        }
    }

    fn ask_for_name(self, filter: Filter, alone: Query) {
        let Ok(cancellation) = Cancellation::new().map(Rc::new) else { return };
        let (wanted, controller) = (Rc::downgrade(&cancellation), cancellation.controller());
        self.asked.update_value(|asked| asked.push((filter, cancellation)));
        let client = self.list.client();
        spawn_local(async move {
            if let Ok(page) = client.list(&alone, controller).await
                && wanted.strong_count() > 0
                && let Some(agent) = page.agents.first()
            {
                self.seen.maybe_update(|seen| seen.learn(agent));
            }
        });
    }
}
