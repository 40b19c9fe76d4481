//! The panel with all that is known of one agent.

mod card;
mod contact;
mod contact_line;
pub mod focus;
mod header;
mod more;
mod notes;
mod person;
mod rehearsal;
mod saved_notice;
mod section;
mod statistics;

use leptos::{html, prelude::*};

pub use self::rehearsal::Rehearsal;
use self::{
    card::Card,
    contact::Contact,
    focus::FocusReturn,
    header::{Actions, Header},
    more::More,
    notes::Notes,
    person::BehindIt,
    saved_notice::SavedNotice,
    statistics::Statistics,
};
use super::{after_paint::AfterPaint, failure::Failure};
use crate::{
    api::error::Error,
    components::{date::DateFormat, lasting::lasting, number::NumberFormat},
    domain::{agent::Agent, id::ConnectionId, query::Filter},
    locale::{Locale, td_string, use_locale},
    state::{agent_form::AgentForm, opened_agent::OpenedAgent, progress::Progress},
};

/// The panel while `is_shown`.
#[component]
pub fn DetailPanel(
    opened: OpenedAgent,
    #[prop(into)] is_shown: Signal<bool>,
    /// None where nothing may be written.
    form: Option<AgentForm>,
    numbers: NumberFormat,
    dates: DateFormat,
    /// Where focus goes when the panel closes.
    focus: FocusReturn,
    /// Takes an agency, a team or a tag of this agent's as a filter more.
    #[prop(into)]
    on_filter: Callback<Filter>,
) -> impl IntoView {
    view! {
        <Show when=move || is_shown.get()>
            <Detail opened form numbers dates focus on_filter />
        </Show>
    }
}

/// A dialog named after the agent. It is not modal: on wide screens the list beside it can be used.
#[component]
fn Detail(
    opened: OpenedAgent,
    /// None where nothing may be written.
    form: Option<AgentForm>,
    numbers: NumberFormat,
    dates: DateFormat,
    focus: FocusReturn,
    on_filter: Callback<Filter>,
) -> impl IntoView {
    let locale = use_locale();
    let (panel, heading) = (NodeRef::<html::Section>::new(), NodeRef::<html::H2>::new());
    let announcement = RwSignal::new(String::new());
    let is_known = Memo::new(move |_| opened.agent().with(Option::is_some));
    // What the sections read: they stay while the record changes, and go when there is none.
    let agent = Memo::new(move |_| opened.agent().get().unwrap_or_else(|| Agent::new(ConnectionId::default())));
    let kept = Signal::derive(move || if is_known.get() { td_string!(locale, detail.from_before) } else { "" });
    focus.follow(opened, panel, heading);

    view! {
        <section class="detail" role="dialog" aria-labelledby="detail-name" part="detail" node_ref=panel>
            <AfterPaint>
                <Waiting opened />
            </AfterPaint>
            <div class="detail-actions">
                <AfterPaint>
                    <Actions opened form numbers />
                </AfterPaint>
            </div>
            <Header agent is_known heading on_filter />
            {form.map(|form| view! { <SavedNotice form opened /> })}
            <AfterPaint>
                <Failure
                    progress=opened.progress()
                    kept
                    sentence
                    on_retry=move |()| opened.reload()
                    on_retry_now=move |()| opened.retry_now()
                />
            </AfterPaint>
            <Show
                when=move || is_known.get()
                fallback=move || view! { <Placeholder opened /> }
            >
                <Sections agent announcement numbers dates />
            </Show>
            <p class="announcement" role="status">{announcement}</p>
        </section>
    }
}

/// What is known of the agent, by subject. How to call or write to them, which most people open an agent for, is painted first.
#[component]
fn Sections(
    agent: Memo<Agent>,
    announcement: RwSignal<String>,
    numbers: NumberFormat,
    dates: DateFormat,
) -> impl IntoView {
    view! {
        <div class="detail-sections">
            <Contact agent announcement />
            <AfterPaint>
                <Background agent announcement numbers dates />
            </AfterPaint>
        </div>
    }
}

/// All but how to reach the agent.
#[component]
fn Background(
    agent: Memo<Agent>,
    announcement: RwSignal<String>,
    numbers: NumberFormat,
    dates: DateFormat,
) -> impl IntoView {
    view! {
        <Statistics agent numbers dates />
        <Notes agent />
        <BehindIt agent announcement />
        <Card agent />
        <More agent dates />
    }
}

/// The bar that shows that the record is on its way.
#[component]
fn Waiting(opened: OpenedAgent) -> impl IntoView {
    let locale = use_locale();
    let is_slow = lasting(Memo::new(move |_| opened.progress().with(Progress::is_loading)));
    let label = td_string!(locale, detail.loading);
    view! { <div class="progress" role="progressbar" aria-label=label hidden=move || !is_slow.get()></div> }
}

fn sentence(error: &Error, locale: Locale) -> String {
    match error.status() {
        Some(404 | 410) => td_string!(locale, detail.not_found).into(),
        _ => error.sentence(locale),
    }
}

/// Empty lines in the place of an agent of whom nothing is known yet.
#[component]
fn Placeholder(opened: OpenedAgent) -> impl IntoView {
    let is_loading = move || opened.progress().with(Progress::is_loading);
    move || {
        is_loading().then(|| {
            let lines = (0..4).map(|_| view! { <div class="placeholder"></div> }).collect_view();
            view! { <div class="placeholders" aria-hidden="true">{lines}</div> }
        })
    }
}
