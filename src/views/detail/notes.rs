//! What colleagues have written.

use leptos::prelude::*;

use super::section::Section;
use crate::{
    domain::{agent::Agent, field::Field},
    locale::use_locale,
};

/// Notes and private notes, with the line breaks they were written with.
#[component]
pub fn Notes(agent: Memo<Agent>) -> impl IntoView {
    let locale = use_locale();
    let notes = move |title: &'static str, read: fn(&Agent) -> &Option<String>| {
        let text = Memo::new(move |_| agent.with(|agent| read(agent).clone()));
        move || text.get().map(|text| view! { <Section title><p class="notes">{text}</p></Section> })
    };
    (
        notes(Field::Notes.label(locale), |agent| &agent.notes),
        notes(Field::PrivateNotes.label(locale), |agent| &agent.private_notes),
    )
}
