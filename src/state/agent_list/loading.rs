//! From a query to the rows on the screen.

use std::rc::{Rc, Weak};

use leptos::{prelude::*, task::spawn_local};

use super::{
    AgentList,
    requests::{Missing, PageRequest, Purpose, Settled},
};
use crate::{
    api::{connection::AgentPage, error::Error, transport::Cancellation},
    domain::{
        end_search::{EndSearch, Finding},
        query::Query,
    },
    state::{progress::Progress, remarks::Remarks},
};

impl AgentList {
    /// Shows the page for the query from memory, if it is there, and asks for it unless it was loaded just now.
    pub(super) fn load(&self) {
        let query = self.query.get_untracked();
        let held = self.pages.try_update_value(|pages| pages.show(&query, js_sys::Date::now())).flatten();
        let Some(held) = held else {
            self.progress.set(Progress::Loading);
            return self.ask(query, Purpose::default());
        };
        self.stop();
        self.paint(&query, held.page, None);
        if held.is_stale {
            self.ask(query, Purpose { is_refresh: true, ..Purpose::default() });
        } else {
            self.look_ahead_when_idle();
        }
    }

    /// Asks for the query, whatever is in memory or on its way.
    pub(super) fn load_anew(&self) {
        self.stop();
        self.progress.set(Progress::Loading);
        self.ask(self.query.get_untracked(), Purpose::default());
    }

    /// Asks for a page for the screen; a request for the same that is on its way ahead of time becomes that one.
    pub(super) fn ask(&self, query: Query, purpose: Purpose) {
        self.retry.set_value(None);
        self.idle.set_value(None);
        let ahead = self.requests.try_update_value(|requests| requests.take_ahead(&query)).flatten();
        match ahead.map_or_else(|| self.send(query), Ok) {
            Ok(request) => self.requests.update_value(|requests| requests.want(request, purpose)),
            Err(error) => {
                self.stop();
                self.progress.set(Progress::Failed(error));
            }
        }
    }

    /// Sends a request. It is aborted unless the caller holds what is returned.
    pub(super) fn send(&self, query: Query) -> Result<Rc<PageRequest>, Error> {
        let list = *self;
        let request = Rc::new(PageRequest { query: query.clone(), cancellation: Cancellation::new()? });
        let wanted = Rc::downgrade(&request);
        let (client, controller) = (self.client.get_value(), request.cancellation.controller());
        spawn_local(async move {
            let answer = client.list(&query, controller).await;
            list.receive(answer, &wanted);
        });
        Ok(request)
    }

    /// Ends everything that is under way or planned.
    fn stop(&self) {
        self.requests.update_value(|requests| requests.abort());
        self.retry.set_value(None);
        self.idle.set_value(None);
    }

    /// Takes an answer, unless a newer request or the end of the element has made it worthless.
    fn receive(&self, answer: Result<AgentPage, Error>, wanted: &Weak<PageRequest>) {
        let Some(request) = wanted.upgrade() else {
            return;
        };
        match self.requests.try_update_value(|requests| requests.settle(&request)) {
            Some(Settled::Wanted(purpose)) => self.use_answer(&request.query, purpose, answer),
            Some(Settled::Ahead) => self.keep_ahead(&request.query, answer),
            None => {}
        }
    }

    fn use_answer(&self, query: &Query, mut purpose: Purpose, answer: Result<AgentPage, Error>) {
        let (mut page, error) = match answer {
            Ok(page) => (page, None),
            // Some servers have no page beyond the end at all.
            Err(error) if error.status() == Some(404) && query.page.number > 1 => {
                (AgentPage::empty(query.page), Some(error))
            }
            Err(error) => return self.give_up_or_wait(query.clone(), purpose, error),
        };
        let number = query.page.number;
        if page.pagination.page != query.page {
            let asked = purpose.missing.as_ref().map_or(number, |missing| missing.search.asked());
            let shown = Query { page: page.pagination.page, ..query.clone() };
            return self.finish(&shown, &purpose, page, Some(asked));
        }
        if page.pagination.is_beyond_the_end() && purpose.missing.is_none() {
            let error = error.unwrap_or(Error::NoRows { page: number });
            purpose.missing = Some(Missing { error, search: EndSearch::new(number) });
        }
        let Some(mut missing) = purpose.missing.take() else {
            return self.finish(query, &purpose, page, None);
        };
        match missing.search.next(&page.pagination) {
            Finding::LookAt(number) => {
                let mut nearer = query.clone();
                nearer.go_to(number);
                self.ask(nearer, Purpose { retries: 0, missing: Some(missing), ..purpose });
            }
            Finding::Last => {
                page.pagination.has_next = false;
                page.pagination.last_page = Some(number);
                self.finish(query, &purpose, page, Some(missing.search.asked()));
            }
            Finding::NoEnd => self.progress.set(Progress::Failed(missing.error)),
        }
    }

    /// Shows the page that was looked for, in the place of the page `asked` for at first, which is beyond the end.
    fn finish(&self, query: &Query, purpose: &Purpose, page: AgentPage, asked: Option<u32>) {
        if asked.is_some() {
            self.pages.update_value(|pages| pages.forget_after(query));
            self.query.set(query.clone());
        }
        let page = Rc::new(page);
        let before = self.pages.try_update_value(|pages| pages.keep(query, page.clone())).flatten();
        if !purpose.is_refresh || asked.is_some() || before.as_ref() != Some(&page) {
            self.paint(query, page, asked);
        }
        self.look_ahead_when_idle();
    }

    fn paint(&self, query: &Query, page: Rc<AgentPage>, asked: Option<u32>) {
        self.answered.set(Some(query.clone()));
        self.pagination.set(Some(page.pagination.clone()));
        self.remarks.set(Remarks { beyond_the_end: asked, ignored_filters: page.ignored(&query.filters) });
        self.rows.show(page);
        self.progress.set(Progress::Loaded);
    }
}
