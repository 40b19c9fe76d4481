//! The whole widget.

use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{
    after_paint::AfterPaint,
    agent_form::{FormPanel, LeavingDialog, connect},
    chips::Chips,
    detail::{DetailPanel, Rehearsal, focus::FocusReturn},
    keys::{self, KeysDialog},
    list::List,
    pages::Pages,
    results::Results,
    toolbar::Toolbar,
    url_notices::UrlNotices,
};
use crate::{
    components::{date::DateFormat, icon::Icon, number::NumberFormat},
    domain::{id::ConnectionId, query::Filter},
    locale::{td_string, use_locale},
    state::{
        agent_form::{AgentForm, Destination},
        agent_list::AgentList,
        opened_agent::OpenedAgent,
        paint::{after_paint, is_painted, when_painted},
        preferences::Preferences,
        saved_views::SavedViews,
        suggestions::Suggestions,
        url_state::UrlState,
    },
};

/// Search, filters and order on top, the list, the pages below; beside them the agent that is open.
#[component]
pub fn Directory(
    list: AgentList,
    opened: OpenedAgent,
    /// None where nothing may be written.
    form: Option<AgentForm>,
    url: UrlState,
    numbers: NumberFormat,
    dates: DateFormat,
) -> impl IntoView {
    let (suggestions, preferences) = (Suggestions::from(list), Preferences::remembered());
    let views = SavedViews::new();
    let dialog = NodeRef::<html::Dialog>::new();
    let (directory, pane) = (NodeRef::<html::Div>::new(), NodeRef::<html::Div>::new());
    let is_open = Memo::new(move |_| opened.opened().with(Option::is_some));
    let is_editing = Memo::new(move |_| form.is_some_and(|form| form.subject().with(Option::is_some)));
    let is_shown = Memo::new(move |_| is_open.get() && !is_editing.get());
    let has_panel = Memo::new(move |_| is_open.get() || is_editing.get());
    let is_beside = make_room_after_paint(has_panel, opened);
    // What nobody sees at first does not keep the first agents waiting.
    let is_painted = is_painted();
    let has_url_notices = Memo::new(move |_| is_painted.get() || url.has_notices());
    let has_chips =
        Memo::new(move |_| is_painted.get() || list.query().with(|query| !query.filters.chosen().is_empty()));
    let row_of = move |id: &ConnectionId| {
        let position = untrack(|| list.rows().position_of(id))?;
        let selector = format!("tbody tr:nth-child({}) [data-open]", position + 1);
        pane.get_untracked()?.query_selector(&selector).ok()?
    };
    let focus = FocusReturn::new(opened, directory, row_of);
    if let Some(form) = form {
        when_painted(move || connect(form, list, opened, directory));
    }
    let on_filter = move |filter: Filter| {
        list.filter(list.query().get_untracked().filters.with(filter));
        // Where the panel has taken the list's place, nobody would see what has been found.
        if pane.get_untracked().is_some_and(|pane| pane.offset_width() == 0) {
            opened.close();
        }
    };
    // Escape closes what lies on top first, which the browser does by itself.
    let is_on_top = move || {
        directory
            .get_untracked()
            .is_some_and(|root| root.query_selector(":popover-open, dialog[open]").is_ok_and(|on_top| on_top.is_some()))
    };
    let on_keydown = move |event: ev::KeyboardEvent| {
        let is_escape = event.key() == "Escape" && !event.default_prevented() && !event.is_composing() && !is_on_top();
        let is_in = |place| target_matches(&event, place);
        let leaves_form = is_escape && is_editing.get_untracked() && (is_in(".agent-form *") || !is_in(FIELDS));
        if let Some(form) = form.filter(|_| leaves_form) {
            event.prevent_default();
            form.leave();
        } else if is_escape && !is_in(FIELDS) && is_open.get_untracked() {
            event.prevent_default();
            opened.close();
        } else {
            keys::on_keydown(&event, list, dialog);
        }
    };

    view! {
        // A click anywhere in the widget brings the focus into it, and with it the keys.
        <div
            class="directory"
            class:with-detail=has_panel
            class:beside=is_beside
            part="base"
            tabindex="-1"
            node_ref=directory
            on:keydown=on_keydown
        >
            <Toolbar list suggestions preferences url views form />
            {move || has_url_notices.get().then(|| view! { <UrlNotices url views /> })}
            {move || has_chips.get().then(|| view! { <Chips list suggestions /> })}
            <div class="body">
                <div class="pane" node_ref=pane>
                    <List list opened suggestions preferences numbers />
                    <div class="footer" part="footer">
                        <Results list suggestions numbers />
                        <AfterPaint>
                            <KeysButton dialog />
                            <Pages list numbers />
                        </AfterPaint>
                    </div>
                </div>
                <DetailPanel opened is_shown form numbers dates focus on_filter />
                <AfterPaint>
                    {form.map(|form| view! { <Form form suggestions dates is_editing /> })}
                    <KeysDialog dialog />
                    <Rehearsal list opened form numbers dates />
                </AfterPaint>
            </div>
        </div>
    }
}

#[component]
fn KeysButton(dialog: NodeRef<html::Dialog>) -> impl IntoView {
    let locale = use_locale();
    let name = td_string!(locale, keys.title);
    let on_click = move |_| keys::show(dialog);
    view! {
        <button type="button" class="icon-button keys-button" aria-label=name title=name on:click=on_click>
            {Icon::Keyboard.draw()}
        </button>
    }
}

/// Whether the list has made room for the panel. A panel that a person has asked for is painted first, over the list: laying
/// out all rows anew takes longer than the panel itself.
fn make_room_after_paint(has_panel: Memo<bool>, opened: OpenedAgent) -> RwSignal<bool> {
    let is_beside = RwSignal::new(false);
    let settle = move || {
        is_beside.try_set(has_panel.try_get_untracked().unwrap_or_default());
    };
    Effect::new(move |_| {
        if has_panel.get() && opened.takes_focus() && !is_beside.get_untracked() {
            after_paint(settle);
        } else {
            settle();
        }
    });
    is_beside
}

/// The form in the panel's place, and the question before it is left.
#[component]
fn Form(form: AgentForm, suggestions: Suggestions, dates: DateFormat, is_editing: Memo<bool>) -> impl IntoView {
    let on_open = move |id| form.leave_for(Destination::Agent(id));
    view! {
        // Each opening has fields of its own: an agent who is there has a locked email, a new one hasn't.
        <For each=move || is_editing.get().then(|| form.openings().get()) key=|opening| *opening let:_opening>
            <FormPanel form suggestions dates on_open />
        </For>
        <LeavingDialog form />
    }
}

/// Where Escape has a meaning of its own, but in the form, which asks before anything is lost.
const FIELDS: &str = "input, select, textarea";

fn target_matches(event: &ev::KeyboardEvent, selector: &str) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches(selector).unwrap_or(false))
}
