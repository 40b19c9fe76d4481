//! Asking again by itself, after a wait that a person can cut short.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use super::{AgentList, requests::Purpose};
use crate::{
    api::error::Error,
    domain::query::Query,
    state::progress::{Progress, Waiting},
};

/// A repetition to come. Dropped, it is not made.
#[derive(Debug)]
pub struct Retry {
    query: Query,
    purpose: Purpose,
    _timer: Timeout,
}

impl AgentList {
    /// Asks again now instead of after the wait.
    pub fn retry_now(&self) {
        let Some(Retry { query, purpose, .. }) = self.retry.try_update_value(Option::take).flatten() else {
            return;
        };
        self.progress.maybe_update(Progress::end_wait);
        self.ask(query, purpose);
    }

    /// Plans to ask again, or shows the error where that gains nothing. While a page from memory is made sure of, a person
    /// need not know of the wait.
    pub(super) fn give_up_or_wait(&self, query: Query, purpose: Purpose, error: Error) {
        let (waiting, milliseconds) = match Waiting::after(error, purpose.retries) {
            Ok(wait) => wait,
            Err(error) => return self.progress.set(Progress::Failed(error)),
        };
        let list = *self;
        let purpose = Purpose { retries: waiting.attempt, ..purpose };
        let _timer = Timeout::new(milliseconds, move || list.retry_now());
        let is_refresh = purpose.is_refresh;
        self.retry.set_value(Some(Retry { query, purpose, _timer }));
        if !is_refresh {
            self.progress.set(Progress::Waiting(waiting));
        }
    }
}
