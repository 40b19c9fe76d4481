//! What stands in the place of rows while there are none.

use leptos::{either::EitherOf3, prelude::*};

use super::chips::{ClearAll, kind};
use crate::{
    domain::query::Query,
    state::{
        agent_list::{AgentList, Progress},
        suggestions::{Seen, Suggestions},
    },
};

/// How many rows are drawn empty while the first answer is awaited.
const PLACEHOLDERS: usize = 8;

/// Empty rows before the first answer; a message where the answer has none.
#[component]
pub fn Emptiness(list: AgentList, suggestions: Suggestions) -> impl IntoView {
    move || {
        if !list.rows().is_empty() {
            return EitherOf3::A(());
        }
        match list.progress().get() {
            Progress::Loading | Progress::Waiting(_) => EitherOf3::B(view! {
                <div class="placeholders" aria-hidden="true">
                    {(0..PLACEHOLDERS).map(|_| view! { <div class="placeholder"></div> }).collect_view()}
                </div>
            }),
            Progress::Loaded => EitherOf3::C(view! { <NoAgents list suggestions /> }),
            Progress::Failed(_) => EitherOf3::A(()),
        }
    }
}

#[component]
fn NoAgents(list: AgentList, suggestions: Suggestions) -> impl IntoView {
    let query = list.query();
    let text = move || query.with(|query| suggestions.seen().with(|seen| no_agents(query, seen)));
    let is_filtered = move || query.with(|query| !query.filters.chosen().is_empty());
    view! {
        <div class="empty">
            <p>{text}</p>
            <Show when=is_filtered>
                <ClearAll list />
            </Show>
        </div>
    }
}

/// Says what was searched and filtered.
fn no_agents(query: &Query, seen: &Seen) -> String {
    let filters: Vec<_> = query
        .filters
        .chosen()
        .iter()
        .map(|filter| format!("{} “{}”", kind(filter).to_lowercase().replace(" id", " ID"), seen.name(filter)))
        .collect();
    match (query.fulltext.as_str(), filters.join(", ").as_str()) {
        ("", "") => "There are no agents here yet.".into(),
        (text, "") => format!("No agent matches “{text}”."),
        ("", filters) => format!("No agent has {filters}."),
        (text, filters) => format!("No agent matches “{text}” and has {filters}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(query: &str) -> String {
        no_agents(&Query::parse(query).unwrap(), &Seen::default())
    }

    #[test]
    fn the_message_says_what_was_searched_and_filtered() {
        assert_eq!(told(""), "There are no agents here yet.");
        assert_eq!(told("filter[fulltext]=ruiz"), "No agent matches “ruiz”.");
        let filtered = told("filter[agency_id]=7&filter[tag][]=VIP&filter[tag][]=Gold");
        assert_eq!(filtered, "No agent has agency “7”, tag “VIP”, tag “Gold”.");
        assert_eq!(told("filter[fulltext]=ruiz&filter[id]=4"), "No agent matches “ruiz” and has connection ID “4”.");
    }
}
