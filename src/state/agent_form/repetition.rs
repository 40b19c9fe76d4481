//! Asking again by itself what a save has to know, after a wait that a person can cut short.

use futures_channel::oneshot;
use gloo_timers::callback::Timeout;
use leptos::prelude::*;

use crate::{api::error::Error, state::progress::Waiting};

/// The wait before a question of a save is put again. Writes are never repeated.
#[derive(Clone, Copy)]
pub struct Repetition {
    told: RwSignal<Option<Waiting>>,
    planned: StoredValue<Option<Planned>, LocalStorage>,
}

/// A repetition to come. Dropped, it is not made.
struct Planned {
    begin: oneshot::Sender<()>,
    _timer: Timeout,
}

impl Repetition {
    pub(super) fn new() -> Self {
        Self { told: RwSignal::new(None), planned: StoredValue::new_local(None) }
    }

    /// Why there is no answer yet, and when it is asked for again; `None` where nothing is repeated.
    pub fn told(&self) -> ReadSignal<Option<Waiting>> {
        self.told.read_only()
    }

    /// Asks again now instead of after the wait.
    pub fn begin(&self) {
        if let Some(Planned { begin, .. }) = self.planned.try_update_value(Option::take).flatten() {
            self.told.update(|told| {
                if let Some(waiting) = told {
                    waiting.retry_at = None;
                }
            });
            // Whoever has waited may be gone.
            let _ = begin.send(());
        }
    }

    /// Waits so many milliseconds, or until [`begin`](Self::begin); an error if the wait is ended otherwise.
    pub(super) async fn wait(&self, waiting: Waiting, milliseconds: u32) -> Result<(), Error> {
        let (begin, begun) = oneshot::channel();
        let repetition = *self;
        let _timer = Timeout::new(milliseconds, move || repetition.begin());
        self.planned.try_set_value(Some(Planned { begin, _timer }));
        self.told.try_set(Some(waiting));
        begun.await.map_err(|_| Error::Aborted)
    }

    /// Ends the wait, and tells no more of it.
    pub(super) fn end(&self) {
        self.planned.set_value(None);
        if self.told.with_untracked(Option::is_some) {
            self.told.set(None);
        }
    }
}
