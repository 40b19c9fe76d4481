//! How much was found, told to everyone.

use leptos::prelude::*;

use crate::{
    components::number::NumberFormat,
    domain::pagination::Pagination,
    locale::{Locale, td_string, use_locale},
    state::{
        agent_list::{AgentList, Progress},
        paint::is_painted,
    },
};

/// The polite live region: results and place in them, once an answer is there.
#[component]
pub fn Results(list: AgentList, numbers: NumberFormat) -> impl IntoView {
    let locale = use_locale();
    let (progress, pagination) = (list.progress(), list.pagination());
    // Whoever sees the first agents need not wait for their number: large numbers take a browser a while the first time.
    let is_painted = is_painted();
    let text = move || match progress.get() {
        _ if !is_painted.get() => None,
        Progress::Loaded => {
            pagination.with(|pagination| pagination.as_ref().map(|shown| range(shown, numbers, locale)))
        }
        Progress::Loading if list.rows().is_empty() => Some(td_string!(locale, list.loading_told).into()),
        Progress::Loading | Progress::Waiting(_) | Progress::Failed(_) => None,
    };
    // A region that empties while loading would make the bar jump: the words of the last answer stay.
    let latest = Memo::new(move |before: Option<&String>| text().or_else(|| before.cloned()).unwrap_or_default());
    // People who see the page's number between the buttons need not read it twice.
    let page = move || {
        let shown = pagination.get().filter(|_| is_painted.get());
        shown.map(|shown| page(&shown, numbers, locale))
    };
    view! {
        <p class="results" role="status" aria-live="polite">
            {latest}
            <span class="told">{page}</span>
        </p>
    }
}

/// For example `, page 2 of 247`; nothing on an empty page.
fn page(shown: &Pagination, numbers: NumberFormat, locale: Locale) -> String {
    let number = numbers.format(shown.page.number.into());
    match shown.last_page {
        _ if shown.rows == 0 => String::new(),
        Some(last) => td_string!(locale, list.page_of, page = number, last = numbers.format(last.into())),
        None => td_string!(locale, list.page, page = number),
    }
}

fn range(shown: &Pagination, numbers: NumberFormat, locale: Locale) -> String {
    let (Some(first), Some(last)) = (shown.first_row(), shown.last_row()) else {
        return td_string!(locale, list.none).into();
    };
    let (first, last) = (numbers.format(first), numbers.format(last));
    match shown.total {
        Some(total) => td_string!(locale, list.range_of, first = first, last = last, total = numbers.format(total)),
        None => td_string!(locale, list.range, first = first, last = last),
    }
}
