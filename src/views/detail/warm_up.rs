//! Having the panel ready before it is asked for.

use leptos::{html, prelude::*, tachys::view::Render};

use super::{Background, Detail, contact::Contact, focus::FocusReturn, header::Header};
use crate::{
    components::{date::DateFormat, number::NumberFormat},
    domain::{agent::Agent, query::Filters},
    locale::{Locale, provide_locale, use_locale},
    state::{agent_form::AgentForm, agent_list::AgentList, idle::IdleWork, opened_agent::OpenedAgent},
};

/// How long the list rests before, in milliseconds.
const REST: u32 = 500;

/// Builds the panel for the first agent of the list, unseen, once there is nothing else to do. Browsers compile what is called
/// for the first time: without this, whoever opens the first agent waits for it.
#[component]
pub fn WarmUp(
    list: AgentList,
    opened: OpenedAgent,
    form: Option<AgentForm>,
    numbers: NumberFormat,
    dates: DateFormat,
    focus: FocusReturn,
) -> impl IntoView {
    let locale = use_locale();
    let work = StoredValue::new_local(None::<IdleWork>);
    let rows = list.rows();
    Effect::new(move |_| {
        let Some(mut agent) = rows.page().and_then(|page| page.agents.first().cloned()) else { return };
        // Nobody sees the photo.
        agent.image_url = None;
        let build = move || {
            build_unseen(locale, move || {
                // Numbers and dates wait for the browser's data of all languages.
                let _ = (numbers.format(1000), dates.format("2000-01-01"));
                let on_filter = Callback::new(|_| {});
                // The panel has no agent yet, so what it tells of one is built beside it.
                view! {
                    <Detail opened form numbers dates focus on_filter />
                    <Contents agent on_filter numbers dates />
                }
            });
        };
        if work.with_value(Option::is_none) {
            work.set_value(Some(IdleWork::after(REST, build)));
        }
    });
}

fn build_unseen<View: IntoView>(locale: Locale, view: impl FnOnce() -> View) {
    let owner = Owner::new();
    owner.with(|| {
        provide_locale(locale);
        drop(view().into_view().build());
    });
    owner.cleanup();
}

#[component]
fn Contents(
    agent: Agent,
    on_filter: Callback<fn(&mut Filters, &Agent)>,
    numbers: NumberFormat,
    dates: DateFormat,
) -> impl IntoView {
    let agent = Memo::new(move |_| agent.clone());
    let is_known = Memo::new(|_| true);
    let (heading, announcement) = (NodeRef::<html::H2>::new(), RwSignal::new(String::new()));
    view! {
        <Header agent is_known heading on_filter />
        <Contact agent announcement />
        <Background agent announcement numbers dates />
    }
}
