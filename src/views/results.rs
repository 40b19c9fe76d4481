//! How much was found, told to everyone.

use leptos::prelude::*;

use super::{after_paint::AfterPaint, chips, sort_by};
use crate::{
    components::number::NumberFormat,
    domain::{pagination::Pagination, query::Query},
    locale::{Locale, td_string, use_locale},
    state::{agent_list::AgentList, progress::Progress, suggestions::Suggestions},
};

/// The polite live region. Whoever sees the first agents need not wait for their number: large numbers take a browser a while
/// the first time.
#[component]
pub fn Results(list: AgentList, suggestions: Suggestions, numbers: NumberFormat) -> impl IntoView {
    view! {
        <p class="results" role="status" aria-live="polite">
            <AfterPaint>
                <Found list suggestions numbers />
            </AfterPaint>
        </p>
    }
}

/// Results and place in them, once an answer is there.
#[component]
fn Found(list: AgentList, suggestions: Suggestions, numbers: NumberFormat) -> impl IntoView {
    let locale = use_locale();
    let (progress, pagination) = (list.progress(), list.pagination());
    let text = move || match progress.get() {
        Progress::Loaded => {
            pagination.with(|pagination| pagination.as_ref().map(|shown| range(shown, numbers, locale)))
        }
        Progress::Loading if list.rows().is_empty() => Some(td_string!(locale, list.loading_told).into()),
        // What went wrong is told above the list.
        Progress::Waiting(_) | Progress::Failed(_) if list.rows().is_empty() => Some(String::new()),
        Progress::Loading | Progress::Waiting(_) | Progress::Failed(_) => None,
    };
    // A region that empties while loading would make the bar jump: the words of the last answer stay.
    let latest = Memo::new(move |before: Option<&String>| text().or_else(|| before.cloned()).unwrap_or_default());
    // People who see the page's number between the buttons need not read it twice.
    let page = move || pagination.get().map(|shown| page(&shown, numbers, locale));
    // As many agents as before are other agents, of which only other words tell.
    let news = Memo::new(move |before: Option<&(Option<Query>, String)>| {
        let now = list.answered().get();
        match before {
            Some(before) if before.0 == now => before.clone(),
            Some((Some(before), _)) => {
                let told = now.as_ref().map(|now| news(before, now, list, suggestions, locale)).unwrap_or_default();
                (now, told)
            }
            _ => (now, String::new()),
        }
    });
    view! {
        {latest}
        <Show when=move || latest.with(|latest| !latest.is_empty())>
            <span class="told">{page} {move || news.with(|(_, told)| told.clone())}</span>
        </Show>
    }
}

/// What is asked for otherwise than before: `, search “ana”, Agency: Harbor Realty, First name, A to Z`.
fn news(before: &Query, now: &Query, list: AgentList, suggestions: Suggestions, locale: Locale) -> String {
    let mut parts = Vec::new();
    if now.fulltext != before.fulltext {
        parts.push(match now.fulltext.as_str() {
            "" => td_string!(locale, list.no_search).to_owned(),
            text => td_string!(locale, list.search, text = text),
        });
    }
    if now.filters != before.filters {
        let chosen = now.filters.chosen();
        match chosen.as_slice() {
            [] => parts.push(td_string!(locale, list.no_filter).to_owned()),
            chosen => parts.extend(untrack(|| {
                chosen.iter().map(|filter| chips::name(filter, list, suggestions, locale)).collect::<Vec<_>>()
            })),
        }
    }
    if now.sort != before.sort {
        parts.push(sort_by::label(now.sort, locale));
    }
    parts.iter().map(|part| format!(", {part}")).collect()
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
