//! The order, for everyone who has no column header to click.

use leptos::{html, prelude::*};

use crate::{
    domain::{
        field::Field,
        query::{Sort, SortKey},
    },
    locale::{Locale, td_string, use_locale},
    state::agent_list::AgentList,
};

/// The combobox with every key in both directions.
#[component]
pub fn SortBy(list: AgentList) -> impl IntoView {
    let locale = use_locale();
    let query = list.query();
    let options = SortKey::ALL
        .into_iter()
        .flat_map(|key| [false, true].map(|descending| Sort { key, descending: descending != key.is_count() }))
        .map(|sort| {
            view! { <option value=sort.to_parameter()>{label(sort, locale)}</option> }
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
            <label for="sort-by">{td_string!(locale, sort.label)}</label>
            <select id="sort-by" node_ref=select on:change=on_change>
                {options}
            </select>
        </div>
    }
}

/// What an order is called.
pub fn label(sort: Sort, locale: Locale) -> String {
    let key = match sort.key {
        SortKey::LastFirstName => td_string!(locale, sort.last_first_name),
        SortKey::LastName => Field::LastName.label(locale),
        SortKey::FirstName => Field::FirstName.label(locale),
        SortKey::AgencyName => Field::Agency.label(locale),
        SortKey::AgentTeamName => Field::Team.label(locale),
        SortKey::AgentInspections => td_string!(locale, field.inspections),
        SortKey::BuyingAgentInspections => td_string!(locale, field.buying),
        SortKey::SellingAgentInspections => td_string!(locale, field.selling),
    };
    let direction = match (sort.key.is_count(), sort.descending) {
        (true, true) => td_string!(locale, sort.most_first),
        (true, false) => td_string!(locale, sort.fewest_first),
        (false, false) => td_string!(locale, sort.a_to_z),
        (false, true) => td_string!(locale, sort.z_to_a),
    };
    td_string!(locale, sort.choice, key = key, direction = direction)
}
