//! What the newest save has come to, above the agent that was saved.

use leptos::prelude::*;

use crate::state::{
    agent_form::{AgentForm, Saved},
    opened_agent::OpenedAgent,
};

/// Says that the agent is saved, and names what the server has not kept. It goes when another agent is opened.
#[component]
pub fn SavedNotice(form: AgentForm, opened: OpenedAgent) -> impl IntoView {
    let saved = Memo::new(move |_| {
        let saved = form.saved().get()?;
        opened.opened().with(|id| id.as_ref() == Some(&saved.agent.id)).then_some(saved)
    });
    let is_kept = move || saved.with(|saved| saved.as_ref().is_some_and(|saved| saved.not_kept.is_empty()));
    let lost = move || saved.with(|saved| saved.as_ref().filter(|saved| !saved.not_kept.is_empty()).map(not_kept));
    let told = move || if is_kept() { "Saved." } else { "" };
    view! {
        <p class="saved" role="status">{told}</p>
        {move || lost().map(|text| view! { <p class="notice" role="alert">{text}</p> })}
    }
}

fn not_kept(saved: &Saved) -> String {
    let fields = saved.not_kept.iter().map(|field| field.label()).collect::<Vec<_>>().join(", ");
    format!("Saved, but the server did not keep: {fields}. It may not take them, or may take them later: look again.")
}
