//! What a save has to know before and after it writes.

use web_sys::AbortController;

use super::Run;
use crate::{
    api::error::Error,
    domain::{agent::Agent, draft::Draft, id::ConnectionId},
    state::{agent_form::look_up::look_up, progress::Waiting},
};

impl Run {
    /// The record as it is now.
    pub(super) async fn record(&self, id: &ConnectionId) -> Result<Agent, Error> {
        self.read(async |controller| self.client.get(id, controller).await).await
    }

    /// Everyone who may be the agent of `draft`.
    pub(super) async fn look_up(&self, draft: &Draft) -> Result<Vec<Agent>, Error> {
        look_up(draft, async |query| self.read(async |controller| self.client.list(query, controller).await).await)
            .await
    }

    /// Asks, and asks again by itself where that may help, as long as the form is there.
    async fn read<T>(&self, ask: impl AsyncFn(AbortController) -> Result<T, Error>) -> Result<T, Error> {
        let answer = self.ask_until_answered(ask).await;
        if self.is_wanted() {
            self.form.repetition.end();
        }
        answer
    }

    async fn ask_until_answered<T>(&self, ask: impl AsyncFn(AbortController) -> Result<T, Error>) -> Result<T, Error> {
        let mut retries = 0;
        loop {
            match ask(self.controller()?).await {
                Err(error) if self.is_wanted() => {
                    let (waiting, milliseconds) = Waiting::after(error, retries)?;
                    retries = waiting.attempt;
                    self.form.repetition.wait(waiting, milliseconds).await?;
                }
                answer => return answer,
            }
        }
    }
}
