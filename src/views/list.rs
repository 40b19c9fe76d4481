//! The table, with what went wrong above it and what stands in its place while there is nothing to show.

use leptos::prelude::*;

use super::{
    after_paint::AfterPaint,
    columns::{Column, default_choice, named},
    emptiness::Emptiness,
    failure::Failure,
    header::ColumnHeader,
    remarks::Remarks,
    rows::AgentRows,
};
use crate::{
    api::error::Error,
    components::{lasting::lasting, number::NumberFormat},
    domain::query::SortKey,
    locale::{td_string, use_locale},
    state::{
        agent_list::AgentList,
        opened_agent::OpenedAgent,
        preferences::{Density, Preferences},
        progress::Progress,
        suggestions::Suggestions,
    },
};

/// With more columns than this, the table is scrolled sideways rather than squeezed.
const FITTING: usize = 8;

/// The agents. The rows of the previous answer stay while the next one is awaited or has failed.
#[component]
pub fn List(
    list: AgentList,
    opened: OpenedAgent,
    suggestions: Suggestions,
    preferences: Preferences,
    numbers: NumberFormat,
) -> impl IntoView {
    let locale = use_locale();
    let (progress, liked) = (list.progress(), preferences.get());
    let is_loading = Memo::new(move |_| progress.with(Progress::is_loading));
    let is_slow = lasting(is_loading);
    let columns =
        Memo::new(move |_| liked.with(|liked| named(&liked.columns.clone().unwrap_or_else(default_choice), locale)));
    let headers = move || {
        let header = |column: Column| {
            view! { <ColumnHeader list label=column.label class=column.class sort=column.sort /> }
        };
        columns.get().into_iter().map(header).collect_view()
    };

    view! {
        <AfterPaint>
            <Failure
                progress
                kept=Signal::derive(move || if list.rows().is_empty() { "" } else { td_string!(locale, list.from_before) })
                sentence=Error::list_sentence
                on_retry=move |()| list.reload()
                on_retry_now=move |()| list.retry_now()
            />
        </AfterPaint>
        <Remarks list />
        <div
            class="list"
            class:loading=is_slow
            class:chosen=move || liked.with(|liked| liked.columns.is_some())
            class:compact=move || liked.with(|liked| liked.density == Density::Compact)
            class:many=move || columns.with(|columns| columns.len() > FITTING)
            tabindex="-1"
        >
            <div class="progress" role="progressbar" aria-label=td_string!(locale, list.loading) hidden=move || !is_slow.get()></div>
            <table
                role="table"
                aria-label=td_string!(locale, list.agents)
                aria-busy=move || is_loading.get().to_string()
                part="table"
                style:--_count=move || columns.with(|columns| columns.len().to_string())
            >
                <thead role="rowgroup">
                    <tr role="row">
                        <ColumnHeader list label=td_string!(locale, field.name) class="name" sort=Some(SortKey::LastFirstName) />
                        {headers}
                    </tr>
                </thead>
                <AgentRows list opened columns numbers />
            </table>
            <Emptiness list suggestions />
        </div>
    }
}
