//! Handing what is typed to the form that takes this one's place, as when the page changes an attribute.

use leptos::prelude::*;
use web_sys::Blob;

use super::{AgentForm, BroughtBack, Subject};
use crate::{
    domain::{draft::Draft, photo_address::SeenPhoto},
    state::{drafts::Sent, photo::ChosenPhoto},
};

/// All that was in a form, also what no draft may keep. It stays in memory.
#[derive(Clone, Debug)]
pub struct HandedOver {
    subject: Subject,
    /// The key of its draft in the browser.
    pub(super) key: String,
    base: Draft,
    seen_photo: SeenPhoto,
    draft: Draft,
    tag_text: String,
    pasted: String,
    other_email: Option<String>,
    sent: Sent,
    photo: Option<ChosenPhoto>,
    /// The pictures that were being read, and their names.
    pictures: Vec<(Blob, String)>,
}

impl AgentForm {
    /// What is in the form, if leaving would lose anything of it; of a closed form, what it was itself handed and has not been
    /// opened for.
    pub fn hand_over(&self) -> Option<HandedOver> {
        let Some(subject) = self.subject.get_untracked() else {
            return self.handed.try_update_value(Option::take).flatten();
        };
        untrack(|| self.has_changes()).then(|| HandedOver {
            subject,
            key: self.keeping.own_key.get_value(),
            base: self.base.get_untracked(),
            seen_photo: self.base_photo.get_untracked(),
            draft: self.draft.get_untracked(),
            tag_text: self.tag_text.get_untracked(),
            pasted: self.pasted.get_untracked(),
            other_email: self.other_email.get_untracked(),
            sent: self.memory.with_value(|memory| memory.sent.clone()),
            photo: self.photo.chosen().get_untracked(),
            pictures: self.photo.being_read(),
        })
    }

    /// Holds what another form has handed over, until this one is opened for the same.
    pub fn receive(&self, handed: HandedOver) {
        self.handed.set_value(Some(handed));
    }

    /// What was handed over for `subject`.
    pub(super) fn received_for(&self, subject: &Subject) -> Option<HandedOver> {
        let is_for = self.handed.with_value(|handed| handed.as_ref().is_some_and(|handed| handed.subject == *subject));
        if is_for { self.handed.try_update_value(Option::take).flatten() } else { None }
    }

    /// Goes on where the other form has ended, and says so, as of a draft that was brought back.
    pub(super) fn take_over(&self, handed: HandedOver) {
        let may_be_saved = handed.sent.create.is_some();
        self.keeping.own_key.set_value(handed.key);
        self.remember_sent(handed.sent);
        self.base.set(handed.base);
        self.base_photo.set(handed.seen_photo);
        self.draft.set(handed.draft);
        self.tag_text.set(handed.tag_text);
        self.pasted.set(handed.pasted);
        self.other_email.set(handed.other_email);
        if handed.photo.is_some() {
            self.photo.set(handed.photo);
        }
        for (picture, name) in handed.pictures {
            self.choose_photo(picture, name);
        }
        self.keeping.brought_back.set(Some(BroughtBack { kept_at: js_sys::Date::now(), may_be_saved }));
    }
}
