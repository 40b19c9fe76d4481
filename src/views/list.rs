//! The table, and what stands in its place while there is nothing to show.

use leptos::{either::EitherOf3, ev, prelude::*};

use super::{columns::COLUMNS, header::ColumnHeader, row::AgentRow, row_click::RowClick};
use crate::{
    api::error::Error,
    components::{notice::ErrorNotice, number::NumberFormat},
    domain::query::Query,
    state::{
        agent_list::{AgentList, Progress},
        opened_agent::OpenedAgent,
    },
};

/// How many rows are drawn empty while the first answer is awaited.
const PLACEHOLDERS: usize = 8;

/// The agents. The rows of the previous answer stay while the next one is awaited or has failed.
#[component]
pub fn List(list: AgentList, opened: OpenedAgent, numbers: NumberFormat) -> impl IntoView {
    let (progress, rows) = (list.progress(), list.rows());
    let is_loading = Memo::new(move |_| progress.with(|progress| *progress == Progress::Loading));
    let headers = COLUMNS.iter().map(|column| view! { <ColumnHeader list column /> }).collect_view();
    // One listener for all rows: they are many.
    let click = RowClick::new();
    let on_click = move |event: ev::MouseEvent| {
        if let Some(agent) = click.row(&event).and_then(|position| rows.agent_at(position)) {
            opened.open(agent.id);
        }
    };

    view! {
        <Failure list />
        <div class="list" class:loading=is_loading>
            <div class="progress" role="progressbar" aria-label="Loading agents" hidden=move || !is_loading.get()></div>
            <table role="table" aria-label="Agents" aria-busy=move || is_loading.get().to_string() part="table">
                <thead role="rowgroup">
                    <tr role="row">{headers}</tr>
                </thead>
                <tbody role="rowgroup" on:pointerdown=move |event| click.press(&event) on:click=on_click>
                    <For each=move || rows.get() key=|row| row.position let:row>
                        <AgentRow row opened numbers />
                    </For>
                </tbody>
            </table>
            <Emptiness list />
        </div>
    }
}

/// What went wrong with the newest request, and the way to try again.
#[component]
fn Failure(list: AgentList) -> impl IntoView {
    let progress = list.progress();
    let error = Memo::new(move |_| match progress.get() {
        Progress::Failed(error) => Some(error),
        Progress::Loading | Progress::Loaded => None,
    });
    let told =
        move |tell: fn(&Error) -> String| Signal::derive(move || error.get().as_ref().map(tell).unwrap_or_default());
    let message = Signal::derive(move || {
        let kept = if list.rows().is_empty() { "" } else { " The agents below are from before." };
        told(Error::sentence).get() + kept
    });
    view! {
        <Show when=move || error.with(Option::is_some)>
            <ErrorNotice message details=told(Error::details) action="Retry" on_action=move || list.reload() />
        </Show>
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
            Progress::Loading => EitherOf3::B(view! {
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
