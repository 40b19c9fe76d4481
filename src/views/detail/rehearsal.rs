//! Having the panel ready before it is asked for.

use leptos::{
    html,
    prelude::*,
    tachys::view::{Mountable, Render},
    task::{spawn_local, tick},
};
use web_sys::HtmlElement;

use super::{Actions, Background, DetailPanel, focus::FocusReturn};
use crate::{
    components::{date::DateFormat, number::NumberFormat},
    domain::agent::Agent,
    locale::{Locale, provide_locale, use_locale},
    state::{agent_form::AgentForm, agent_list::AgentList, idle::IdleWork, opened_agent::OpenedAgent},
};

/// How long the list rests before, in milliseconds.
const REST: u32 = 500;

/// Opens the first agent of the list in a panel of its own and closes it again before anything is painted, once there is
/// nothing else to do. Browsers compile what is called for the first time, and lay out a text for the first time with more
/// work: without this, whoever opens the first agent waits for it.
#[component]
pub fn Rehearsal(
    list: AgentList,
    opened: OpenedAgent,
    form: Option<AgentForm>,
    numbers: NumberFormat,
    dates: DateFormat,
) -> impl IntoView {
    let locale = use_locale();
    let stage = NodeRef::<html::Div>::new();
    let work = StoredValue::new_local(None::<IdleWork>);
    let rows = list.rows();
    Effect::new(move |_| {
        if rows.is_empty() || work.with_value(Option::is_some) {
            return;
        }
        work.set_value(Some(IdleWork::after(REST, move || {
            let is_wanted = opened.opened().try_get_untracked().is_some_and(|opened| opened.is_none());
            let (Some(stage), Some(agent)) = (stage.try_get_untracked().flatten(), rows.agent_at(0)) else { return };
            if is_wanted {
                spawn_local(rehearse(stage.into(), locale, opened, agent, form, numbers, dates));
            }
        })));
    });
    view! { <div class="rehearsal" inert node_ref=stage></div> }
}

/// Nothing in here waits for anything but the effects of what it has done, so that the browser paints before or after it.
async fn rehearse(
    stage: HtmlElement,
    locale: Locale,
    opened: OpenedAgent,
    agent: Agent,
    form: Option<AgentForm>,
    numbers: NumberFormat,
    dates: DateFormat,
) {
    let id = agent.id.clone();
    let owner = Owner::new();
    let (mut panel, opened) = owner.with(|| {
        provide_locale(locale);
        let opened = opened.another();
        // Numbers and dates wait for the browser's data of all languages.
        let _ = (numbers.format(1000), numbers.percent(1), dates.format("2000-01-01"));
        let (agent, announcement) = (Memo::new(move |_| agent.clone()), RwSignal::new(String::new()));
        let is_shown = Memo::new(move |_| opened.opened().with(Option::is_some));
        let focus = FocusReturn::new(opened, NodeRef::new(), |_| None);
        let panel = view! {
            <DetailPanel opened is_shown form numbers dates focus on_filter=Callback::new(|_| {}) />
            <Actions opened form numbers />
            <Background agent announcement numbers dates />
        }
        .into_view()
        .build();
        (panel, opened)
    });
    panel.mount(&stage, None);
    opened.open(id);
    tick().await;
    stage.offset_height();
    opened.close();
    tick().await;
    panel.unmount();
    owner.cleanup();
}
