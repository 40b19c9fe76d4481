//! Asking again by itself what a save has to know, after a wait that a person can cut short.

use futures_channel::oneshot;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use crate::{
    api::error::Error,
    state::{progress::Waiting, state_signal::StateSignal},
};

/// The wait before a request of a save is repeated. Writes are never repeated.
#[derive(Clone, Copy)]
pub struct Retry {
    waiting: StateSignal<Option<Waiting>>,
    planned: StoredValue<Option<Planned>, LocalStorage>,
}

/// A repetition to come. Dropped, it is not made.
struct Planned {
    end: oneshot::Sender<()>,
    _timer: Timeout,
}

impl Retry {
    pub(super) fn new() -> Self {
        Self { waiting: StateSignal::new(None), planned: StoredValue::new_local(None) }
    }

    /// Why there is no answer yet, and when it is asked for again; `None` where nothing is repeated.
    pub fn waiting(&self) -> ReadSignal<Option<Waiting>> {
        self.waiting.read_only()
    }

    /// Asks again now instead of after the wait.
    pub fn retry_now(&self) {
        if let Some(Planned { end, .. }) = self.planned.try_update_value(Option::take).flatten() {
            self.waiting.update(|waiting| {
                if let Some(waiting) = waiting {
                    waiting.retry_at = None;
                }
            });
            // Whoever has waited may be gone.
            let _ = end.send(());
        }
    }

    /// Waits so many milliseconds, or until [`retry_now`](Self::retry_now); an error if the wait is cancelled.
    pub(super) async fn wait(&self, waiting: Waiting, milliseconds: u32) -> Result<(), Error> {
        let (end, ended) = oneshot::channel();
        let retry = *self;
        let _timer = Timeout::new(milliseconds, move || retry.retry_now());
        self.planned.try_set_value(Some(Planned { end, _timer }));
        self.waiting.try_set(Some(waiting));
        ended.await.map_err(|_| Error::Aborted)
    }

    /// Ends the wait without asking again, and tells no more of it.
    pub(super) fn cancel(&self) {
        self.planned.set_value(None);
        if self.waiting.with_untracked(Option::is_some) {
            self.waiting.set(None);
        }
    }
}
