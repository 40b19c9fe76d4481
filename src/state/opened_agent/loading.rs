//! Reading the record, and reading it again by itself where that may help.

use std::rc::{Rc, Weak};

use gloo_timers::callback::Timeout;
use leptos::{prelude::*, task::spawn_local};

use super::OpenedAgent;
use crate::{
    api::{error::Error, transport::Cancellation},
    domain::agent::Agent,
    state::{
        paint::after_paint,
        progress::{Progress, Waiting},
    },
};

/// A repetition to come. Dropped, it is not made.
#[derive(Debug)]
pub(super) struct Retry {
    attempt: u32,
    _timer: Timeout,
}

impl OpenedAgent {
    /// Asks for the record again, if an agent is open.
    pub fn reload(&self) {
        if self.opened.with_untracked(Option::is_some) {
            self.load();
        }
    }

    /// Asks again now instead of after the wait.
    pub fn retry_now(&self) {
        if let Some(Retry { attempt, .. }) = self.retry.try_update_value(Option::take).flatten() {
            self.progress.maybe_update(Progress::end_wait);
            self.ask(attempt);
        }
    }

    pub(super) fn load(&self) {
        self.progress.set(Progress::Loading);
        self.ask(0);
    }

    /// Asks for the record once what the list knows of the agent is there to be read.
    pub(super) fn load_after_paint(&self) {
        let (state, opened) = (*self, self.opened.get_untracked());
        after_paint(move || {
            // Another may be open by then, the record on its way, or the element gone.
            let is_planned = || state.pending.with_value(Option::is_none);
            if state.opened.try_get_untracked().is_some_and(|now| now == opened) && is_planned() {
                state.load();
            }
        });
    }

    /// Ends everything that is under way or planned.
    pub(super) fn stop(&self) {
        self.pending.set_value(None);
        self.retry.set_value(None);
    }

    fn ask(&self, retries: u32) {
        self.stop();
        let Some(id) = self.opened.get_untracked() else { return };
        let state = *self;
        let cancellation = match Cancellation::new() {
            Ok(cancellation) => Rc::new(cancellation),
            Err(error) => return self.progress.set(Progress::Failed(error)),
        };
        let wanted = Rc::downgrade(&cancellation);
        let (client, controller) = (self.client.get_value(), cancellation.controller());
        self.pending.set_value(Some(cancellation));
        spawn_local(async move {
            let answer = client.get(&id, controller).await;
            state.receive(answer, &wanted, retries);
        });
    }

    /// Shows an answer, unless another agent, the closing or the end of the element has made it worthless.
    fn receive(&self, answer: Result<Agent, Error>, wanted: &Weak<Cancellation>, retries: u32) {
        if wanted.strong_count() == 0 {
            return;
        }
        match answer {
            Ok(agent) => {
                if self.agent.with_untracked(|now| now.as_ref() != Some(&agent)) {
                    self.agent.set(Some(agent));
                }
                self.progress.set(Progress::Loaded);
            }
            Err(error) => self.give_up_or_wait(error, retries),
        }
    }

    fn give_up_or_wait(&self, error: Error, retries: u32) {
        match Waiting::after(error, retries) {
            Ok((waiting, milliseconds)) => {
                let state = *self;
                let _timer = Timeout::new(milliseconds, move || state.retry_now());
                self.retry.set_value(Some(Retry { attempt: waiting.attempt, _timer }));
                self.progress.set(Progress::Waiting(waiting));
            }
            Err(error) => self.progress.set(Progress::Failed(error)),
        }
    }
}
