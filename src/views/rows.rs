//! The rows, and what a click or a key does in them.

mod cell_content;
mod cell_view;
mod click;
mod focus;
mod painter;
mod prototype;
mod row_view;
mod tooltip;

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

use self::{
    click::RowClick,
    focus::{RowFocus, position, tab_stops_at},
    painter::RowPainter,
    tooltip::show_cut_text,
};
use super::{columns::Column, keys};
use crate::{
    components::{focus::give, number::NumberFormat},
    domain::{agent::Agent, query::Filter},
    locale::use_locale,
    state::{agent_list::AgentList, idle::IdleWork, opened_agent::OpenedAgent},
};

/// The body of the table. One listener serves all rows: they are many.
#[component]
pub fn AgentRows(
    list: AgentList,
    opened: OpenedAgent,
    columns: Memo<Vec<Column>>,
    numbers: NumberFormat,
) -> impl IntoView {
    let locale = use_locale();
    let rows = list.rows();
    let click = RowClick::new();
    let body = NodeRef::<html::Tbody>::new();
    let agent_at = move |target: &Element| rows.agent_at(position(target)?);
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
        if let Some(row) = to {
            give(&row);
        }
    };
    let on_error = move |event: ev::ErrorEvent| {
        let photo = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some((photo, agent)) = photo.and_then(|photo| agent_at(&photo).map(|agent| (photo, agent))) {
            // The avatar has nothing else in it. API: a photo's address may have expired.
            let _ = photo.replace_with_with_str_1(&agent.initials());
        }
    };
    let painter = StoredValue::new_local(None::<RowPainter>);
    let photos = StoredValue::new_local(None::<IdleWork>);
    let show_photo = move || painter.try_update_value(|painter| painter.as_mut()?.show_photo()).flatten();
    Effect::new(move || {
        let Some(body) = body.get() else { return };
        painter.update_value(|painter| {
            let painter = painter.get_or_insert_with(|| RowPainter::new(body.clone(), numbers, locale));
            let focus = RowFocus::in_rows(&body);
            painter.paint(rows.page(), columns.get(), opened.position().get());
            if let Some(focus) = focus {
                focus.keep(&body);
            }
        });
        photos.set_value(Some(IdleWork::in_steps(show_photo)));
    });

    view! {
        // Names are not words; and a row whose texts a translator has replaced could not be kept up to date.
        <tbody
            role="rowgroup"
            translate="no"
            node_ref=body
            on:pointerover=|event| show_cut_text(&event)
            on:pointerdown=move |event| click.press(&event)
            on:click=on_click
            on:keydown=on_keydown
            on:focusin=move |event| tab_stops_at(&event)
            on:error:capture=on_error
        ></tbody>
    }
}

/// What a button of a row filters by.
fn filter_of(button: &Element, agent: Agent) -> Option<Filter> {
    match button.get_attribute("data-filter")?.as_str() {
        "agency" => agent.agency_id.map(Filter::Agency),
        "team" => agent.agent_team_id.map(Filter::Team),
        _ => button.text_content().filter(|text| agent.tags.contains(text)).map(Filter::Tag),
    }
}
