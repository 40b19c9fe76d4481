//! Keeping what is typed in the browser, so that it outlives the panel, the page and the tab.

use std::time::Duration;

use gloo_timers::callback::Timeout;
use leptos::{prelude::*, task::spawn_local};
use web_sys::Blob;

use super::{AgentForm, Subject, restoring::BroughtBack};
use crate::{
    domain::{draft::Draft, field::Field, tag_set},
    state::{
        drafts::{
            self, DraftRecord, KeptDraft, PhotoKey, Sent,
            claim::{self, Claim},
            generation,
        },
        idle::IdleWork,
        state_signal::StateSignal,
    },
};

/// How long after a change it is kept: a moment in which nobody closes a page.
const REST: Duration = Duration::from_millis(250);

/// How long after the directory has been drawn old drafts are looked for, in milliseconds.
const CLEANING_REST: u32 = 2000;

/// How much of what is typed the browser keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kept {
    /// All that may be kept.
    Whole,
    /// There is no room for the photo.
    WithoutPhoto,
    /// Nothing.
    Nothing,
}

/// What is typed, what was pasted, the photo that is chosen, and what of them may have been stored.
pub(super) type Content = (Draft, String, Option<PhotoKey>, Sent);

/// Where the drafts of one element are kept, and what has come of them.
#[derive(Clone, Copy)]
pub(super) struct Keeping {
    /// What the keys begin with: another API has other agents.
    api: StoredValue<String>,
    pub(super) keeps_private_notes: bool,
    rest: StoredValue<Option<Timeout>, LocalStorage>,
    /// The key of what is typed now, which is no other tab's.
    pub(super) own_key: StoredValue<String>,
    /// What keeps other tabs from it.
    pub(super) claims: StoredValue<Vec<Claim>, LocalStorage>,
    /// What was brought back: as long as nothing is added, it keeps its age.
    pub(super) restored: StoredValue<Option<Content>>,
    pub(super) brought_back: StateSignal<Option<BroughtBack>>,
    kept: RwSignal<Kept>,
    cleaning: StoredValue<Option<IdleWork>, LocalStorage>,
}

impl Keeping {
    pub(super) fn new(api: String, keeps_private_notes: bool) -> Self {
        Self {
            api: StoredValue::new(api),
            keeps_private_notes,
            rest: StoredValue::new_local(None),
            own_key: StoredValue::new(String::new()),
            claims: StoredValue::new_local(Vec::new()),
            restored: StoredValue::new(None),
            brought_back: StateSignal::new(None),
            kept: RwSignal::new(Kept::Whole),
            cleaning: StoredValue::new_local(None),
        }
    }

    /// What the keys of the drafts for `subject` begin with.
    pub(super) fn subject_key(&self, subject: &Subject) -> String {
        self.api.with_value(|api| match subject {
            Subject::New => format!("{api} new"),
            Subject::Existing(id) => format!("{api} {id}"),
        })
    }
}

impl AgentForm {
    /// How much of what is typed now the browser keeps; tracked.
    pub fn kept(&self) -> Kept {
        match self.keeping.kept.get() {
            _ if !self.has_changes_to_keep() => Kept::Nothing,
            Kept::WithoutPhoto if self.photo.chosen().with(Option::is_none) => Kept::Whole,
            kept => kept,
        }
    }

    /// Keeps each change a moment after it, and forgets what has become as it was.
    pub(super) fn keep_changes(&self) {
        let form = *self;
        Effect::new(move |_| {
            form.draft.track();
            form.tag_text.track();
            form.pasted.track();
            form.photo.chosen().track();
            form.photo.reading.track();
            let Some(subject) = form.subject.get_untracked() else { return };
            form.keeping.rest.set_value(Some(Timeout::new(REST.as_millis() as u32, move || form.keep(subject))));
        });
    }

    /// Forgets the drafts that are too old, once the browser has nothing else to do.
    pub(super) fn forget_old_drafts(&self) {
        let work = IdleWork::after(CLEANING_REST, || spawn_local(drafts::forget_old()));
        self.keeping.cleaning.set_value(Some(work));
    }

    /// Keeps what is typed at once, as before the form goes.
    pub fn keep_now(&self) {
        if let Some(subject) = self.subject.get_untracked().filter(|_| self.keeping.rest.with_value(Option::is_some)) {
            self.keeping.rest.set_value(None);
            self.keep(subject);
        }
    }

    /// Remembers, beyond the page too, what is about to be sent or has been refused.
    pub(super) fn note_sent(&self, change: impl FnOnce(&mut Sent)) {
        self.memory.update_value(|memory| change(&mut memory.sent));
        if let Some(subject) = self.subject.get_untracked() {
            self.keep(subject);
        }
    }

