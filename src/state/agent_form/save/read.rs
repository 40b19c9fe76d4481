//! What a save has to know before and after it writes.

use std::cell::Cell;

use web_sys::AbortController;

use super::Run;
use crate::{
    api::error::Error,
    domain::{agent::Agent, draft::Draft, id::ConnectionId, query::Query},
    state::{agent_form::look_up::look_up, progress::Waiting},
};

impl Run {
    /// The record as it is now.
    pub(super) async fn record(&self, id: &ConnectionId) -> Result<Agent, Error> {
        self.read(&Cell::default(), async |controller| self.client.get(id, controller).await).await
    }

    /// Everyone who may be the agent of `draft`. All requests of a look together are repeated as often as one.
    pub(super) async fn look_up(&self, draft: &Draft) -> Result<Vec<Agent>, Error> {
        let retries = Cell::default();
        let list = async |query: &Query| {
            self.read(&retries, async |controller| self.client.list(query, controller).await).await
        };
        look_up(draft, list).await
    }

    /// Asks, and asks again by itself where that may help, as long as the form is there and nobody has stopped the save.
    async fn read<T>(
        &self,
        retries: &Cell<u32>,
        ask: impl AsyncFn(AbortController) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let answer = self.ask_until_answered(retries, ask).await;
        if self.is_wanted() {
            self.form.retry.cancel();
        }
        answer
    }

    async fn ask_until_answered<T>(
        &self,
        retries: &Cell<u32>,
        ask: impl AsyncFn(AbortController) -> Result<T, Error>,
    ) -> Result<T, Error> {
        loop {
            match ask(self.controller()?).await {
                Err(error) if self.is_wanted() && !self.is_stopped() => {
                    let (waiting, milliseconds) = Waiting::after(error, retries.get())?;
                    retries.set(waiting.attempt);
                    self.form.retry.wait(waiting, milliseconds).await?;
                }
                answer => return answer,
            }
        }
    }
}
