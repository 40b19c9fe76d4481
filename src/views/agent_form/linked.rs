//! A create that the server has linked to an agent who was there already.

use leptos::prelude::*;

use crate::{
    domain::{agent::Agent, field::Field, id::ConnectionId},
    state::agent_form::{AgentForm, Stage},
};

/// What the server has done instead, and the ways on.
#[component]
pub fn Linked(form: AgentForm, on_open: Callback<ConnectionId>) -> impl IntoView {
    let linked = Memo::new(move |_| {
        form.stage().with(|stage| match stage {
            Stage::Linked(agent, not_kept) => Some(((**agent).clone(), not_kept.clone())),
            _ => None,
        })
    });
    view! { {move || linked.get().map(|(agent, not_kept)| view! { <Explanation form agent not_kept on_open /> })} }
}

#[component]
fn Explanation(form: AgentForm, agent: Agent, not_kept: Vec<Field>, on_open: Callback<ConnectionId>) -> impl IntoView {
    let (name, id) = (agent.display_name(), agent.id.clone());
    let fields = not_kept.iter().map(|field| field.label()).collect::<Vec<_>>().join(", ");
    let lost = if fields.is_empty() { String::new() } else { format!(" It did not take over: {fields}.") };
    view! {
        <section class="form-obstacle obstacle" aria-labelledby="linked-title" tabindex="-1">
            <h3 id="linked-title">"This agent was there already"</h3>
            <p role="alert">
                {format!("The server made no new agent. It answered with {name}, who is on record already.{lost} ")}
                "What you typed is still here."
            </p>
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
                    aria-label=format!("Edit {name} with what you typed")
                    on:click=move |_| form.adopt(&agent)
                >
                    "Edit with what you typed"
                </button>
            </div>
        </section>
    }
}
