//! Changing an agent, and never going over what somebody else has written.

use leptos::prelude::*;

use super::{Outcome, Run, Saved, Stage, Stop, photo_last::before_photo};
use crate::{
    api::{client::Written, error::Error, photo_file::PhotoFile},
    domain::{
        agent::Agent,
        draft::{Changes, Conflict, Draft},
        field::Field,
        id::ConnectionId,
        photo_address::SeenPhoto,
    },
};

impl Run {
    pub(super) async fn update(&self, id: &ConnectionId) -> Result<Saved, Stop> {
        let not_sent = |error| Stop::Failed(error, Outcome::NotSent);
        let current = self.record(id).await.map_err(not_sent)?;
        let photo = if self.recognizes_photo(&current) { None } else { self.photo.clone() };
        let fields = self.take_in(&current, photo.is_some().then_some(SeenPhoto::is_other));
        if !fields.is_empty() {
            return Err(Stop::At(Box::new(Stage::Conflicts { fields, is_begun: false })));
        }
        let (base, draft) = (Draft::of(&current), self.form.draft.try_get_untracked().unwrap_or_default());
        let mut changes = draft.changes(&base);
        // It is locked in the form, and the server would refuse the whole. API: certain.
        changes.texts.retain(|(field, _)| *field != Field::Email);
        // Where there is a photo already, its address may stay: the new one goes alone, so that the time of the last change
        // tells of it.
        let is_in_two = changes.needs_document() || (!changes.is_empty() && current.image_url.is_some());
        if let Some(photo) = photo.clone().filter(|_| is_in_two) {
            // The texts go first, so that the photo is all that can be left over.
            let texts = self.send(id, &changes, None, &current).await.map_err(before_photo)?;
            // What is saved by now is no change any more, whatever becomes of the photo.
            let mut fields = self.take_in(&texts.agent, Some(SeenPhoto::has_other_path));
            fields.retain(|conflict| conflict.field == Field::Photo);
            if !fields.is_empty() {
                return Err(Stop::At(Box::new(Stage::Conflicts { fields, is_begun: true })));
            }
            return Ok(self.with_photo(photo, &changes, texts).await);
        }
        if photo.is_none() && changes.is_empty() {
            let not_kept = Vec::new();
            return Ok(Saved {
                agent: current,
                created: false,
                is_found: false,
                not_kept,
                is_photo_unseen: false,
                photo_error: None,
            });
        }
        self.send(id, &changes, photo, &current).await
    }

    /// Whether the photo that is chosen is there already: an earlier save had sent it and could not see it. Then it is chosen no
    /// more. Of a photo that was sent before another was chosen, the record's new one is known not to be somebody else's.
    fn recognizes_photo(&self, current: &Agent) -> bool {
        let form = self.form;
        let sent = form.memory.try_with_value(|memory| memory.sent.photo.clone()).flatten();
        let seen = SeenPhoto::of(current);
        if sent.is_none() || !self.is_wanted() || !form.base_photo.with_untracked(|before| before.is_other(&seen)) {
            return false;
        }
        form.base_photo.set(seen);
        let is_chosen = sent == self.photo_key;
        if is_chosen {
            form.photo.set(None);
        }
        self.note_sent(|sent| sent.photo = None);
        is_chosen
    }

    /// Brings what others have written into the form; gives what both have changed. Where there is a photo to send,
    /// `is_other_photo` tells whether another has come meanwhile.
    fn take_in(&self, current: &Agent, is_other_photo: Option<fn(&SeenPhoto, &SeenPhoto) -> bool>) -> Vec<Conflict> {
        let (form, theirs, seen) = (self.form, Draft::of(current), SeenPhoto::of(current));
        if !self.is_wanted() {
            return Vec::new();
        }
        let (base, mut draft) = (form.base.get_untracked(), form.draft.get_untracked());
        let mut conflicts = draft.rebase(&base, &theirs);
        let mut settled = theirs.clone();
        conflicts.iter().for_each(|conflict| settled.take(conflict.field, &base));
        form.draft.set(draft);
        form.base.set(settled);
        form.theirs.set_value((theirs, seen.clone()));
        let before = form.base_photo.get_untracked();
        if is_other_photo.is_some_and(|is_other| is_other(&before, &seen)) {
            let theirs = seen.address.unwrap_or_default();
            conflicts.push(Conflict { field: Field::Photo, theirs, mine: String::new() });
        } else {
            form.base_photo.set(seen);
        }
        conflicts
    }

    pub(super) async fn send(
        &self,
        id: &ConnectionId,
        changes: &Changes,
        photo: Option<PhotoFile>,
        before: &Agent,
    ) -> Result<Saved, Stop> {
        let has_photo = photo.is_some();
        let not_sent = |error| Stop::Failed(error, Outcome::NotSent);
        let controller = self.controller().map_err(not_sent)?;
        let sent_before = self.form.memory.try_with_value(|memory| memory.sent.photo.clone()).flatten();
        if photo.is_some() {
            self.note_sent(|sent| sent.photo = self.photo_key.clone());
        }
        let written = self.client.update(id, self.write(changes.clone(), photo), controller).await;
        let outcome = self.outcome(id, changes, has_photo, before, written).await;
        if matches!(outcome, Err(Stop::Failed(_, Outcome::NotSaved | Outcome::NotFound))) {
            self.note_sent(|sent| sent.photo = sent_before);
        }
        outcome
    }

    /// What has become of a change, by its answer and by the look afterwards.
    async fn outcome(
        &self,
        id: &ConnectionId,
        changes: &Changes,
        has_photo: bool,
        before: &Agent,
        written: Result<Written, Error>,
    ) -> Result<Saved, Stop> {
        let replaced = has_photo.then_some(before);
        match written {
            // The answer may have less than the record, and does not count.
            Ok(_) => {
                self.confirm(id, false, changes, replaced).await.map_err(|error| Stop::Failed(error, Outcome::Unread))
            }
            Err(error) if error.leaves_write_open() => match self.confirm(id, false, changes, replaced).await {
                Ok(saved) if is_done(&saved, changes, has_photo, before) => Ok(Saved { is_found: true, ..saved }),
                Ok(_) => Err(Stop::Failed(error, Outcome::NotFound)),
                Err(_) => Err(Stop::Failed(error, Outcome::Unknown)),
            },
            Err(error) => Err(Stop::Failed(error, Outcome::NotSaved)),
        }
    }
}

/// Whether a write without an answer has been done: something of it is there that was not there before.
fn is_done(saved: &Saved, changes: &Changes, has_photo: bool, before: &Agent) -> bool {
    let lacking = |agent: &Agent| changes.not_kept(&Draft::of(agent)).len();
    let is_replaced = SeenPhoto::of(before).is_other(&SeenPhoto::of(&saved.agent));
    (has_photo && is_replaced) || lacking(&saved.agent) < lacking(before)
}
