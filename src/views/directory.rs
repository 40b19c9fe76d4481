//! The whole widget.

use leptos::prelude::*;

use super::{list::List, pages::Pages, results::Results, search::Search, sort_by::SortBy};
use crate::{components::number::NumberFormat, state::agent_list::AgentList};

/// Search and order on top, the list, the pages below.
#[component]
pub fn Directory(list: AgentList, numbers: NumberFormat) -> impl IntoView {
    view! {
        <div class="directory" part="base">
            <div class="toolbar" part="toolbar">
                <Search list />
                <SortBy list />
            </div>
            <List list numbers />
            <div class="footer" part="footer">
                <Results list numbers />
                <Pages list numbers />
            </div>
        </div>
    }
}
