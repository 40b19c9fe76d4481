//! Having the panel ready before it is asked for.

use leptos::{html, prelude::*, tachys::view::Render};

use super::{Sections, header::Header};
use crate::{
    components::{date::DateFormat, number::NumberFormat},
    domain::agent::Agent,
    locale::{Locale, provide_locale, use_locale},
    state::{agent_list::AgentList, idle::IdleWork},
};

/// How long the list rests before, in milliseconds.
const REST: u32 = 500;

/// Builds the panel for the first agent of the list, unseen, once there is nothing else to do. Browsers compile what is called
/// for the first time: without this, whoever opens the first agent waits for it.
pub fn warm_up(list: AgentList, numbers: NumberFormat, dates: DateFormat) {
    let locale = use_locale();
    let work = StoredValue::new_local(None::<IdleWork>);
    let rows = list.rows();
    Effect::new(move |_| {
        let Some(mut agent) = rows.page().and_then(|page| page.agents.first().cloned()) else { return };
        // Nobody sees the photo.
        agent.image_url = None;
        if work.with_value(Option::is_none) {
            work.set_value(Some(IdleWork::after(REST, move || build_unseen(agent, numbers, dates, locale))));
        }
    });
}

fn build_unseen(agent: Agent, numbers: NumberFormat, dates: DateFormat, locale: Locale) {
    let owner = Owner::new();
    owner.with(|| {
        provide_locale(locale);
        let agent = Memo::new(move |_| agent.clone());
        let is_known = Memo::new(|_| true);
        let on_filter = Callback::new(|_| {});
        let (heading, announcement) = (NodeRef::<html::H2>::new(), RwSignal::new(String::new()));
        let view = view! {
            <section>
                <Header agent is_known heading on_filter />
                <Sections agent announcement numbers dates />
            </section>
        };
        drop(view.into_view().build());
    });
    owner.cleanup();
}
