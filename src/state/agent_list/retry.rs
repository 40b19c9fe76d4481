//! Asking again by itself, after a wait that a person can cut short.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use super::{AgentList, requests::Purpose};
use crate::{
    api::{error::Error, retry::wait_before_retry},
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
        self.progress.update(|progress| {
            if let Progress::Waiting(waiting) = progress {
                waiting.retry_at = None;
            }
        });
        self.ask(query, purpose);
    }

    /// Plans to ask again, or shows the error where that gains nothing. While a page from memory is made sure of, a person
    /// need not know of the wait.
    pub(super) fn give_up_or_wait(&self, query: Query, purpose: Purpose, error: Error) {
        let Some(wait) = wait_before_retry(&error, purpose.retries, js_sys::Math::random()) else {
            return self.progress.set(Progress::Failed(error));
        };
        let list = *self;
        // Waits are bounded far below what 32 bits hold.
        let milliseconds = wait.as_millis() as u32;
        let attempt = purpose.retries + 1;
        let purpose = Purpose { retries: attempt, ..purpose };
        let _timer = Timeout::new(milliseconds, move || list.retry_now());
        self.retry.set_value(Some(Retry { query, purpose, _timer }));
        if !purpose.is_refresh {
            let retry_at = Some(js_sys::Date::now() + f64::from(milliseconds));
            self.progress.set(Progress::Waiting(Waiting { error, attempt, retry_at }));
        }
    }
}
