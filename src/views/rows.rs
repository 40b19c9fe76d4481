//! The rows, and what a click or a key does in them.

use std::time::Duration;

use leptos::{ev, html, prelude::*, reactive::effect::ImmediateEffect};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlTableRowElement, HtmlTableSectionElement};

use super::{columns::Column, keys, row::AgentRow, row_click::RowClick, tooltip::show_cut_text};
use crate::{
    components::number::NumberFormat,
    domain::{agent::Agent, query::Filter},
    state::{agent_list::AgentList, opened_agent::OpenedAgent},
};

/// The body of the table. One listener serves all rows.
#[component]
pub fn AgentRows(
    list: AgentList,
    opened: OpenedAgent,
    columns: Memo<Vec<Column>>,
    numbers: NumberFormat,
) -> impl IntoView {
    let rows = list.rows();
    // One listener for all rows: they are many.
    let click = RowClick::new();
    let body = NodeRef::<html::Tbody>::new();
    let agent_at = move |target: &Element| rows.agent_at(position(&target.closest("tr").ok()??)?);
    let open_agent = move |agent: Option<Agent>| {
        if let Some(agent) = agent {
            opened.open(agent.id);
        }
    };
    let on_click = move |event: ev::MouseEvent| {
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else { return };
        if let Ok(Some(button)) = target.closest("[data-filter]") {
            let filter = agent_at(&button).and_then(|agent| filter_of(&button, agent));
            if let Some(filter) = filter {
                list.filter(list.query().get_untracked().filters.with(filter));
            }
        } else if let Some(position) = click.row(&event) {
            open_agent(rows.agent_at(position));
        }
    };
    let on_keydown = move |event: ev::KeyboardEvent| {
        let Some(target) = keys::target(&event) else { return };
        let Ok(Some(row)) = target.closest("tr") else { return };
        let to = match event.key().as_str() {
            "ArrowDown" => row.next_element_sibling(),
            "ArrowUp" => row.previous_element_sibling(),
            "Home" => row.parent_element().and_then(|body| body.first_element_child()),
            "End" => row.parent_element().and_then(|body| body.last_element_child()),
            "Enter" if target == row => return open_agent(agent_at(&row)),
            _ => return,
        };
        event.prevent_default();
        focus(to);
    };
    keep_focus(list, body);
    mark_open(opened, body);

    view! {
        <tbody
            role="rowgroup"
            node_ref=body
            on:pointerover=|event| show_cut_text(&event)
            on:pointerdown=move |event| click.press(&event)
            on:click=on_click
            on:keydown=on_keydown
            on:focusin=move |event| tab_stops_at(&event)
        >
            <For each=move || rows.get() key=|row| row.position let:row>
                <AgentRow row columns numbers />
            </For>
        </tbody>
    }
}

/// Marks the row of the agent that is open. One effect for all rows: they are many, and one or two of them change.
fn mark_open(opened: OpenedAgent, body: NodeRef<html::Tbody>) {
    Effect::new(move || {
        let position = opened.position().get();
        // The rows may be on their way to the page by the same change.
        set_timeout(
            move || {
                let Some(body) = body.try_get_untracked().flatten() else { return };
                let before = body.query_selector("tr[aria-current]").ok().flatten();
                let row = position.and_then(|position| body.rows().item(u32::try_from(position).ok()?));
                // Setting or removing an attribute of this name can't fail.
                let _ = before.map(|row| row.remove_attribute("aria-current"));
                let _ = row.map(|row| row.set_attribute("aria-current", "true"));
            },
            Duration::ZERO,
        );
    });
}

/// What a button of a row filters by.
fn filter_of(button: &Element, agent: Agent) -> Option<Filter> {
    match button.get_attribute("data-filter")?.as_str() {
        "agency" => agent.agency_id.map(Filter::Agency),
        "team" => agent.agent_team_id.map(Filter::Team),
        _ => button.text_content().filter(|text| agent.tags.contains(text)).map(Filter::Tag),
    }
}

/// The place of a row among the rows, counted from 0.
fn position(row: &Element) -> Option<usize> {
    usize::try_from(row.dyn_ref::<HtmlTableRowElement>()?.section_row_index()).ok()
}

fn focus(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Focus can only fail on an element that is gone.
        let _ = element.focus();
    }
}

/// Makes the row that has the focus the one that Tab stops at.
fn tab_stops_at(event: &ev::FocusEvent) {
    let row = event.target().and_then(|target| target.dyn_into::<Element>().ok()?.closest("tr").ok().flatten());
    let Some(row) = row else { return };
    let before = row.parent_element().and_then(|body| body.query_selector("tr[tabindex='0']").ok().flatten());
    // Setting an attribute of this name can't fail.
    let _ = before.map(|before| before.set_attribute("tabindex", "-1"));
    let _ = row.set_attribute("tabindex", "0");
}

/// Keeps the focus in the rows when an answer takes the focused row or button away: it goes to the row in that place, or
/// to the last one.
fn keep_focus(list: AgentList, body: NodeRef<html::Tbody>) {
    ImmediateEffect::new_scoped(move || {
        list.progress().track();
        let Some(body) = body.get_untracked() else { return };
        // The rows still are as they were before the answer.
        let focused = body.query_selector(":focus").ok().flatten();
        let row = focused.and_then(|focused| focused.closest("tr").ok().flatten());
        let position = row.as_ref().and_then(position);
        set_timeout(move || settle_focus(&body, position), Duration::ZERO);
    });
}

/// Once the rows are up to date: one can be reached by Tab, and what had the focus was not lost.
fn settle_focus(body: &HtmlTableSectionElement, position: Option<usize>) {
    let rows = body.children();
    if let (Ok(None), Some(first)) = (body.query_selector("tr[tabindex='0']"), rows.item(0)) {
        // Setting an attribute of this name can't fail.
        let _ = first.set_attribute("tabindex", "0");
    }
    let Some(position) = position.and_then(|position| u32::try_from(position).ok()) else { return };
    let still_focused =
        body.closest(".directory").ok().flatten().and_then(|root| root.query_selector(":focus").ok().flatten());
    if still_focused.is_none() {
        let row = rows.item(position.min(rows.length().saturating_sub(1)));
        focus(row.or_else(|| body.closest(".list").ok().flatten()));
    }
}
