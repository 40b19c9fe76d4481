//! One agent in the list.

use leptos::prelude::*;

use crate::{
    components::{avatar::Avatar, number::NumberFormat},
    domain::agent::Agent,
    state::{opened_agent::OpenedAgent, rows::Row},
};

/// How many tags a row names; the others are counted.
const TAGS_SHOWN: usize = 2;

/// A row whose cells follow the agent at its position.
#[component]
pub fn AgentRow(row: Row, opened: OpenedAgent, numbers: NumberFormat) -> impl IntoView {
    let is_open = move || opened.position().get() == Some(row.position);
    let agent = RwSignal::from(row.agent);
    let text = move |read: fn(&Agent) -> &Option<String>| move || agent.with(|agent| read(agent).clone());
    let link = move |scheme: &'static str, read: fn(&Agent) -> &Option<String>| {
        move || {
            let text = agent.with(|agent| read(agent).clone())?;
            let href = format!("{scheme}:{text}");
            let title = text.clone();
            Some(view! { <a href=href title=title>{text}</a> })
        }
    };
    let name = move || agent.with(Agent::display_name);
    let image = Signal::derive(move || agent.with(|agent| agent.image_url.clone()));
    let initials = Signal::derive(move || agent.with(Agent::initials));
    let inspections = move || agent.with(|agent| agent.agent_inspections.map(|count| numbers.format(count)));

    view! {
        <tr role="row" part="row" aria-current=move || is_open().then_some("true")>
            <td role="cell" class="name">
                <Avatar image initials />
                <button type="button" class="text" data-open title=name>{name}</button>
            </td>
            <td role="cell" class="agency" title=text(|agent| &agent.agency_name)>{text(|agent| &agent.agency_name)}</td>
            <td role="cell" class="team" title=text(|agent| &agent.agent_team_name)>
                {text(|agent| &agent.agent_team_name)}
            </td>
            <td role="cell" class="email">{link("mailto", |agent| &agent.email)}</td>
            <td role="cell" class="phone">{link("tel", |agent| &agent.phone)}</td>
            <td role="cell" class="tags">{move || agent.with(|agent| tags(&agent.tags))}</td>
            <td role="cell" class="inspections" data-label="Inspections">{inspections}</td>
        </tr>
    }
}

fn tags(tags: &[String]) -> impl IntoView + use<> {
    let named =
        tags.iter().take(TAGS_SHOWN).cloned().map(|tag| view! { <span class="chip">{tag}</span> }).collect_view();
    let more = tags.get(TAGS_SHOWN..).filter(|more| !more.is_empty()).map(|more| {
        view! { <span class="chip more" title=more.join(", ")>{format!("+{}", more.len())}</span> }
    });
    (named, more)
}
