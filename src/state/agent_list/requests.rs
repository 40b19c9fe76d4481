//! The requests of a list that are under way.

use std::rc::Rc;

use crate::{
    api::{error::Error, transport::Cancellation},
    domain::{end_search::EndSearch, query::Query},
};

/// A request for a page. Its answer is wanted, and it goes on, for as long as somebody holds it.
#[derive(Debug)]
pub struct PageRequest {
    /// What it asks for.
    pub query: Query,
    /// What ends it.
    pub cancellation: Cancellation,
}

/// What the answer is for.
#[derive(Clone, Debug, Default)]
pub struct Purpose {
    /// Whether the page is on the screen from memory already, and is only made sure of.
    pub is_refresh: bool,
    /// How often the same was asked before, by itself.
    pub retries: u32,
    /// The page that was wanted, if it was not there and another is looked at instead.
    pub missing: Option<Missing>,
}

/// A page that was asked for and is not there.
#[derive(Clone, Debug)]
pub struct Missing {
    /// What came in its place, to be told if the page should be there.
    pub error: Error,
    /// The search for the last page.
    pub search: EndSearch,
}

/// At most two requests: the one for the screen, and one ahead of time.
#[derive(Debug, Default)]
pub struct Requests {
    wanted: Option<(Rc<PageRequest>, Purpose)>,
    ahead: Option<Rc<PageRequest>>,
    failed_ahead: Option<Query>,
}

/// What an answer that has come is for.
pub enum Settled {
    /// The screen.
    Wanted(Purpose),
    /// The time when its page is turned to.
    Ahead,
}

impl Requests {
    /// Whether the screen waits for an answer.
    pub fn is_waiting(&self) -> bool {
        self.wanted.is_some()
    }

    /// Makes a request the one for the screen; the one before is aborted.
    pub fn want(&mut self, request: Rc<PageRequest>, purpose: Purpose) {
        self.failed_ahead = None;
        self.wanted = Some((request, purpose));
    }

    /// Makes a request the one ahead of time; the one before is aborted.
    pub fn send_ahead(&mut self, request: Rc<PageRequest>) {
        self.ahead = Some(request);
    }

    /// Remembers that `query` was asked ahead of time in vain, until the screen wants something.
    pub fn fail_ahead(&mut self, query: Query) {
        self.failed_ahead = Some(query);
    }

    /// Whether `query` is asked ahead of time, or was in vain.
    pub fn has_tried_ahead(&self, query: &Query) -> bool {
        self.ahead.as_ref().is_some_and(|ahead| ahead.query == *query) || self.failed_ahead.as_ref() == Some(query)
    }

    /// The request ahead of time, if it is for `query`; if it is for another, it is aborted.
    pub fn take_ahead(&mut self, query: &Query) -> Option<Rc<PageRequest>> {
        self.ahead.take().filter(|ahead| ahead.query == *query)
    }

    /// Aborts the request ahead of time.
    pub fn abort_ahead(&mut self) {
        self.ahead = None;
    }

    /// Aborts both.
    pub fn abort(&mut self) {
        *self = Self::default();
    }

    /// Takes the request whose answer has come off the list.
    pub fn settle(&mut self, request: &Rc<PageRequest>) -> Settled {
        match self.wanted.take_if(|(wanted, _)| Rc::ptr_eq(wanted, request)) {
            Some((_, purpose)) => Settled::Wanted(purpose),
            None => {
                self.ahead.take_if(|ahead| Rc::ptr_eq(ahead, request));
                Settled::Ahead
            }
        }
    }
}
