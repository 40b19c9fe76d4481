//! What the newest save has come to, above the agent that was saved.

use leptos::prelude::*;

use crate::state::{agent_form::AgentForm, opened_agent::OpenedAgent};

/// Says that the agent is saved. It goes when another agent is opened.
#[component]
pub fn SavedNotice(form: AgentForm, opened: OpenedAgent) -> impl IntoView {
    let is_saved = move || {
        let saved = form.saved().with(|saved| saved.as_ref().map(|saved| saved.agent.id.clone()));
        saved.is_some() && opened.opened().with(|id| *id == saved)
    };
    view! { <p class="saved" role="status">{move || if is_saved() { "Saved." } else { "" }}</p> }
}
