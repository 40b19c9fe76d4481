//! What can be done with an agent who is there already.

use leptos::prelude::*;

use crate::{
    domain::{agent::Agent, id::ConnectionId},
    locale::{td_string, use_locale},
    state::agent_form::AgentForm,
};

/// The ways to see the agent, and to go on with what was typed as a change of them.
#[component]
pub fn FoundActions(form: AgentForm, agent: Agent, on_open: Callback<ConnectionId>) -> impl IntoView {
    let locale = use_locale();
    let (name, id) = (agent.display_name(locale), agent.id.clone());
    view! {
        <div class="buttons">
            <button
                type="button"
                class="button"
                aria-label=td_string!(locale, duplicates.open_named, name = name.as_str())
                on:click=move |_| on_open.run(id.clone())
            >
                {td_string!(locale, duplicates.open)}
            </button>
            <button
                type="button"
                class="button"
                aria-label=td_string!(locale, duplicates.adopt_named, name = name)
                on:click=move |_| form.adopt(&agent)
            >
                {td_string!(locale, duplicates.adopt)}
            </button>
        </div>
    }
}
