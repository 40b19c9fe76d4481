//! What the form tells of itself.

use leptos::prelude::*;

use super::{AgentForm, Retry, Saved, Stage, Subject};
use crate::domain::{agent::Agent, draft::Draft, field::Field, id::ConnectionId};

impl AgentForm {
    /// What the form is for; `None` while it is closed.
    pub fn subject(&self) -> ReadSignal<Option<Subject>> {
        self.subject.read_only()
    }

    /// How often the form has been opened: it is drawn anew each time.
    pub fn openings(&self) -> ReadSignal<u32> {
        self.openings.read_only()
    }

    /// What is typed.
    pub fn draft(&self) -> ReadSignal<Draft> {
        self.draft.read_only()
    }

    /// The record as it was read last.
    pub fn record(&self) -> ReadSignal<Draft> {
        self.base.read_only()
    }

    /// How many saves have ended with something to look at.
    pub fn attempts(&self) -> ReadSignal<u32> {
        self.attempts.read_only()
    }

    /// What is typed as a tag and is none yet.
    pub fn tag_text(&self) -> RwSignal<String> {
        self.tag_text
    }

    /// The email that was typed before the form went on with an agent who has another, and which can't be saved.
    pub fn other_email(&self) -> ReadSignal<Option<String>> {
        self.other_email.read_only()
    }

    /// What is wrong with the fields.
    pub fn problems(&self) -> ReadSignal<Vec<(Field, String)>> {
        self.problems.read_only()
    }

    /// How far the form has come.
    pub fn stage(&self) -> ReadSignal<Stage> {
        self.stage.read_only()
    }

    /// The wait before a request of the save under way is repeated.
    pub fn retry(&self) -> Retry {
        self.retry
    }

    /// The address of the photo that the record has; tracked.
    pub fn saved_photo(&self) -> Option<String> {
        self.base_photo.with(|photo| photo.address.clone())
    }

    /// The letters in the place of a photo, as the name is typed; tracked.
    pub fn initials(&self) -> String {
        let name = |field| self.draft.with(|draft| Some(draft.shown(field)).filter(|name| !name.is_empty()));
        let (first_name, last_name) = (name(Field::FirstName), name(Field::LastName));
        Agent { first_name, last_name, ..Agent::default() }.initials()
    }

    /// What the newest save has come to.
    pub fn saved(&self) -> ReadSignal<Option<Saved>> {
        self.saved.read_only()
    }

    /// How many saves have ended without being told as saved, of which a part may have been written.
    pub fn touched(&self) -> ReadSignal<u32> {
        self.touched.read_only()
    }

    /// The agent whose form was saved last, if nothing had been changed in it.
    pub fn unchanged(&self) -> ReadSignal<Option<ConnectionId>> {
        self.unchanged.read_only()
    }

    /// Whether there is anything that leaving would lose; tracked.
    pub fn has_changes(&self) -> bool {
        self.photo.chosen().with(Option::is_some)
            || self.photo.is_reading()
            || self.has_loose_text()
            || self.base.with(|base| self.draft.with(|draft| !draft.changed(base).is_empty()))
    }

    /// Whether anything is typed or pasted that is in no field yet; tracked.
    pub(super) fn has_loose_text(&self) -> bool {
        self.tag_text.with(|text| !text.trim().is_empty()) || !self.news().is_empty()
    }
}
