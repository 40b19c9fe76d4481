//! The search landmark.

use std::time::Duration;

use gloo_timers::callback::Timeout;
use leptos::{ev, html, prelude::*};

use crate::{
    components::icon::Icon,
    locale::{td_string, use_locale},
    state::agent_list::AgentList,
};

/// How long typing must rest before the list is asked.
const REST: Duration = Duration::from_millis(150);

/// A search field that asks as one types, and at once on Enter.
#[component]
pub fn Search(list: AgentList) -> impl IntoView {
    let locale = use_locale();
    let input = NodeRef::<html::Input>::new();
    let rest = StoredValue::new_local(None::<Timeout>);
    let text = move || input.get_untracked().map(|input| input.value()).unwrap_or_default();
    let search_now = move || {
        rest.set_value(None);
        list.search(&text());
    };
    let on_submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        search_now();
    };
    let on_input = move |_| rest.set_value(Some(Timeout::new(REST.as_millis() as u32, search_now)));
    let query = list.query();
    let fulltext = Memo::new(move |_| query.with(|query| query.fulltext.clone()));
    // What is typed may be ahead of what was searched, if only by a space: it stays unless another text is searched.
    Effect::new(move || {
        let text = fulltext.get();
        if let Some(input) = input.get().filter(|input| input.value().trim() != text) {
            input.set_value(&text);
        }
    });

    view! {
        <search class="search">
            <form on:submit=on_submit>
                {Icon::Search.draw()}
                <input
                    type="search"
                    aria-label=td_string!(locale, search.name)
                    placeholder=td_string!(locale, search.placeholder)
                    autocomplete="off"
                    spellcheck="false"
                    enterkeyhint="search"
                    part="search"
                    node_ref=input
                    on:input=on_input
                />
            </form>
        </search>
    }
}
