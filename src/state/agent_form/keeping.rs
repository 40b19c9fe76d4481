//! Keeping what is typed in the browser, so that it outlives the panel, the page and the tab.

use std::time::Duration;

use gloo_timers::callback::Timeout;
use leptos::{prelude::*, task::spawn_local};

use super::{AgentForm, Stage, Subject};
use crate::{
    domain::{draft::Draft, field::Field},
    state::drafts::{
        self, DraftRecord, KeptDraft,
        claim::{self, Claim},
    },
};

/// How long after a change it is kept: a moment in which nobody closes a page.
const REST: Duration = Duration::from_millis(250);

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

/// What is typed, and the name and size of the photo that is chosen.
type Content = (Draft, Option<(String, f64)>);

/// Where the drafts of one element are kept, and what has come of them.
#[derive(Clone, Copy)]
pub(super) struct Keeping {
    /// What the keys begin with: another API has other agents.
    api: StoredValue<String>,
    keeps_private_notes: bool,
    rest: StoredValue<Option<Timeout>, LocalStorage>,
    /// The key of what is typed now, which is no other tab's.
    own_key: StoredValue<String>,
    /// What keeps other tabs from it.
    claims: StoredValue<Vec<Claim>, LocalStorage>,
    /// What was brought back: as long as nothing is added, it keeps its age.
    restored: StoredValue<Option<Content>>,
    pub(super) restored_at: RwSignal<Option<f64>>,
    kept: RwSignal<Kept>,
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
            restored_at: RwSignal::new(None),
            kept: RwSignal::new(Kept::Whole),
        }
    }

    /// What the keys of the drafts for `subject` begin with.
    fn subject_key(&self, subject: &Subject) -> String {
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

    /// How much of what is typed now the browser keeps; tracked.
    pub fn kept(&self) -> Kept {
        match self.keeping.kept.get() {
            Kept::WithoutPhoto if self.photo.chosen().with(Option::is_none) => Kept::Whole,
            _ if !self.has_changes_to_keep() => Kept::Nothing,
            kept => kept,
        }
    }

    /// Gives up what was brought back and begins with the record.
    pub fn start_afresh(&self) {
        if self.is_busy() {
            return;
        }
        let (fresh, image) = self.fresh.get_value();
        self.forget_restored();
        self.keeping.restored_at.set(None);
        self.show_problems(Vec::new(), false);
        self.tag_text.set(String::new());
        self.other_email.set(None);
        self.stage.set(Stage::Editing);
        self.base.set(fresh.clone());
        self.base_image.set(image);
        self.draft.set(fresh);
        self.photo.set(None);
    }

    /// Keeps each change a moment after it, and forgets what has become as it was.
    pub(super) fn keep_changes(&self) {
        let form = *self;
        Effect::new(move |_| {
            form.draft.track();
            form.tag_text.track();
            form.photo.chosen().track();
            let Some(subject) = form.subject.get_untracked() else { return };
            form.keeping.rest.set_value(Some(Timeout::new(REST.as_millis() as u32, move || form.keep(subject))));
        });
    }

    /// Keeps what is typed at once, as before the form goes.
    pub fn keep_now(&self) {
        if let Some(subject) = self.subject.get_untracked().filter(|_| self.keeping.rest.with_value(Option::is_some)) {
            self.keeping.rest.set_value(None);
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
                spawn_local(async move { drafts::remove(&key).await });
            }
            return;
        }
        let photo = form.photo.chosen().get_untracked().map(|photo| (photo.file.blob, photo.file.name));
        let content = (form.draft_with_tag(), photo.as_ref().map(|(blob, name)| (name.clone(), blob.size())));
        let is_restored = form.keeping.restored.with_value(|restored| restored.as_ref() == Some(&content));
        if is_restored || form.photo.is_reading().get_untracked() {
            return;
        }
        form.forget_restored();
        claim::remember(&form.keeping.subject_key(&subject), &key);
        let draft = KeptDraft {
            record: DraftRecord {
                kept_at: js_sys::Date::now(),
                base: form.base.get_untracked(),
                draft: content.0,
                image: form.base_image.get_untracked(),
                other_email: form.other_email.get_untracked(),
                has_private_notes: form.keeping.keeps_private_notes,
            },
            photo,
        };
        let has_texts = untrack(|| form.has_texts_to_keep());
        spawn_local(async move {
            let kept = match drafts::write(&key, &draft).await {
                true => Kept::Whole,
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
        let key = self.keeping.own_key.get_value();
        spawn_local(async move { drafts::remove(&key).await });
    }

    /// Leaves what was kept to whoever opens the form next.
    pub(super) fn give_up_claims(&self) {
        self.keeping.claims.set_value(Vec::new());
    }

    /// Brings back what was kept for `subject` and is not being typed in another tab, unless typing has begun before it is
    /// there.
    pub(super) fn restore(&self, subject: &Subject) {
        let (form, subject) = (*self, self.keeping.subject_key(subject));
        let opening = self.memory.with_value(|memory| memory.opening);
        let own_key = if claim::is_possible() { format!("{subject} {}", new_word()) } else { subject.clone() };
        form.keeping.own_key.set_value(own_key.clone());
        spawn_local(async move {
            let own = Claim::on(&own_key).await;
            let found = find_kept(&subject).await;
            let is_same = form.memory.try_update_value(|memory| {
                memory.is_restored |= memory.opening == opening;
                memory.opening == opening
            });
            let is_untouched = || form.stage.with_untracked(|stage| *stage == Stage::Editing) && !form.has_changes();
            if is_same != Some(true) {
                return;
            }
            form.keeping.claims.update_value(|claims| claims.extend(own));
            if let Some((key, claim, kept)) = found.filter(|_| untrack(is_untouched)) {
                form.keeping.own_key.set_value(key);
                form.keeping.claims.update_value(|claims| claims.push(claim));
                form.take_back(kept);
            }
        });
    }

    /// What is typed, with the tag that is not finished.
    pub(super) fn draft_with_tag(&self) -> Draft {
        let (mut draft, tag) = (self.draft.get_untracked(), self.tag_text.get_untracked());
        let tag = Some(tag.trim()).filter(|tag| !tag.is_empty()).map(str::to_owned);
        draft.set_tags(draft.tags().iter().cloned().chain(tag).collect());
        draft
    }

    /// Whether there are changes that are kept where the browser can; tracked.
    pub fn has_changes_to_keep(&self) -> bool {
        self.photo.chosen().with(Option::is_some) || self.photo.is_reading().get() || self.has_texts_to_keep()
    }

    fn has_texts_to_keep(&self) -> bool {
        let is_kept = |field: &Field| self.keeping.keeps_private_notes || *field != Field::PrivateNotes;
        self.tag_text.with(|text| !text.trim().is_empty())
            || self.base.with(|base| self.draft.with(|draft| draft.changed(base).iter().any(is_kept)))
    }

    fn take_back(&self, kept: KeptDraft) {
        let (kept_at, image) = (kept.record.kept_at, kept.record.image.clone());
        if kept.record.other_email.is_some() {
            self.other_email.set(kept.record.other_email.clone());
        }
        let (base, draft) = self.fresh.with_value(|(fresh, _)| kept.record.over(fresh));
        self.base.set(base);
        self.base_image.set(image);
        let photo = kept.photo.as_ref().map(|(blob, name)| (name.clone(), blob.size()));
        self.keeping.restored.set_value(Some((draft.clone(), photo)));
        self.draft.set(draft);
        if let Some((picture, name)) = kept.photo {
            self.choose_photo(picture, name);
        }
        self.keeping.restored_at.set(Some(kept_at));
    }
}

/// The draft for `subject` that this tab has written last, else the newest one, among those that no other tab has.
async fn find_kept(subject: &str) -> Option<(String, Claim, KeptDraft)> {
    let last = claim::remembered(subject);
    let mut keys = drafts::keys(subject).await;
    keys.sort_by_key(|key| last.as_ref() != Some(key));
    for key in keys {
        let Some(claim) = Claim::on(&key).await else { continue };
        if let Some(kept) = drafts::read(&key).await {
            return Some((key, claim, kept));
        }
    }
    None
}

/// A word that no other draft's key has.
fn new_word() -> String {
    format!("{:x}{:x}", js_sys::Date::now() as u64, (js_sys::Math::random() * f64::from(u32::MAX)) as u64)
}
