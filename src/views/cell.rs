//! What a column shows of an agent. No cell listens for anything: its buttons say in `data-filter` what they filter by.

use leptos::{either::EitherOf4, prelude::*};

use super::columns::{Column, Content};
use crate::{components::number::NumberFormat, domain::agent::Agent};

/// How many tags a cell names; the others are counted.
const TAGS_SHOWN: usize = 2;

/// The cell of `column`, empty where the agent has nothing to show there.
pub fn cell(column: &Column, agent: &Agent, numbers: NumberFormat) -> impl IntoView + use<> {
    let text = match column.content {
        Content::Agency => agent.agency_name.clone(),
        Content::Team => agent.agent_team_name.clone(),
        Content::Link(_, read) | Content::Text(read) => read(agent).clone(),
        Content::Count(read) => read(agent).map(|count| numbers.format(count)),
        Content::Other => {
            agent.other.iter().find(|(attribute, _)| *attribute == column.attribute).map(|(_, text)| text.clone())
        }
        Content::Tags => None,
    };
    let content = match (column.content, text) {
        (Content::Tags, _) => EitherOf4::A(tags(&agent.tags)),
        (Content::Agency, Some(name)) if agent.agency_id.is_some() => {
            EitherOf4::B(filter_button("agency", "Show only this agency", name))
        }
        (Content::Team, Some(name)) if agent.agent_team_id.is_some() => {
            EitherOf4::B(filter_button("team", "Show only this team", name))
        }
        (Content::Link(scheme, _), Some(text)) => {
            let href = format!("{scheme}:{text}");
            EitherOf4::C(view! { <a href=href>{text}</a> })
        }
        (_, text) => EitherOf4::D(text),
    };
    view! {
        <td role="cell" class=column.class data-label=column.label.clone()>
            {content}
        </td>
    }
}

/// The text, and a small button after it, so that a click on the text opens the agent as it does anywhere in the row. The
/// button's name is the same in all rows: a page turn need not write it.
fn filter_button(by: &'static str, name: &'static str, text: String) -> impl IntoView {
    (text, view! { <button type="button" class="only" data-filter=by aria-label=name title=name></button> })
}

fn tags(tags: &[String]) -> impl IntoView + use<> {
    let tag = |tag: &String| {
        view! {
            <button type="button" class="chip" data-filter="tag" aria-description="Show only agents with this tag">
                {tag.clone()}
            </button>
        }
    };
    let named = tags.iter().take(TAGS_SHOWN).map(tag).collect_view();
    let more = tags.get(TAGS_SHOWN..).filter(|more| !more.is_empty()).map(|more| {
        view! { <span class="chip more" title=more.join(", ")>{format!("+{}", more.len())}</span> }
    });
    (named, more)
}
