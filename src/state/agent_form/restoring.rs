//! Bringing back what was typed and not saved.

use leptos::{prelude::*, task::spawn_local};

use super::{AgentForm, Stage, Subject, keeping::content};
use crate::state::drafts::{
    self, KeptDraft, Sent,
    claim::{self, Claim},
};

/// What is known of a draft that was brought back.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct BroughtBack {
    /// When it was kept, in milliseconds since 1970.
    pub kept_at: f64,
    /// Whether a create of it was sent whose end nobody has seen: the next save looks first.
    pub may_be_saved: bool,
}

impl AgentForm {
    /// What is known of what is in the form, if it was brought back.
    pub fn brought_back(&self) -> ReadSignal<Option<BroughtBack>> {
        self.keeping.brought_back.read_only()
    }

    /// Gives up what was brought back and begins with the record.
    pub fn start_afresh(&self) {
        if self.is_busy() {
            return;
        }
        let (fresh, photo) = self.fresh.get_value();
        self.forget_restored();
        self.keeping.brought_back.set(None);
        self.show_problems(Vec::new(), false);
        self.tag_text.set(String::new());
        self.pasted.set(String::new());
        self.other_email.set(None);
        self.stage.set(Stage::Editing);
        self.base.set(fresh.clone());
        self.base_photo.set(photo);
        self.draft.set(fresh);
        self.photo.set(None);
    }

    /// Brings back what was kept for `subject` and is not being typed in another tab, unless typing has begun before it is
    /// there; or, at once, what another form has handed over.
    pub(super) fn restore(&self, subject: &Subject) {
        let handed = self.received_for(subject);
        let (form, subject) = (*self, self.keeping.subject_key(subject));
        let opening = self.memory.with_value(|memory| memory.opening);
        let own_key = if claim::is_possible() { format!("{subject} {}", new_word()) } else { subject.clone() };
        form.keeping.own_key.set_value(own_key.clone());
        let handed_key = handed.as_ref().map(|handed| handed.key.clone());
        if let Some(handed) = handed {
            form.take_over(handed);
        }
        spawn_local(async move {
            let mut own = Claim::on(&own_key).await;
            if let Some(key) = &handed_key {
                // The form that has handed it over has given it up by now.
                own = Claim::on(key).await;
            }
            // One that is over by now must not stand in the way of the one that follows it.
            if form.memory.try_with_value(|memory| memory.opening) != Some(opening) {
                return;
            }
            let found = match handed_key {
                Some(_) => None,
                None => find_kept(&subject, form.keeping.keeps_private_notes).await,
            };
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

    fn take_back(&self, kept: KeptDraft) {
        let mut content = content(&kept);
        let KeptDraft { record, photo } = kept;
        let (kept_at, seen, sent) = (record.kept_at, record.photo.clone(), record.sent.clone());
        self.pasted.set(record.pasted.clone());
        if record.other_email.is_some() {
            self.other_email.set(record.other_email.clone());
        }
        let (base, draft) = self.fresh.with_value(|(fresh, _)| record.over(fresh));
        let may_be_saved = sent.create.is_some();
        self.remember_sent(sent);
        self.base.set(base);
        self.base_photo.set(seen);
        content.0 = draft.clone();
        self.keeping.restored.set_value(Some(content));
        self.draft.set(draft);
        if let Some((picture, name)) = photo {
            self.choose_kept_photo(picture, name);
        }
        self.keeping.brought_back.set(Some(BroughtBack { kept_at, may_be_saved }));
    }

    /// Goes on with what may have been stored before.
    pub(super) fn remember_sent(&self, sent: Sent) {
        self.memory.update_value(|memory| {
            memory.known = sent.create.as_ref().map(|create| create.known.clone()).unwrap_or_default();
            memory.sent = sent;
        });
    }
}

/// The draft for `subject` that this tab has written last, else the newest one, among those that no other tab has. Private
/// notes that were kept when that was allowed, and is not any more, are forgotten.
async fn find_kept(subject: &str, keeps_private_notes: bool) -> Option<(String, Claim, KeptDraft)> {
    let last = claim::remembered(subject);
    let mut keys = drafts::keys(subject).await;
    keys.sort_by_key(|key| last.as_ref() != Some(key));
    for key in keys {
        let Some(claim) = Claim::on(&key).await else { continue };
        let Some(mut kept) = drafts::read(&key).await else { continue };
        if !keeps_private_notes && kept.record.has_private_notes {
            kept.record.forget_private_notes();
            if kept.says_nothing() {
                drafts::remove(&key).await;
                continue;
            }
            drafts::write(&key, &kept).await;
        }
        return Some((key, claim, kept));
    }
    None
}

/// A word that no other draft's key has.
fn new_word() -> String {
    format!("{:x}{:x}", js_sys::Date::now() as u64, (js_sys::Math::random() * f64::from(u32::MAX)) as u64)
}
