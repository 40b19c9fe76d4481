//! The person behind the record.

use leptos::prelude::*;

use super::section::Section;
use crate::{
    components::copy_button::CopyButton,
    domain::{
        agent::Agent,
        person::{Difference, Person},
    },
    locale::{td_string, use_locale},
};

/// Where the person's own record, which other companies share, says something else than this company's.
#[component]
pub fn BehindIt(agent: Memo<Agent>, announcement: RwSignal<String>) -> impl IntoView {
    let locale = use_locale();
    let differences = Memo::new(move |_| {
        agent.with(|agent| {
            agent.person.as_ref().map(|person: &Person| person.differences(agent, locale)).unwrap_or_default()
        })
    });
    let lines = move || {
        differences
            .get()
            .into_iter()
            .map(|Difference { label, theirs }| {
                view! {
                    <div>
                        <dt>{label}</dt>
                        <dd>
                            <span>{theirs.clone()}</span>
                            <CopyButton text=theirs name=label announcement />
                        </dd>
                    </div>
                }
            })
            .collect_view()
    };
    view! {
        <Show when=move || differences.with(|differences| !differences.is_empty())>
            <Section title=td_string!(locale, detail.own_record)>
                <p class="detail-none">{td_string!(locale, detail.own_record_differs)}</p>
                <dl class="facts">{lines}</dl>
            </Section>
        </Show>
    }
}
