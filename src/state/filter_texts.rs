//! What is typed in the fields of the filters, and the filters it stands for.

use leptos::prelude::*;

use super::{
    agent_list::AgentList,
    state_signal::StateSignal,
    suggestions::{Seen, Suggestions},
};
use crate::{
    domain::{
        email,
        id::{AgencyId, AgentId, AgentTeamId, ConnectionId},
        query::{Filter, Filters},
    },
    locale::Locale,
};

/// The text in each field but that of the tags, which are filters as soon as they are tokens. Typing changes nothing but the
/// text, so what can't be sent is kept.
#[derive(Clone, Copy)]
#[allow(missing_docs, reason = "each is the field of that name")]
pub struct FilterTexts {
    pub agency: RwSignal<String>,
    pub team: RwSignal<String>,
    pub agent: RwSignal<String>,
    pub connection: RwSignal<String>,
    pub email: RwSignal<String>,
    list: AgentList,
    suggestions: Suggestions,
    locale: Locale,
    email_problem: StateSignal<Option<&'static str>>,
}

impl FilterTexts {
    /// Texts that show the filters of `list`, by name where the name is known.
    pub fn of(list: AgentList, suggestions: Suggestions, locale: Locale) -> Self {
        let shown = |kind: fn(&Filter) -> bool| {
            let text = RwSignal::new(String::new());
            let filter = Memo::new(move |_| filter_of(list, kind));
            let named = Memo::new(move |_| name_of(filter.get().as_ref(), suggestions));
            Effect::new(move |before: Option<(Option<Filter>, String)>| {
                let now = (filter.get(), named.get());
                // A name that comes later doesn't take the place of what has been typed since.
                let is_typed = |(filter, name)| filter == now.0 && text.with_untracked(|text| *text != name);
                if !before.is_some_and(is_typed) {
                    text.set(now.1.clone());
                }
                now
            });
            text
        };
        let email_problem = StateSignal::new(None);
        let email = Memo::new(move |_| list.query().with(|query| query.filters.email.clone()));
        Effect::new(move |_| {
            // Tracking alone would not have the memo follow the query.
            email.get();
            email_problem.set(None);
        });
        Self {
            agency: shown(|filter| matches!(filter, Filter::Agency(_))),
            team: shown(|filter| matches!(filter, Filter::Team(_))),
            agent: shown(|filter| matches!(filter, Filter::Agent(_))),
            connection: shown(|filter| matches!(filter, Filter::Connection(_))),
            email: shown(|filter| matches!(filter, Filter::Email(_))),
            list,
            suggestions,
            locale,
            email_problem,
        }
    }

    /// What is wrong with the email; a problem goes when the text changes.
    pub fn email_problem(&self) -> ReadSignal<Option<&'static str>> {
        self.email_problem.read_only()
    }

    /// Takes another text for the email.
    pub fn type_email(&self, text: String) {
        self.email.set(text);
        self.email_problem.set(None);
    }

    /// Filters by what is typed. An email that can't be one is told and not sent; the other fields are.
    pub fn apply(&self) {
        self.suggestions.learn();
        let text = |signal: RwSignal<String>| signal.get_untracked().trim().to_owned();
        let email = text(self.email);
        let problem = email::problem(&email, self.locale).filter(|_| !email.is_empty());
        self.email_problem.set(problem);
        let now = self.list.query().with_untracked(|query| query.filters.clone());
        let some = |text: String| (!text.is_empty()).then_some(text);
        let filters = self.suggestions.seen().with_untracked(|seen| Filters {
            id: some(text(self.connection)).map(ConnectionId::new),
            agency_id: some(text(self.agency)).map(|text| agency(&text, now.agency_id.as_ref(), seen)),
            agent_id: some(text(self.agent)).map(AgentId::new),
            agent_team_id: some(text(self.team)).map(|text| team(&text, now.agent_team_id.as_ref(), seen)),
            email: if problem.is_some() { now.email.clone() } else { some(email) },
            tags: now.tags.clone(),
        });
        self.list.filter(filters);
        // The same agency may have been typed in another way.
        let name = |kind| untrack(|| name_of(filter_of(self.list, kind).as_ref(), self.suggestions));
        self.agency.set(name(|filter| matches!(filter, Filter::Agency(_))));
        self.team.set(name(|filter| matches!(filter, Filter::Team(_))));
    }
}

