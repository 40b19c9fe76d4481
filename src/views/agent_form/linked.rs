//! A create that has come to an agent who is there already, or seems to have.

use leptos::prelude::*;

use super::found_actions::FoundActions;
use crate::{
    domain::{agent::Agent, field::Field, id::ConnectionId},
    locale::{Locale, td_string, use_locale},
    state::agent_form::{AgentForm, Stage},
};

/// What the server has done instead, and the ways on.
#[component]
pub fn Linked(form: AgentForm, on_open: Callback<ConnectionId>) -> impl IntoView {
    let locale = use_locale();
    let linked = Memo::new(move |_| {
        form.stage().with(|stage| match stage {
            Stage::Linked(agent, not_kept) => {
                Some(((**agent).clone(), td_string!(locale, linked.title), told_of_link(agent, not_kept, locale)))
            }
            Stage::MadeBefore(agent) => {
                Some(((**agent).clone(), td_string!(locale, linked.title), told_of_earlier_save(agent, locale)))
            }
            Stage::FoundInstead(agent) => {
                Some(((**agent).clone(), td_string!(locale, linked.found_title), told_of_another(agent, locale)))
            }
            _ => None,
        })
    });
    view! { {move || linked.get().map(|(agent, title, told)| view! { <Explanation form agent title told on_open /> })} }
}

fn told_of_link(agent: &Agent, not_kept: &[Field], locale: Locale) -> String {
    let fields = not_kept.iter().map(|field| field.label(locale)).collect::<Vec<_>>().join(", ");
    let told = td_string!(locale, linked.told, name = agent.display_name(locale));
    if fields.is_empty() { told } else { format!("{told} {}", td_string!(locale, linked.lost, fields = fields)) }
}

fn told_of_earlier_save(agent: &Agent, locale: Locale) -> String {
    td_string!(locale, linked.made_before, name = agent.display_name(locale))
}

fn told_of_another(agent: &Agent, locale: Locale) -> String {
    td_string!(locale, linked.found_instead, name = agent.display_name(locale))
}

#[component]
fn Explanation(
    form: AgentForm,
    agent: Agent,
    title: &'static str,
    told: String,
    on_open: Callback<ConnectionId>,
) -> impl IntoView {
    let locale = use_locale();
    view! {
        <section class="form-obstacle obstacle" aria-labelledby="linked-title" tabindex="-1">
            <h3 id="linked-title">{title}</h3>
            <p role="alert">{told} " " {td_string!(locale, form.still_here)}</p>
            <FoundActions form agent on_open />
        </section>
    }
}
