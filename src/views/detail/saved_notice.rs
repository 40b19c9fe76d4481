//! What the newest save has come to, above the agent that was saved.

use leptos::prelude::*;

use crate::{
    components::live_text::live_text,
    domain::id::ConnectionId,
    locale::{td_string, use_locale},
    state::{
        agent_form::{AgentForm, Saved},
        opened_agent::OpenedAgent,
    },
};

/// Says that the agent is saved, or that there was nothing to save. It goes when another agent is opened.
#[component]
pub fn SavedNotice(form: AgentForm, opened: OpenedAgent) -> impl IntoView {
    let locale = use_locale();
    let told = live_text(move || {
        // What was not kept is told in the form, and whoever has left it there knows.
        let is_whole = |saved: &Saved| saved.not_kept.is_empty();
        let saved = form.saved().get().filter(is_whole);
        let unchanged = form.unchanged().get();
        let is_opened = |one: &Option<ConnectionId>| one.is_some() && opened.opened().with(|id| id == one);
        match saved.filter(|saved| is_opened(&Some(saved.agent.id.clone()))) {
            Some(saved) if saved.is_photo_unseen => td_string!(locale, detail.saved_photo_unseen).to_owned(),
            Some(saved) if saved.is_found => td_string!(locale, detail.saved_without_answer).to_owned(),
            Some(_) => td_string!(locale, detail.saved).to_owned(),
            None if is_opened(&unchanged) => td_string!(locale, detail.unchanged).to_owned(),
            None => String::new(),
        }
    });
    view! { <p class="saved" role="status">{told}</p> }
}
