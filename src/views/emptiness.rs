//! What stands in the place of rows while there are none.

use leptos::{either::EitherOf3, prelude::*};

use super::chips::ClearAll;
use crate::{
    domain::query::{Filter, Query},
    locale::{Locale, td_string, use_locale},
    state::{
        agent_list::AgentList,
        progress::Progress,
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
    let locale = use_locale();
    let query = list.query();
    let text = move || query.with(|query| suggestions.seen().with(|seen| no_agents(query, seen, locale)));
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
fn no_agents(query: &Query, seen: &Seen, locale: Locale) -> String {
    let filters: Vec<_> = query.filters.chosen().iter().map(|filter| quoted(filter, seen, locale)).collect();
    match (query.fulltext.as_str(), filters.join(", ").as_str()) {
        ("", "") => td_string!(locale, empty.nobody).into(),
        (text, "") => td_string!(locale, empty.text, text = text),
        ("", filters) => td_string!(locale, empty.filters, filters = filters),
        (text, filters) => td_string!(locale, empty.both, text = text, filters = filters),
    }
}

/// A filter within a sentence.
fn quoted(filter: &Filter, seen: &Seen, locale: Locale) -> String {
    let value = seen.name(filter);
    match filter {
        Filter::Agency(_) => td_string!(locale, empty.agency, value = value),
        Filter::Team(_) => td_string!(locale, empty.team, value = value),
        Filter::Agent(_) => td_string!(locale, empty.agent_id, value = value),
        Filter::Connection(_) => td_string!(locale, empty.connection_id, value = value),
        Filter::Email(_) => td_string!(locale, empty.email, value = value),
        Filter::Tag(_) => td_string!(locale, empty.tag, value = value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(query: &str) -> String {
        no_agents(&Query::parse(query).unwrap(), &Seen::default(), Locale::en)
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
