//! The filters that are on, each with the way to take it off.

use std::time::Duration;

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::{
    components::{focus, icon::Icon},
    domain::{
        agent::Agent,
        field::Field,
        query::{Filter, Filters},
    },
    locale::{Locale, td_string, use_locale},
    state::{agent_list::AgentList, suggestions::Suggestions},
};

/// A removable chip for each filter, and **Clear all**; nothing where no filter is on.
#[component]
pub fn Chips(list: AgentList, suggestions: Suggestions) -> impl IntoView {
    let locale = use_locale();
    let chosen = Memo::new(move |_| list.query().with(|query| query.filters.chosen()));
    let name = move |filter: &Filter| name(filter, list, suggestions, locale);
    view! {
        <Show when=move || !chosen.with(Vec::is_empty)>
            <div class="chips">
                <ul role="list" aria-label=td_string!(locale, filters.on)>
                    <For each=move || chosen.get() key=Filter::clone let:filter>
                        {
                            let shown = filter.clone();
                            let text = Memo::new(move |_| name(&shown));
                            view! {
                                <li>
                                    <button
                                        type="button"
                                        class="chip"
                                        aria-label=move || td_string!(locale, filters.remove, filter = text.get())
                                        title=move || td_string!(locale, filters.remove, filter = text.get())
                                        on:click=move |event| {
                                            keep_focus(&event);
                                            list.filter(list.query().get_untracked().filters.without(&filter));
                                        }
                                    >
                                        <span class="text">{text}</span>
                                        {Icon::Close.draw()}
                                    </button>
                                </li>
                            }
                        }
                    </For>
                </ul>
                <ClearAll list />
            </div>
        </Show>
    }
}

/// Takes all filters off; the search stays.
#[component]
pub fn ClearAll(list: AgentList) -> impl IntoView {
    let locale = use_locale();
    let on_click = move |event: ev::MouseEvent| {
        keep_focus(&event);
        list.filter(Filters::default());
    };
    view! {
        <button type="button" class="link" on:click=on_click>
            {td_string!(locale, filters.clear_all)}
        </button>
    }
}

/// What a filter is called, with a name instead of an id where one is known; tracked.
pub fn name(filter: &Filter, list: AgentList, suggestions: Suggestions, locale: Locale) -> String {
    let value = person(list, filter, locale).unwrap_or_else(|| suggestions.seen().with(|seen| seen.name(filter)));
    td_string!(locale, filters.chip, kind = kind(filter, locale), value = value)
}

/// Whom a filter is about, if one of the rows is; tracked.
fn person(list: AgentList, filter: &Filter, locale: Locale) -> Option<String> {
    let named = |is_meant: &dyn Fn(&Agent) -> bool| {
        list.rows().with(|agents| agents.iter().find(|agent| is_meant(agent)).map(|agent| agent.display_name(locale)))
    };
    match filter {
        Filter::Agent(id) => named(&|agent| agent.agent_id.as_ref() == Some(id)),
        Filter::Connection(id) => named(&|agent| agent.id == *id),
        _ => None,
    }
}

/// What a filter is about.
fn kind(filter: &Filter, locale: Locale) -> &'static str {
    match filter {
        Filter::Agency(_) => Field::Agency.label(locale),
        Filter::Team(_) => Field::Team.label(locale),
        Filter::Agent(_) => td_string!(locale, field.agent_id),
        Filter::Connection(_) => td_string!(locale, field.connection_id),
        Filter::Email(_) => Field::Email.label(locale),
        Filter::Tag(_) => td_string!(locale, field.tag),
    }
}

/// Sees that the focus isn't lost with a button that takes itself away: it goes to the chip beside it, or to **Filters**.
fn keep_focus(event: &ev::MouseEvent) {
    let button = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let Some(button) = button else { return };
    let Ok(Some(root)) = button.closest(".directory") else { return };
    let item = button.closest("li").ok().flatten();
    let neighbour = item.and_then(|item| item.next_element_sibling().or_else(|| item.previous_element_sibling()));
    let chip = neighbour.and_then(|item| item.query_selector("button").ok().flatten());
    let focus_what_is_left = move || {
        let filters = root.query_selector("[aria-controls=filters]").ok().flatten();
        let left = chip.filter(|chip| chip.is_connected()).or(filters);
        if let (false, Some(left)) = (button.is_connected(), left) {
            focus::give(&left);
        }
    };
    set_timeout(focus_what_is_left, Duration::ZERO);
}
