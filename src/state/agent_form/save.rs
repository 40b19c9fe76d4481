//! Saving: what is asked before, what is sent in which order, and what is made sure of afterwards.

mod create;
mod ending;
mod photo_last;
mod read;
mod update;

use std::rc::Rc;

use leptos::{prelude::*, task::spawn_local};
use web_sys::AbortController;

use super::{AgentForm, Destination, PictureWait, Saved, Stage, Step, Subject, failure::Outcome, stage::Failure};
use crate::{
    api::{
        client::{Client, Write},
        error::Error,
        photo_file::PhotoFile,
        transport::Cancellation,
    },
    domain::{
        agent::Agent,
        draft::{Changes, Draft},
        field::Field,
        id::ConnectionId,
        photo_address::{Fate, fate},
    },
    state::drafts::{PhotoKey, Sent},
};

/// One run of a save. The form may be closed while it runs; then nothing of it is shown any more.
#[derive(Clone)]
struct Run {
    form: AgentForm,
    client: Client,
    opening: u32,
    draft: Draft,
    photo: Option<PhotoFile>,
    photo_key: Option<PhotoKey>,
}

/// Why a run ends without having saved.
enum Stop {
    /// The person has to decide or to correct something first.
    At(Box<Stage>),
    /// A request has failed.
    Failed(Error, Outcome),
}

impl Stop {
    /// Whether something may have been written all the same.
    fn leaves_writes(&self) -> bool {
        match self {
            Self::At(stage) => {
                matches!(
                    **stage,
                    Stage::Linked(..)
                        | Stage::MadeBefore(_)
                        | Stage::FoundInstead(_)
                        | Stage::Conflicts { is_begun: true, .. }
                )
            }
            Self::Failed(_, outcome) => !matches!(outcome, Outcome::NotSent | Outcome::NotSaved),
        }
    }
}

impl AgentForm {
    /// Checks everything, then saves. While a save is under way, another is not begun.
    pub fn save(&self) {
        let Some(subject) = self.subject.get_untracked() else { return };
        if self.stage.with_untracked(Stage::is_busy) {
            return;
        }
        if untrack(|| self.photo.is_reading()) {
            return self.waiting.set(PictureWait::ForPicture);
        }
        self.waiting.set(PictureWait::No);
        let draft = self.draft_with_tag();
        self.draft.set(draft.clone());
        self.tag_text.set(String::new());
        if let Subject::Existing(id) = &subject
            && self.photo.chosen().with_untracked(Option::is_none)
            && self.base.with_untracked(|base| draft.changes(base).is_empty())
        {
            return self.leave_unchanged(id.clone());
        }
        let found = self.find_problems(&draft);
        let count = found.len();
        self.show_problems(found, count > 1);
        if count > 0 {
            self.stage.set(Stage::Editing);
            self.attempts.update(|attempts| *attempts += 1);
            return self.refused.set((count > 1).then_some((self.attempts.get_untracked(), count)));
        }
        self.memory.update_value(|memory| memory.is_stopped = false);
        self.stage.set(Stage::Busy(Step::Checking));
        let run = Run {
            form: *self,
            client: self.client.get_value(),
            opening: self.memory.with_value(|memory| memory.opening),
            draft,
            photo: self.photo.chosen().get_untracked().map(|photo| photo.file),
            photo_key: self.photo.key(),
        };
        spawn_local(async move {
            let outcome = match &subject {
                Subject::New => run.create().await,
                Subject::Existing(id) => run.update(id).await,
            };
            run.end(outcome);
        });
    }

    /// There is nothing to send: the form closes and says so, unless there is a text to fill in from.
    fn leave_unchanged(&self, id: ConnectionId) {
        if self.draft.with_untracked(|draft| self.has_news_for(draft)) {
            self.stage.set(Stage::TextLeft { is_saved: false });
            return self.attempts.update(|attempts| *attempts += 1);
        }
        let is_news = self.fresh.get_value() != (self.base.get_untracked(), self.base_photo.get_untracked());
        self.close();
        self.unchanged.set(Some(id));
        if is_news {
            // What others have written was read meanwhile, and is to be seen.
            self.touched.update(|touched| *touched += 1);
        }
        self.left_for.set(Some(Destination::Back));
    }

    /// Saves as new whoever the duplicates are.
    pub fn create_anyway(&self) {
        let found = self.stage.with_untracked(|stage| match stage {
            Stage::Duplicates { found, .. } => found.iter().map(|agent| agent.id.clone()).collect(),
            _ => Vec::new(),
        });
        self.memory.update_value(|memory| memory.accepted.extend(found));
        self.save();
    }

    /// Stops the request that is under way; what was typed stays, and the directory looks what the server has done of it.
    pub fn stop(&self) {
        self.memory.update_value(|memory| memory.is_stopped = true);
        self.pending.set_value(None);
        self.retry.cancel();
    }
}

impl Run {
    /// Whether the form is still the one that was saved.
    fn is_wanted(&self) -> bool {
        self.form.memory.try_with_value(|memory| memory.opening == self.opening) == Some(true)
    }

    /// Whether the person has stopped the save.
    fn is_stopped(&self) -> bool {
        self.form.memory.try_with_value(|memory| memory.is_stopped) != Some(false)
    }

    /// What ends the next request; the one before is over by now.
    fn controller(&self) -> Result<AbortController, Error> {
        if !self.is_wanted() {
            return Err(Error::Aborted);
        }
        let cancellation = Rc::new(Cancellation::new()?);
        let controller = cancellation.controller();
        self.form.pending.try_set_value(Some(cancellation));
        Ok(controller)
    }

    fn tell(&self, step: Step) {
        if self.is_wanted() {
            self.form.stage.set(Stage::Busy(step));
        }
    }

    /// Remembers what is about to be sent or has been refused, as long as the form is there.
    fn note_sent(&self, change: impl FnOnce(&mut Sent)) {
        if self.is_wanted() {
            self.form.note_sent(change);
        }
    }

    fn write(&self, changes: Changes, photo: Option<PhotoFile>) -> Write {
        self.tell(if photo.is_some() { Step::Uploading(0.0) } else { Step::Sending });
        let run = self.clone();
        let photo = photo.map(|photo| (photo, Rc::new(move |sent| run.tell(Step::Uploading(sent))) as Rc<_>));
        Write { changes, photo }
    }

    /// Reads the record again and says what of `changes` the server has not kept, and whether a photo that was sent to the
    /// record as it was `before`; whether that is there can't always be seen.
    async fn confirm(
        &self,
        id: &ConnectionId,
        created: bool,
        changes: &Changes,
        before: Option<&Agent>,
    ) -> Result<Saved, Error> {
        self.tell(Step::Confirming);
        let agent = self.record(id).await?;
        let mut not_kept = changes.not_kept(&Draft::of(&agent));
        let fate = before.map(|before| fate(before, &agent, changes.is_empty()));
        if fate == Some(Fate::Dropped) {
            not_kept.push(Field::Photo);
        }
        let is_photo_unseen = fate == Some(Fate::CannotTell);
        Ok(Saved { agent, created, is_found: false, not_kept, is_photo_unseen, photo_error: None })
    }
}
