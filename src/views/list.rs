//! The table, and what stands in its place while there is nothing to show.

use leptos::{either::EitherOf3, prelude::*};

use super::{columns::COLUMNS, failure::Failure, header::ColumnHeader, remarks::Remarks, row::AgentRow};
use crate::{
    components::number::NumberFormat,
    domain::query::Query,
    state::agent_list::{AgentList, Progress},
};

/// How many rows are drawn empty while the first answer is awaited.
const PLACEHOLDERS: usize = 8;

/// The agents. The rows of the previous answer stay while the next one is awaited or has failed.
#[component]
pub fn List(list: AgentList, numbers: NumberFormat) -> impl IntoView {
    let (progress, rows) = (list.progress(), list.rows());
    let is_loading = Memo::new(move |_| progress.with(Progress::is_loading));
    let headers = COLUMNS.iter().map(|column| view! { <ColumnHeader list column /> }).collect_view();

    view! {
        <Failure list />
        <Remarks list />
        <div class="list" class:loading=is_loading>
            <div class="progress" role="progressbar" aria-label="Loading agents" hidden=move || !is_loading.get()></div>
            <table role="table" aria-label="Agents" aria-busy=move || is_loading.get().to_string() part="table">
                <thead role="rowgroup">
                    <tr role="row">{headers}</tr>
                </thead>
                <tbody role="rowgroup">
                    <For each=move || rows.get() key=|row| row.position let:row>
                        <AgentRow row numbers />
                    </For>
                </tbody>
            </table>
            <Emptiness list />
        </div>
    }
}

/// Empty rows before the first answer; a message where the answer has none.
#[component]
fn Emptiness(list: AgentList) -> impl IntoView {
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
            Progress::Loaded => EitherOf3::C(view! { <p class="empty">{list.query().with(no_agents)}</p> }),
            Progress::Failed(_) => EitherOf3::A(()),
        }
    }
}

fn no_agents(query: &Query) -> String {
    if query.fulltext.is_empty() {
        "There are no agents here yet.".into()
    } else {
        format!("No agent matches “{}”.", query.fulltext)
    }
}
