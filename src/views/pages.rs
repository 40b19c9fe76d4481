//! The navigation between pages.

use leptos::prelude::*;

use crate::{
    components::{icon::Icon, icon_button::IconButton, number::NumberFormat},
    locale::{td_string, use_locale},
    state::agent_list::AgentList,
};

/// The rows per page to choose from; a size set by the embedder is added to them.
const SIZES: [u32; 4] = [25, 50, 100, 200];

/// First, previous, next and last page, and how many rows one has.
#[component]
pub fn Pages(list: AgentList, numbers: NumberFormat) -> impl IntoView {
    let locale = use_locale();
    let is_there = move |page: fn(&AgentList) -> Option<u32>| Signal::derive(move || page(&list).is_some());
    let turn_to = move |page: fn(&AgentList) -> Option<u32>| {
        if let Some(number) = untrack(|| page(&list)) {
            list.go_to(number);
        }
    };
    let place = move || {
        let page = list.query().with(|query| query.page.number);
        match list.last_page() {
            Some(last) => td_string!(
                locale,
                pages.place_of,
                page = numbers.format(page.into()),
                last = numbers.format(last.into())
            ),
            None => td_string!(locale, pages.place, page = numbers.format(page.into())),
        }
    };
    let has_before = is_there(AgentList::page_before);

    view! {
        <nav class="pages" aria-label=td_string!(locale, pages.navigation) part="pages">
            <RowsPerPage list />
            <IconButton
                name=td_string!(locale, pages.first)
                icon=Icon::First
                enabled=has_before
                on_press=move || list.go_to(1)
            />
            <IconButton
                name=td_string!(locale, pages.previous)
                icon=Icon::Previous
                enabled=has_before
                on_press=move || turn_to(AgentList::page_before)
            />
            <span class="place">{place}</span>
            <IconButton
                name=td_string!(locale, pages.next)
                icon=Icon::Next
                enabled=is_there(AgentList::page_after)
                on:pointerenter=move |_| list.anticipate_next()
                on:focus=move |_| list.anticipate_next()
                on_press=move || turn_to(AgentList::page_after)
            />
            <IconButton
                name=td_string!(locale, pages.last)
                icon=Icon::Last
                enabled=is_there(AgentList::last_page_after)
                on_press=move || turn_to(AgentList::last_page_after)
            />
        </nav>
    }
}

#[component]
fn RowsPerPage(list: AgentList) -> impl IntoView {
    let locale = use_locale();
    let size = Memo::new(move |_| list.query().with(|query| query.page.size));
    let options = move || {
        let mut sizes = SIZES.to_vec();
        if !sizes.contains(&size.get()) {
            sizes.push(size.get());
            sizes.sort_unstable();
        }
        sizes
            .into_iter()
            .map(|choice| view! { <option prop:selected=choice == size.get()>{choice}</option> })
            .collect_view()
    };
    let on_change = move |event| {
        if let Ok(size) = event_target_value(&event).parse() {
            list.resize(size);
        }
    };
    view! {
        <div class="labelled-select">
            <label for="rows-per-page">{td_string!(locale, pages.rows_per_page)}</label>
            <select id="rows-per-page" on:change=on_change>{options}</select>
        </div>
    }
}
