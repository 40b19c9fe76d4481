//! The header of a column.

use std::borrow::Cow;

use leptos::{either::Either, prelude::*};

use crate::{components::icon::Icon, domain::query::SortKey, state::agent_list::AgentList};

/// A column's name; a button where the list can be sorted by it.
#[component]
pub fn ColumnHeader(
    list: AgentList,
    /// What people see.
    #[prop(into)]
    label: Cow<'static, str>,
    /// Names the column in the style sheet.
    class: &'static str,
    /// The API can't sort by every column.
    sort: Option<SortKey>,
) -> impl IntoView {
    let query = list.query();
    let order = move |key: SortKey| {
        let sort = query.with(|query| query.sort);
        match (sort.key == key, sort.descending) {
            (false, _) => "none",
            (true, false) => "ascending",
            (true, true) => "descending",
        }
    };
    match sort {
        Some(key) => Either::Left(view! {
            <th role="columnheader" scope="col" class=class data-sort=key.as_str() aria-sort=move || order(key)>
                <button
                    type="button"
                    on:click=move |_| list.sort_by(query.with_untracked(|query| query.sort.after_click(key)))
                >
                    <span class="text">{label}</span>
                    {Icon::Arrow.draw()}
                </button>
            </th>
        }),
        None => Either::Right(view! {
            <th role="columnheader" scope="col" class=class>
                {label}
            </th>
        }),
    }
}
