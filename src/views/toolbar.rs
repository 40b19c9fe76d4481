//! What stands above the list: search, order, and the panels of filters and columns.

use leptos::{ev, html, prelude::*};

use super::{
    after_paint::AfterPaint, columns::ColumnChooser, filters::Filters, saved_views::Views, search::Search,
    sort_by::SortBy,
};
use crate::{
    components::{focus, icon::Icon},
    locale::{td_string, use_locale},
    state::{
        agent_form::AgentForm, agent_list::AgentList, preferences::Preferences, saved_views::SavedViews,
        suggestions::Suggestions, url_state::UrlState,
    },
};

/// The panels below the toolbar, of which one is open at most.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Panel {
    Filters,
    Columns,
}

impl Panel {
    fn id(self) -> &'static str {
        match self {
            Self::Filters => "filters",
            Self::Columns => "columns",
        }
    }
}

/// The toolbar and its panels. A panel is made when it is first opened, and then keeps what is typed in it.
#[component]
pub fn Toolbar(
    list: AgentList,
    suggestions: Suggestions,
    preferences: Preferences,
    url: UrlState,
    views: SavedViews,
    /// None where nothing may be written.
    form: Option<AgentForm>,
) -> impl IntoView {
    let locale = use_locale();
    let open = RwSignal::new(None::<Panel>);
    let filters_on = Memo::new(move |_| list.query().with(|query| query.filters.chosen().len()));
    let count = move || Some(filters_on.get()).filter(|count| *count > 0);
    view! {
        <div class="toolbar" part="toolbar">
            <Search list />
            <div class="tools">
                <PanelButton
                    panel=Panel::Filters
                    open
                    name=td_string!(locale, toolbar.filters)
                    icon=Icon::Filter
                    count=Signal::derive(count)
                />
                <PanelButton panel=Panel::Columns open name=td_string!(locale, toolbar.columns) icon=Icon::Columns />
                <Views list url views />
                <SortBy list />
                {form.map(|form| view! { <NewAgent form /> })}
            </div>
        </div>
        <AfterPaint>
            <PanelBox panel=Panel::Filters open>
                <Filters list suggestions />
            </PanelBox>
            <PanelBox panel=Panel::Columns open>
                <ColumnChooser preferences suggestions />
            </PanelBox>
        </AfterPaint>
    }
}

#[component]
fn NewAgent(form: AgentForm) -> impl IntoView {
    let locale = use_locale();
    view! {
        <button type="button" class="button primary" data-new-agent on:click=move |_| form.start_new()>
            {Icon::Add.draw()}
            {td_string!(locale, toolbar.new_agent)}
        </button>
    }
}

#[component]
fn PanelButton(
    panel: Panel,
    open: RwSignal<Option<Panel>>,
    name: &'static str,
    icon: Icon,
    /// How many of its settings are on; the name stays the same, so the number is told as a description.
    #[prop(optional, into)]
    count: Signal<Option<usize>>,
) -> impl IntoView {
    let locale = use_locale();
    let is_open = move || open.get() == Some(panel);
    let description = move || count.get().map(|count| td_string!(locale, toolbar.filters_on, count = count as u64));
    view! {
        <button
            type="button"
            class="button"
            aria-expanded=move || is_open().to_string()
            aria-controls=panel.id()
            aria-description=description
            on:click=move |_| open.update(|open| *open = (*open != Some(panel)).then_some(panel))
        >
            {icon.draw()}
            <span>{name}</span>
            <Show when=move || count.get().is_some()>
                // The style sheet draws the number, so that it is no part of the name.
                <span class="badge" aria-hidden="true" data-count=move || count.get()></span>
            </Show>
        </button>
    }
}

#[component]
fn PanelBox(panel: Panel, open: RwSignal<Option<Panel>>, children: ChildrenFn) -> impl IntoView {
    let is_open = Memo::new(move |_| open.get() == Some(panel));
    let was_opened = Memo::new(move |before: Option<&bool>| is_open.get() || before.copied().unwrap_or_default());
    let body = NodeRef::<html::Div>::new();
    let on_keydown = move |event: ev::KeyboardEvent| {
        if event.key() == "Escape" && !event.default_prevented() {
            event.prevent_default();
            open.set(None);
            focus_button(body);
        }
    };
    view! {
        <div class="panel" id=panel.id() hidden=move || !is_open.get() node_ref=body on:keydown=on_keydown>
            {move || was_opened.get().then(|| children())}
        </div>
    }
}

/// Gives the focus back to the button that opened the panel.
fn focus_button(panel: NodeRef<html::Div>) {
    let button = panel.get_untracked().and_then(|panel| {
        let root = panel.closest(".directory").ok()??;
        root.query_selector(&format!("[aria-controls={}]", panel.id())).ok()?
    });
    if let Some(button) = button {
        focus::give(&button);
    }
}
