//! All the rest.

use leptos::prelude::*;

use super::section::Fact;
use crate::{
    components::date::DateFormat,
    domain::{agent::Agent, person::Person},
    locale::{Locale, td_string, use_locale},
};

/// Attributes that nobody has told us of, dates of the record and ids, behind a disclosure.
#[component]
pub fn More(agent: Memo<Agent>, dates: DateFormat) -> impl IntoView {
    let locale = use_locale();
    let is_open = RwSignal::new(false);
    // Writing dates takes a while the first time, so nothing is written before someone looks.
    let facts = move || {
        is_open.get().then(|| {
            let facts = agent.with(|agent| facts(agent, dates, locale));
            facts.into_iter().map(|(name, value)| view! { <Fact name value /> }).collect_view()
        })
    };
    view! {
        <details class="detail-section detail-more" on:toggle=move |_| is_open.set(true)>
            <summary>{td_string!(locale, detail.more)}</summary>
            <dl class="facts">{facts}</dl>
        </details>
    }
}

fn facts(agent: &Agent, dates: DateFormat, locale: Locale) -> Vec<(String, String)> {
    let date = |text: &Option<String>| text.as_deref().map(|text| dates.format(text));
    let person = agent.person.as_ref();
    let known = [
        (td_string!(locale, detail.added), date(&agent.created_at)),
        (td_string!(locale, detail.last_changed), date(&agent.updated_at)),
        (td_string!(locale, field.connection_id), Some(agent.id.to_string())),
        (
            td_string!(locale, field.agent_id),
            agent.agent_id.as_ref().or(person.map(|person| &person.id)).map(ToString::to_string),
        ),
        (td_string!(locale, field.agent_uuid), person.and_then(|person: &Person| person.uuid.clone())),
        (td_string!(locale, field.agency_id), agent.agency_id.as_ref().map(ToString::to_string)),
        (td_string!(locale, field.team_id), agent.agent_team_id.as_ref().map(ToString::to_string)),
        (td_string!(locale, field.company_id), agent.company_id.clone()),
    ];
    let other = agent.other.iter().map(|(name, value)| (words(name), value.clone()));
    other.chain(known.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)))).collect()
}

/// An attribute's name as people write: `license_number` becomes `License number`.
fn words(name: &str) -> String {
    let name = name.replace(['_', '-'], " ");
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_attribute_is_named_in_words() {
        assert_eq!(words("license_number"), "License number");
        assert_eq!(words("état-civil"), "État civil");
        assert_eq!(words(""), "");
    }
}
