//! Keeping what is typed in the browser, so that it outlives the panel, the page and the tab.

use std::time::Duration;

use gloo_timers::callback::Timeout;
use leptos::{prelude::*, task::spawn_local};

use super::{AgentForm, Subject};
use crate::{
    domain::draft::Draft,
    state::drafts::{self, DraftRecord, KeptDraft},
};

/// How long after a change it is kept: a moment in which nobody closes a page.
const REST: Duration = Duration::from_millis(250);

/// Where the drafts of one element are kept, and what has come of them.
#[derive(Clone, Copy)]
pub(super) struct Keeping {
    /// What the keys begin with: another API has other agents.
    api: StoredValue<String>,
    keeps_private_notes: bool,
    rest: StoredValue<Option<Timeout>, LocalStorage>,
    pub(super) restored_at: RwSignal<Option<f64>>,
    pub(super) is_possible: RwSignal<bool>,
}

impl Keeping {
    pub(super) fn new(api: String, keeps_private_notes: bool) -> Self {
        Self {
            api: StoredValue::new(api),
            keeps_private_notes,
            rest: StoredValue::new_local(None),
            restored_at: RwSignal::new(None),
            is_possible: RwSignal::new(true),
        }
    }

    fn key(&self, subject: &Subject) -> String {
        self.api.with_value(|api| match subject {
            Subject::New => format!("{api} new"),
            Subject::Existing(id) => format!("{api} {id}"),
        })
    }
}

impl AgentForm {
    /// When what is in the form was kept, in milliseconds since 1970, if it was brought back.
    pub fn restored_at(&self) -> ReadSignal<Option<f64>> {
        self.keeping.restored_at.read_only()
    }

    /// Whether the browser keeps what is typed.
    pub fn keeps_drafts(&self) -> ReadSignal<bool> {
        self.keeping.is_possible.read_only()
    }

    /// Gives up what was brought back and begins with the record.
    pub fn start_afresh(&self) {
        let fresh = self.fresh.get_value();
        self.keeping.restored_at.set(None);
        self.problems.set(Vec::new());
        self.base.set(fresh.clone());
        self.draft.set(fresh);
        self.photo.set(None);
    }

    /// Keeps each change a moment after it, and forgets what has become as it was.
    pub(super) fn keep_changes(&self) {
        let form = *self;
        Effect::new(move |_| {
            form.draft.track();
            form.photo.chosen().track();
            let Some(subject) = form.subject.get_untracked() else { return };
            form.keeping.rest.set_value(Some(Timeout::new(REST.as_millis() as u32, move || form.keep(subject))));
        });
    }

    fn keep(&self, subject: Subject) {
        let form = *self;
        if form.subject.try_get_untracked().flatten().as_ref() != Some(&subject) {
            return;
        }
        let key = form.keeping.key(&subject);
        if !untrack(|| form.has_changes()) {
            return spawn_local(async move { drafts::remove(&key).await });
        }
        let photo = form.photo.chosen().get_untracked();
        let draft = KeptDraft {
            record: DraftRecord {
                kept_at: js_sys::Date::now(),
                base: form.base.get_untracked(),
                draft: form.draft.get_untracked(),
                image: form.base_image.get_value(),
                has_private_notes: form.keeping.keeps_private_notes,
            },
            photo: photo.map(|photo| (photo.file.blob, photo.file.name)),
        };
        spawn_local(async move {
            let is_kept = drafts::write(&key, &draft).await;
            form.keeping.is_possible.try_set(is_kept);
        });
    }

    /// Forgets what was kept for `subject`.
    pub(super) fn forget(&self, subject: &Subject) {
        self.keeping.rest.set_value(None);
        let key = self.keeping.key(subject);
        spawn_local(async move { drafts::remove(&key).await });
    }

    /// Brings back what was kept for `subject`, unless typing has begun before it is there.
    pub(super) fn restore(&self, subject: &Subject) {
        let (form, key) = (*self, self.keeping.key(subject));
        let opening = self.memory.with_value(|memory| memory.opening);
        spawn_local(async move {
            let Some(kept) = drafts::read(&key).await else { return };
            let is_same = form.memory.try_with_value(|memory| memory.opening == opening) == Some(true);
            if is_same && !untrack(|| form.has_changes()) {
                form.take_back(kept);
            }
        });
    }

    fn take_back(&self, kept: KeptDraft) {
        let (kept_at, image) = (kept.record.kept_at, kept.record.image.clone());
        let (base, draft): (Draft, Draft) = kept.record.over(&self.fresh.get_value());
        self.base.set(base);
        self.base_image.set_value(image);
        self.draft.set(draft);
        if let Some((picture, name)) = kept.photo {
            self.choose_photo(picture, name);
        }
        self.keeping.restored_at.set(Some(kept_at));
    }
}
