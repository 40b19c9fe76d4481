//! The saved views, behind a button.

mod import;
mod outcome;
mod row;
mod save;

use leptos::{ev, html, prelude::*};

use super::{after_paint::AfterPaint, reset::Reset};
use crate::{
    components::focus,
    locale::{td_string, use_locale},
    state::{agent_list::AgentList, saved_views::SavedViews, url_state::UrlState},
};
use import::Import;
use outcome::{Outcome, OutcomeNotice};
use row::SavedViewRow;
use save::SaveView;

/// The id of the panel, which the buttons that open and close it name.
const PANEL: &str = "saved-views";

/// What every part of the panel works with.
#[derive(Clone, Copy)]
struct Panel {
    list: AgentList,
    url: UrlState,
    views: SavedViews,
    outcome: RwSignal<Outcome>,
    section: NodeRef<html::Section>,
}

impl Panel {
    /// Takes the focus when the button that had it is gone.
    fn focus(&self) {
        if let Some(section) = self.section.get_untracked() {
            focus::give(&section);
        }
    }
}

/// The button **Views** with its panel, and **Reset** beside it.
#[component]
pub fn Views(list: AgentList, url: UrlState, views: SavedViews) -> impl IntoView {
    let locale = use_locale();
    let button = NodeRef::<html::Button>::new();
    let section = NodeRef::<html::Section>::new();
    let panel = Panel { list, url, views, outcome: RwSignal::new(Outcome::Nothing), section };
    let is_open = RwSignal::new(false);
    // Of a panel in a shadow tree, browsers don't give the focus back.
    let had_focus = StoredValue::new(false);
    let on_beforetoggle = move |_: ev::Event| {
        let section = section.get_untracked();
        had_focus.set_value(section.is_some_and(|section| section.matches(":focus-within").unwrap_or_default()));
    };
    let on_toggle = move |_| {
        let shown = section.get_untracked().is_some_and(|section| section.matches(":popover-open").unwrap_or_default());
        if shown {
            panel.outcome.set(Outcome::Nothing);
            views.refresh();
        }
        is_open.set(shown);
        if let Some(button) = button.get_untracked().filter(|_| !shown && had_focus.get_value()) {
            focus::give(&button);
        }
    };
    view! {
        <div class="views">
            <Reset preset=url.preset() focus_after=button />
            <button type="button" class="button" node_ref=button popovertarget=PANEL>
                {td_string!(locale, views.button)}
            </button>
            <AfterPaint>
                <section
                    id=PANEL
                    class="saved-views"
                    popover="auto"
                    aria-label=td_string!(locale, views.title)
                    tabindex="-1"
                    node_ref=section
                    on:beforetoggle=on_beforetoggle
                    on:toggle=on_toggle
                >
                    <Show when=move || is_open.get()>
                        <Contents panel />
                    </Show>
                </section>
            </AfterPaint>
        </div>
    }
}

#[component]
fn Contents(panel: Panel) -> impl IntoView {
    let locale = use_locale();
    let views = panel.views.get();
    view! {
        <h2>{td_string!(locale, views.title)}</h2>
        <Show
            when=move || views.with(|views| !views.is_empty())
            fallback=move || view! { <p class="hint">{td_string!(locale, views.hint)}</p> }
        >
            <ul>
                <For each=move || views.get() key=|view| view.to_text() let:view>
                    <SavedViewRow panel view />
                </For>
            </ul>
        </Show>
        <OutcomeNotice panel />
        <SaveView panel />
        <Import panel />
    }
}
