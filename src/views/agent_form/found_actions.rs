//! What can be done with an agent who is there already.

use leptos::prelude::*;

use crate::{
    domain::{agent::Agent, id::ConnectionId},
    state::agent_form::AgentForm,
};

/// The ways to see the agent, and to go on with what was typed as a change of them.
#[component]
pub fn FoundActions(form: AgentForm, agent: Agent, on_open: Callback<ConnectionId>) -> impl IntoView {
    let (name, id) = (agent.display_name(), agent.id.clone());
    view! {
        <div class="buttons">
            <button
                type="button"
                class="button"
                aria-label=format!("Open {name}")
                on:click=move |_| on_open.run(id.clone())
            >
                "Open"
            </button>
            <button
                type="button"
                class="button"
                aria-label=format!("Edit with what you typed: {name}")
                on:click=move |_| form.adopt(&agent)
            >
                "Edit with what you typed"
            </button>
        </div>
    }
}
