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
    // People who see the page's number between the buttons need not read it twice.
    let page = move || pagination.with(|shown| shown.as_ref().map(|shown| page(shown, numbers)));
    view! {
        <p class="results" role="status" aria-live="polite">
            {latest}
            <span class="told">{page}</span>
        </p>
    }
}

/// For example `, page 2 of 247`; nothing on an empty page.
fn page(shown: &Pagination, numbers: NumberFormat) -> String {
    let number = numbers.format(shown.page.number.into());
    match shown.last_page {
        _ if shown.rows == 0 => String::new(),
        Some(last) => format!(", page {number} of {}", numbers.format(last.into())),
        None => format!(", page {number}"),
    }
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
