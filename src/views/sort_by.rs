//! The order, for everyone who has no column header to click.

use leptos::{html, prelude::*};

use crate::{
    domain::query::{Sort, SortKey},
    state::agent_list::AgentList,
};

/// The combobox with every key in both directions.
#[component]
pub fn SortBy(list: AgentList) -> impl IntoView {
    let query = list.query();
    let options = SortKey::ALL
        .into_iter()
        .flat_map(|key| [false, true].map(|descending| Sort { key, descending: descending != key.is_count() }))
        .map(|sort| {
            view! { <option value=sort.to_parameter()>{label(sort)}</option> }
        })
        .collect_view();
    let select = NodeRef::<html::Select>::new();
    Effect::new(move || {
        if let Some(select) = select.get() {
            select.set_value(&query.with(|query| query.sort.to_parameter()));
        }
    });
    let on_change = move |event| {
        if let Some(sort) = Sort::from_parameter(&event_target_value(&event)) {
            list.sort_by(sort);
        }
    };

    view! {
        <div class="labelled-select">
            <label for="sort-by">"Sort by"</label>
            <select id="sort-by" node_ref=select on:change=on_change>
                {options}
            </select>
        </div>
    }
}

fn label(sort: Sort) -> String {
    let key = match sort.key {
        SortKey::LastFirstName => "Last, first name",
        SortKey::LastName => "Last name",
        SortKey::FirstName => "First name",
        SortKey::AgencyName => "Agency",
        SortKey::AgentTeamName => "Team",
        SortKey::AgentInspections => "Inspections",
        SortKey::BuyingAgentInspections => "Buying side",
        SortKey::SellingAgentInspections => "Selling side",
    };
    let direction = match (sort.key.is_count(), sort.descending) {
        (true, true) => "most first",
        (true, false) => "fewest first",
        (false, false) => "A to Z",
        (false, true) => "Z to A",
    };
    format!("{key}, {direction}")
}
