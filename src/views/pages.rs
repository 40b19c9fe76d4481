//! The navigation between pages.

use leptos::prelude::*;

use crate::{
    components::{icon::Icon, icon_button::IconButton, number::NumberFormat},
    domain::pagination::Pagination,
    locale::{td_string, use_locale},
    state::agent_list::AgentList,
};

/// The rows per page to choose from; a size set by the embedder is added to them.
const SIZES: [u32; 4] = [25, 50, 100, 200];

/// First, previous, next and last page, and how many rows one has.
#[component]
pub fn Pages(list: AgentList, numbers: NumberFormat) -> impl IntoView {
    let locale = use_locale();
    let pagination = list.pagination();
    let known = move |read: fn(&Pagination) -> bool| {
        Signal::derive(move || pagination.with(|shown| shown.as_ref().is_some_and(read)))
    };
    let number = move || list.query().with_untracked(|query| query.page.number);
    let last = move || pagination.with_untracked(|shown| shown.as_ref().and_then(|shown| shown.last_page));
    let place = move || {
        let page = list.query().with(|query| query.page.number);
        let last = pagination.with(|shown| shown.as_ref().and_then(|shown| shown.last_page));
        match last {
            Some(last) => td_string!(
                locale,
                pages.place_of,
                page = numbers.format(page.into()),
                last = numbers.format(last.into())
            ),
            None => td_string!(locale, pages.place, page = numbers.format(page.into())),
        }
    };
    let before = known(Pagination::has_previous);
    let after = known(|shown| shown.has_next);
    let end_is_known = known(|shown| shown.has_next && shown.last_page.is_some());

    view! {
        <nav class="pages" aria-label=td_string!(locale, pages.navigation) part="pages">
            <RowsPerPage list />
            <IconButton
                name=td_string!(locale, pages.first)
                icon=Icon::First
                enabled=before
                on_press=move || list.go_to(1)
            />
            <IconButton
                name=td_string!(locale, pages.previous)
                icon=Icon::Previous
                enabled=before
                on_press=move || list.go_to(number().saturating_sub(1))
            />
            <span class="place">{place}</span>
            <IconButton
                name=td_string!(locale, pages.next)
                icon=Icon::Next
                enabled=after
                on:pointerenter=move |_| list.anticipate_next()
                on:focus=move |_| list.anticipate_next()
                on_press=move || list.go_to(number().saturating_add(1))
            />
            <IconButton
                name=td_string!(locale, pages.last)
                icon=Icon::Last
                enabled=end_is_known
                on_press=move || {
                    if let Some(last) = last() {
                        list.go_to(last);
                    }
                }
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
