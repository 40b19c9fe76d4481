//! Loading the next page before it is turned to.

use std::rc::Rc;

use leptos::prelude::*;

use super::{AgentList, requests::Requests};
use crate::{
    api::{connection::AgentPage, error::Error},
    domain::{pagination::Pagination, query::Query},
    state::{idle::IdleWork, progress::Progress},
};

/// How long the list rests before the next page is loaded, in milliseconds: whoever still types wants no next page.
const REST: u32 = 1000;

impl AgentList {
    /// Loads the next page into memory, since it is likely to be turned to. What the screen waits for goes first; a server that
    /// is to be asked later, or has given no answer, is left alone.
    pub fn anticipate_next(&self) {
        let Some(next) = self.next_query() else {
            return;
        };
        let is_waiting = self.retry.with_value(Option::is_some) || self.requests.with_value(Requests::is_waiting);
        let is_tried = self.requests.with_value(|requests| requests.has_tried_ahead(&next));
        if is_waiting || is_tried || self.pages.with_value(|pages| pages.holds(&next)) {
            return;
        }
        // An error here is one that the person will see if the page is turned to.
        if let Ok(request) = self.send(next) {
            self.requests.update_value(|requests| requests.send_ahead(request));
        }
    }

    pub(super) fn look_ahead_when_idle(&self) {
        let list = *self;
        self.idle.set_value(Some(IdleWork::after(REST, move || list.anticipate_next())));
    }

    /// Keeps a page that has come before it was turned to. An empty one, or another in its place, tells where the result ends,
    /// unless the server says that it goes on.
    pub(super) fn keep_ahead(&self, query: &Query, answer: Result<AgentPage, Error>) {
        match answer {
            Ok(page) if page.pagination.page != query.page => self.end_before(query.page.number),
            Ok(page) if page.agents.is_empty() => {
                let number = query.page.number;
                let is_there = |shown: &Pagination| shown.is_said_to_reach(number);
                if is_there(&page.pagination)
                    || self.pagination.with_untracked(|shown| shown.as_ref().is_some_and(is_there))
                {
                    self.requests.update_value(|requests| requests.fail_ahead(query.clone()));
                } else {
                    self.end_before(number);
                }
            }
            Ok(page) => self.pages.update_value(|pages| pages.keep_ahead(query, Rc::new(page), js_sys::Date::now())),
            Err(_) => self.requests.update_value(|requests| requests.fail_ahead(query.clone())),
        }
    }

    /// Notes that no page follows the one on the screen, if `number` would be next.
    fn end_before(&self, number: u32) {
        self.pagination.update(|shown| {
            if let Some(shown) = shown.as_mut().filter(|shown| shown.page.number.saturating_add(1) == number) {
                shown.has_next = false;
            }
        });
    }

    pub(super) fn forget_ahead(&self) {
        self.requests.update_value(|requests| requests.abort_ahead());
    }

    /// The query for the page after the one on the screen, if that is known to be there.
    fn next_query(&self) -> Option<Query> {
        if self.progress.with_untracked(|progress| *progress != Progress::Loaded) {
            return None;
        }
        let mut query = self.query.get_untracked();
        let shows_it = |page| page == query.page;
        if !self
            .pagination
            .with_untracked(|shown| shown.as_ref().is_some_and(|shown| shown.has_next && shows_it(shown.page)))
        {
            return None;
        }
        query.go_to(query.page.number.saturating_add(1));
        Some(query)
    }
}