/// The filter of a kind that is on; tracked.
fn filter_of(list: AgentList, kind: fn(&Filter) -> bool) -> Option<Filter> {
    list.query().with(|query| query.filters.chosen().into_iter().find(kind))
}

/// What a filter is called; empty where there is none. Tracked.
fn name_of(filter: Option<&Filter>, suggestions: Suggestions) -> String {
    filter.map(|filter| suggestions.seen().with(|seen| seen.name(filter))).unwrap_or_default()
}

/// The agency meant by `text`: the one now filtered by where it has that name, another of that name, the one whose name alone
/// has it as a part, or that id.
fn agency(text: &str, now: Option<&AgencyId>, seen: &Seen) -> AgencyId {
    AgencyId::new(meant(text, now.map(AgencyId::as_str), &seen.agencies()))
}

fn team(text: &str, now: Option<&AgentTeamId>, seen: &Seen) -> AgentTeamId {
    AgentTeamId::new(meant(text, now.map(AgentTeamId::as_str), &seen.teams()))
}

/// `named` are pairs of name and id, in the order of the names.
fn meant(text: &str, now: Option<&str>, named: &[(String, String)]) -> String {
    let Some(wanted) = name_meant(text, named) else { return text.to_owned() };
    let mut fitting = named.iter().filter(|(name, _)| name.to_lowercase() == wanted).map(|(_, id)| id.as_str());
    let first = fitting.clone().next();
    fitting.find(|id| Some(*id) == now).or(first).unwrap_or(text).to_owned()
}

/// The name meant by `text`, in small letters; `None` where it may be several, or an id.
fn name_meant(text: &str, named: &[(String, String)]) -> Option<String> {
    let wanted = text.to_lowercase();
    let mut names: Vec<_> = named.iter().map(|(name, _)| name.to_lowercase()).collect();
    names.dedup();
    if names.contains(&wanted) {
        return Some(wanted);
    }
    // Numbers are ids, be they a part of a name or not.
    let is_id = text.bytes().all(|byte| byte.is_ascii_digit()) || named.iter().any(|(_, id)| id == text);
    let mut fitting = names.into_iter().filter(|name| !is_id && name.contains(&wanted));
    fitting.next().filter(|_| fitting.next().is_none())
}

#[cfg(test)]
mod tests {
    use super::meant;

    fn named() -> Vec<(String, String)> {
        [("Harbor Realty", "1"), ("Harbor Realty", "2"), ("7", "3")].map(|(name, id)| (name.into(), id.into())).to_vec()
    }

    #[test]
    fn a_name_stands_for_its_id_and_an_id_for_itself() {
        assert_eq!(meant("harbor realty", None, &named()), "1");
        assert_eq!(meant("2", None, &named()), "2");
        assert_eq!(meant("Unheard Of", None, &named()), "Unheard Of");
    }

    /// Whoever typed a part of a name and left the field by Tab, the suggestion in view, filtered by an id that nobody has.
    #[test]
    fn a_part_of_one_name_stands_for_it_and_a_part_of_several_for_nothing() {
        let mut named = named();
        named.extend([("Beacon 12".to_owned(), "4".to_owned()), ("Beacon Homes".into(), "5".into())]);
        assert_eq!(meant("harb", None, &named), "1");
        assert_eq!(meant("Harb", Some("2"), &named), "2");
        assert_eq!(meant("homes", None, &named), "5");
        assert_eq!(meant("beacon", None, &named), "beacon");
        assert_eq!(meant("12", None, &named), "12", "a number is an id");
    }

    #[test]
    fn of_two_with_one_name_the_one_that_was_picked_stays() {
        assert_eq!(meant("Harbor Realty", Some("2"), &named()), "2");
    }
}
