//! What becomes of the form when a save ends.

use leptos::prelude::*;

use super::{Failure, Run, Saved, Stage, Stop, Subject};
use crate::domain::{draft::Draft, field::Field};

impl Run {
    /// The form closes, unless the server has left something out, or a text was pasted meanwhile: that stays, to be looked at.
    fn finish(&self, saved: Saved) {
        let (form, typed) = (self.form, self.form.draft.get_untracked());
        let (photo, pasted) = (form.photo.chosen().get_untracked(), form.pasted.get_untracked());
        let sent_photo = form.memory.with_value(|memory| memory.sent.photo.clone());
        let has_news = form.has_news_for(&typed);
        form.close();
        if saved.not_kept.is_empty() && !has_news {
            return form.saved.set(Some(saved));
        }
        form.begin(Subject::Existing(saved.agent.id.clone()), &saved.agent);
        form.pasted.set(pasted);
        let again = saved.not_kept.iter().filter(|field| **field != Field::Email);
        form.draft.update(|draft| again.for_each(|field| draft.take(*field, &typed)));
        // The email can't be sent again: it stays to be seen.
        form.other_email.set(typed.other_email(&Draft::of(&saved.agent)));
        if saved.not_kept.contains(&Field::Photo) {
            form.photo.set(photo);
            form.memory.update_value(|memory| memory.sent.photo = sent_photo);
        }
        form.stage.set(match &saved.photo_error {
            Some((error, outcome)) if saved.not_kept == [Field::Photo] => {
                Stage::Failed(Failure::new(error, *outcome, form.locale).0)
            }
            _ if saved.not_kept.is_empty() => Stage::TextLeft { is_saved: true },
            _ => Stage::NotKept(saved.not_kept.clone()),
        });
        form.attempts.update(|attempts| *attempts += 1);
        // Whoever hears of it hears at the end of this turn: a form that begins forgets what the one before has come to.
        form.saved.set(Some(saved));
    }

    pub(super) fn end(&self, outcome: Result<Saved, Stop>) {
        if !self.is_wanted() {
            return;
        }
        let form = self.form;
        form.pending.set_value(None);
        // Whoever wanted to leave meanwhile sees first what has become of the save.
        form.stay();
        let is_touched = outcome.as_ref().is_err_and(Stop::leaves_writes);
        match outcome {
            Ok(saved) => {
                self.finish(saved);
                return;
            }
            Err(Stop::At(stage)) => form.stage.set(*stage),
            Err(Stop::Failed(error, outcome)) => {
                let (failure, problems) = Failure::new(&error, outcome, form.locale);
                // The failure itself is told above the fields.
                form.show_problems(problems, true);
                form.stage.set(Stage::Failed(failure));
            }
        }
        form.attempts.update(|attempts| *attempts += 1);
        if is_touched {
            form.touched.update(|touched| *touched += 1);
        }
    }
}
