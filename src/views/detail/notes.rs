//! What colleagues have written.

use leptos::prelude::*;

use super::section::Section;
use crate::domain::agent::Agent;

/// Notes and private notes, with the line breaks they were written with.
#[component]
pub fn Notes(agent: Memo<Agent>) -> impl IntoView {
    let notes = move |title: &'static str, read: fn(&Agent) -> &Option<String>| {
        let text = Memo::new(move |_| agent.with(|agent| read(agent).clone()));
        move || text.get().map(|text| view! { <Section title><p class="notes">{text}</p></Section> })
    };
    (notes("Notes", |agent| &agent.notes), notes("Private notes", |agent| &agent.private_notes))
}
