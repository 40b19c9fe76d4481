//! What the newest save has come to, above the agent that was saved.

use leptos::prelude::*;

use crate::{
    locale::{td_string, use_locale},
    state::{agent_form::AgentForm, opened_agent::OpenedAgent},
};

/// Says that the agent is saved. It goes when another agent is opened.
#[component]
pub fn SavedNotice(form: AgentForm, opened: OpenedAgent) -> impl IntoView {
    let locale = use_locale();
    let told = RwSignal::new("");
    Effect::new(move |_| {
        let saved = form.saved().with(|saved| saved.as_ref().map(|saved| saved.agent.id.clone()));
        let is_saved = saved.is_some() && opened.opened().with(|id| *id == saved);
        // A live region tells what comes into it, not what it is born with.
        request_animation_frame(move || {
            told.try_set(if is_saved { td_string!(locale, detail.saved) } else { "" });
        });
    });
    view! { <p class="saved" role="status">{told}</p> }
}
