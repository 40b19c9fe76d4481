//! A create that has come to an agent who is there already.

use leptos::prelude::*;

use super::found_actions::FoundActions;
use crate::{
    domain::{agent::Agent, field::Field, id::ConnectionId},
    state::agent_form::{AgentForm, Stage},
};

/// What the server has done instead, and the ways on.
#[component]
pub fn Linked(form: AgentForm, on_open: Callback<ConnectionId>) -> impl IntoView {
    let linked = Memo::new(move |_| {
        form.stage().with(|stage| match stage {
            Stage::Linked(agent, not_kept) => Some(((**agent).clone(), told_of_link(agent, not_kept))),
            Stage::MadeBefore(agent) => Some(((**agent).clone(), told_of_earlier_save(agent))),
            _ => None,
        })
    });
    view! { {move || linked.get().map(|(agent, told)| view! { <Explanation form agent told on_open /> })} }
}

fn told_of_link(agent: &Agent, not_kept: &[Field]) -> String {
    let fields = not_kept.iter().map(|field| field.label()).collect::<Vec<_>>().join(", ");
    let lost = if fields.is_empty() { String::new() } else { format!(" It did not take over: {fields}.") };
    let name = agent.display_name();
    format!("The server made no new agent. It answered with {name}, who is on record already.{lost}")
}

fn told_of_earlier_save(agent: &Agent) -> String {
    format!("The earlier save has worked, although its answer was lost: it made {}.", agent.display_name())
}

#[component]
fn Explanation(form: AgentForm, agent: Agent, told: String, on_open: Callback<ConnectionId>) -> impl IntoView {
    view! {
        <section class="form-obstacle obstacle" aria-labelledby="linked-title" tabindex="-1">
            <h3 id="linked-title">"This agent is there already"</h3>
            <p role="alert">{told} " What you typed is still here."</p>
            <FoundActions form agent on_open />
        </section>
    }
}