    /// Whether any change would not be kept: those of the private notes are not, unless the embedder allows.
    pub fn loses_private_notes(&self) -> bool {
        let is_changed =
            || self.base.with(|base| self.draft.with(|draft| draft.changed(base).contains(&Field::PrivateNotes)));
        !self.keeping.keeps_private_notes && is_changed()
    }

    fn keep(&self, subject: Subject) {
        let form = *self;
        if form.subject.try_get_untracked().flatten().as_ref() != Some(&subject) {
            return;
        }
        let key = form.keeping.own_key.get_value();
        if !untrack(|| form.has_changes_to_keep()) {
            if form.memory.with_value(|memory| memory.is_restored) {
                forget_draft(key);
            }
            return;
        }
        let draft = KeptDraft {
            record: DraftRecord {
                kept_at: js_sys::Date::now(),
                base: form.base.get_untracked(),
                draft: form.draft_with_tag(),
                photo: form.base_photo.get_untracked(),
                pasted: form.pasted.get_untracked(),
                other_email: form.other_email.get_untracked(),
                has_private_notes: form.keeping.keeps_private_notes,
                sent: form.memory.with_value(|memory| memory.sent.clone()),
            },
            photo: form.photo_to_keep(),
        };
        let content = content(&draft);
        if form.keeping.restored.with_value(|restored| restored.as_ref() == Some(&content)) {
            return;
        }
        form.forget_restored();
        claim::remember(&form.keeping.subject_key(&subject), &key);
        let has_texts = untrack(|| form.has_texts_to_keep());
        let generation = generation::begin(&key);
        spawn_local(async move {
            let kept = match drafts::write(&key, &draft).await {
                true => Kept::Whole,
                // What has been forgotten or kept anew meanwhile stays so.
                false if !generation::is_current(&key, generation) => return,
                // There may be room for what is typed.
                false if draft.photo.is_some() && has_texts => {
                    let without_photo = KeptDraft { photo: None, ..draft };
                    if drafts::write(&key, &without_photo).await { Kept::WithoutPhoto } else { Kept::Nothing }
                }
                false => Kept::Nothing,
            };
            form.keeping.kept.try_set(kept);
        });
    }

    /// From now on, the same content is kept as any other.
    pub(super) fn forget_restored(&self) {
        self.keeping.restored.set_value(None);
    }

    /// Forgets what was kept of what is typed now.
    pub(super) fn forget(&self) {
        self.keeping.rest.set_value(None);
        self.forget_restored();
        forget_draft(self.keeping.own_key.get_value());
    }

    /// Leaves what was kept to whoever opens the form next.
    pub(super) fn give_up_claims(&self) {
        self.keeping.claims.set_value(Vec::new());
    }

    /// What is typed, with the tags that are not finished.
    pub(super) fn draft_with_tag(&self) -> Draft {
        let (mut draft, typed) = (self.draft.get_untracked(), self.tag_text.get_untracked());
        let mut tags = draft.tags().to_vec();
        typed.split(',').for_each(|tag| tag_set::add(&mut tags, tag));
        draft.set_tags(tags);
        draft
    }

    /// The photo that is chosen. One that is being read for the first time is kept when it is known to be one; one that was
    /// kept before stays so meanwhile.
    fn photo_to_keep(&self) -> Option<(Blob, String)> {
        let chosen = self.photo.chosen().get_untracked().map(|photo| (photo.file.blob, photo.file.name));
        chosen.or_else(|| self.photo.kept_before())
    }

    /// Whether a picture is still being read that is kept only when it is known to be a photo, whatever is kept until then;
    /// tracked.
    pub fn loses_picture(&self) -> bool {
        self.photo.is_reading_another()
    }

    /// Whether there are changes that are kept where the browser can; tracked.
    pub fn has_changes_to_keep(&self) -> bool {
        self.photo.chosen().track();
        self.photo.reading.track();
        self.photo_to_keep().is_some() || self.has_texts_to_keep()
    }

    fn has_texts_to_keep(&self) -> bool {
        let is_kept = |field: &Field| self.keeping.keeps_private_notes || *field != Field::PrivateNotes;
        self.has_loose_text() || self.base.with(|base| self.draft.with(|draft| draft.changed(base).iter().any(is_kept)))
    }
}

/// What is compared of a draft.
pub(super) fn content(kept: &KeptDraft) -> Content {
    (kept.record.draft.clone(), kept.record.pasted.clone(), kept.photo_key(), kept.record.sent.clone())
}

/// Forgets it for good, even if it is being kept at this moment.
fn forget_draft(key: String) {
    generation::begin(&key);
    spawn_local(async move { drafts::remove(&key).await });
}
