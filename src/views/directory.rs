//! The whole widget.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::{
    detail::{Detail, focus::FocusReturn},
    list::List,
    pages::Pages,
    results::Results,
    search::Search,
    sort_by::SortBy,
};
use crate::{
    components::{date::DateFormat, number::NumberFormat},
    domain::{agent::Agent, id::ConnectionId, query::Filters},
    state::{agent_list::AgentList, opened_agent::OpenedAgent},
};

/// Search and order on top, the list, the pages below; beside them the agent that is open.
#[component]
pub fn Directory(list: AgentList, opened: OpenedAgent, numbers: NumberFormat, dates: DateFormat) -> impl IntoView {
    let (directory, pane) = (NodeRef::<html::Div>::new(), NodeRef::<html::Div>::new());
    let is_open = Memo::new(move |_| opened.opened().with(Option::is_some));
    let row_of = move |id: &ConnectionId| {
        let position = untrack(|| list.rows().position_of(id))?;
        let selector = format!("tbody tr:nth-child({}) [data-open]", position + 1);
        pane.get_untracked()?.query_selector(&selector).ok()??.dyn_into::<HtmlElement>().ok()
    };
    let focus = FocusReturn::new(opened, directory, row_of);
    let on_filter = move |add: fn(&mut Filters, &Agent)| {
        let mut filters = list.query().with_untracked(|query| query.filters.clone());
        opened.agent().with_untracked(|agent| agent.iter().for_each(|agent| add(&mut filters, agent)));
        list.filter(filters);
        // Where the panel has taken the list's place, nobody would see what has been found.
        if pane.get_untracked().is_some_and(|pane| pane.offset_width() == 0) {
            opened.close();
        }
    };
    let on_keydown = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() && is_open.get_untracked() && !is_in_field(&event) {
            event.prevent_default();
            opened.close();
        }
    };

    view! {
        <div class="directory" class:with-detail=is_open part="base" node_ref=directory on:keydown=on_keydown>
            <div class="toolbar" part="toolbar">
                <Search list />
                <SortBy list />
            </div>
            <div class="pane" node_ref=pane>
                <List list opened numbers />
                <div class="footer" part="footer">
                    <Results list numbers />
                    <Pages list numbers />
                </div>
            </div>
            <Show when=move || is_open.get()>
                <Detail opened numbers dates focus on_filter />
            </Show>
        </div>
    }
}

/// Whether a key was pressed in a field, where Escape has a meaning of its own.
fn is_in_field(event: &ev::KeyboardEvent) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches("input, select, textarea").unwrap_or(false))
}
