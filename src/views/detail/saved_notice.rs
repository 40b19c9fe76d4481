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
        let is_whole = |saved: &&Saved| saved.not_kept.is_empty();
        let (saved, is_photo_unseen) = form.saved().with(|saved| {
            let saved = saved.as_ref().filter(is_whole);
            (saved.map(|saved| saved.agent.id.clone()), saved.is_some_and(|saved| saved.is_photo_unseen))
        });
        let unchanged = form.unchanged().get();
        let is_opened = |one: &Option<ConnectionId>| one.is_some() && opened.opened().with(|id| id == one);
        match (is_opened(&saved), is_opened(&unchanged)) {
            (true, _) if is_photo_unseen => td_string!(locale, detail.saved_photo_unseen).to_owned(),
            (true, _) => td_string!(locale, detail.saved).to_owned(),
            (false, true) => td_string!(locale, detail.unchanged).to_owned(),
            (false, false) => String::new(),
        }
    });
    view! { <p class="saved" role="status">{told}</p> }
}
