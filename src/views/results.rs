//! How much was found, told to everyone.

use leptos::prelude::*;

use crate::{
    components::number::NumberFormat,
    domain::pagination::Pagination,
    state::agent_list::{AgentList, Progress},
};

/// The polite live region: results and place in them, once an answer is there.
#[component]
pub fn Results(list: AgentList, numbers: NumberFormat) -> impl IntoView {
    let (progress, pagination) = (list.progress(), list.pagination());
    let text = move || match progress.get() {
        Progress::Loaded => pagination.with(|pagination| pagination.as_ref().map(|shown| range(shown, numbers))),
        Progress::Loading if list.rows().is_empty() => Some("Loading agents…".into()),
        Progress::Loading | Progress::Waiting(_) | Progress::Failed(_) => None,
    };
    // A region that empties while loading would make the bar jump: the words of the last answer stay.
    let latest = Memo::new(move |before: Option<&String>| text().or_else(|| before.cloned()).unwrap_or_default());
    view! { <p class="results" role="status" aria-live="polite">{latest}</p> }
}

fn range(shown: &Pagination, numbers: NumberFormat) -> String {
    let (Some(first), Some(last)) = (shown.first_row(), shown.last_row()) else {
        return "No agents".into();
    };
    let rows = format!("{}–{}", numbers.format(first), numbers.format(last));
    match shown.total {
        Some(total) => format!("{rows} of {}", numbers.format(total)),
        None => rows,
    }
}
