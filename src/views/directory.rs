//! The whole widget.

use leptos::{html, prelude::*};

use super::{
    chips::Chips,
    keys::{self, KeysDialog},
    list::List,
    pages::Pages,
    results::Results,
    toolbar::Toolbar,
    url_notices::UrlNotices,
};
use crate::{
    components::{icon::Icon, number::NumberFormat},
    state::{
        agent_list::AgentList, preferences::Preferences, saved_views::SavedViews, suggestions::Suggestions,
        url_state::UrlState,
    },
};

/// Search, filters and order on top, the list, the pages below.
#[component]
pub fn Directory(list: AgentList, url: UrlState, numbers: NumberFormat) -> impl IntoView {
    let (suggestions, preferences) = (Suggestions::from(list), Preferences::remembered());
    let views = SavedViews::new();
    let dialog = NodeRef::<html::Dialog>::new();
    view! {
        // A click anywhere in the widget brings the focus into it, and with it the keys.
        <div
            class="directory"
            part="base"
            tabindex="-1"
            on:keydown=move |event| keys::on_keydown(&event, list, dialog)
        >
            <Toolbar list suggestions preferences url views />
            <UrlNotices url views />
            <Chips list suggestions />
            <List list suggestions preferences numbers />
            <div class="footer" part="footer">
                <Results list numbers />
                <button
                    type="button"
                    class="icon-button keys-button"
                    aria-label="Keyboard shortcuts"
                    title="Keyboard shortcuts"
                    on:click=move |_| keys::show(dialog)
                >
                    {Icon::Keyboard.draw()}
                </button>
                <Pages list numbers />
            </div>
            <KeysDialog dialog />
        </div>
    }
}
