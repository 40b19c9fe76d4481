//! The whole widget.

use leptos::prelude::*;

use super::{
    list::List, pages::Pages, results::Results, saved_views::Views, search::Search, sort_by::SortBy,
    url_notices::UrlNotices,
};
use crate::{
    components::number::NumberFormat,
    state::{agent_list::AgentList, saved_views::SavedViews, url_state::UrlState},
};

/// Search and order on top, the list, the pages below.
#[component]
pub fn Directory(list: AgentList, url: UrlState, numbers: NumberFormat) -> impl IntoView {
    let views = SavedViews::new();
    view! {
        <div class="directory" part="base">
            <div class="toolbar" part="toolbar">
                <Search list />
                <SortBy list />
                <Views list url views />
            </div>
            <UrlNotices url views />
            <List list numbers />
            <div class="footer" part="footer">
                <Results list numbers />
                <Pages list numbers />
            </div>
        </div>
    }
}
