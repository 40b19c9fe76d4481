//! Whether the server has heeded the filters: one that does not know a parameter may pass over it silently.

use super::AgentPage;
use crate::{
    domain::{agent::Agent, field::Field, query::Filters},
    locale::{Locale, td_string},
};

/// A filter that a server can be seen to have passed over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the filter by what it is called")]
pub enum IgnoredFilter {
    Connection,
    Agent,
    Agency,
    Team,
    Email,
}

impl IgnoredFilter {
    /// The name of its field.
    pub fn label(self, locale: Locale) -> &'static str {
        match self {
            Self::Connection => td_string!(locale, field.connection_id),
            Self::Agent => td_string!(locale, field.agent_id),
            Self::Agency => td_string!(locale, field.agency_id),
            Self::Team => td_string!(locale, field.team_id),
            Self::Email => Field::Email.label(locale),
        }
    }
}

impl AgentPage {
    /// Those of `filters` that the rows contradict. What a row does not tell is no contradiction.
    pub fn ignored(&self, filters: &Filters) -> Vec<IgnoredFilter> {
        let Filters { id, agency_id, agent_id, agent_team_id, email, .. } = filters;
        let any = |contradicts: &dyn Fn(&Agent) -> bool| self.agents.iter().any(contradicts);
        let checks = [
            (IgnoredFilter::Connection, any(&|agent| id.as_ref().is_some_and(|id| agent.id != *id))),
            (IgnoredFilter::Agent, any(&|agent| differs(agent_id, &agent.agent_id))),
            (IgnoredFilter::Agency, any(&|agent| differs(agency_id, &agent.agency_id))),
            (IgnoredFilter::Team, any(&|agent| differs(agent_team_id, &agent.agent_team_id))),
            (IgnoredFilter::Email, any(&|agent| email.as_ref().is_some_and(|email| has_other_email(agent, email)))),
        ];
        checks.into_iter().filter(|(_, contradicted)| *contradicted).map(|(filter, _)| filter).collect()
    }
}

fn differs<T: PartialEq>(wanted: &Option<T>, told: &Option<T>) -> bool {
    matches!((wanted, told), (Some(wanted), Some(told)) if wanted != told)
}

/// Whether addresses are told for an agent and none is `wanted`, be it the record's own or the person's.
fn has_other_email(agent: &Agent, wanted: &str) -> bool {
    let person = agent.person.as_ref().and_then(|person| person.email.as_ref());
    let mut told = agent.email.iter().chain(person).peekable();
    told.peek().is_some() && !told.any(|address| address.to_lowercase() == wanted.trim().to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::query::Query, json_api::document::Document};

    /// Two rows: connection 17 of agent 9, agency 5, team 3 and two addresses, and connection 18 that tells nothing else.
    fn page() -> AgentPage {
        let fixture = include_bytes!("../../../tests/fixtures/list_unfiltered.json");
        AgentPage::read(&Document::parse(fixture).unwrap(), &Query::default().page).unwrap()
    }

    fn ignored(query: &str, page: &AgentPage) -> Vec<IgnoredFilter> {
        page.ignored(&Query::parse(query).unwrap().filters)
    }

    #[test]
    fn rows_that_do_not_match_show_that_a_filter_was_ignored() {
        for (query, filter) in [
            ("filter[id]=17", IgnoredFilter::Connection),
            ("filter[agent_id]=7", IgnoredFilter::Agent),
            ("filter[agency_id]=7", IgnoredFilter::Agency),
            ("filter[agent_team_id]=7", IgnoredFilter::Team),
            ("filter[email]=bo@agency.example", IgnoredFilter::Email),
        ] {
            assert_eq!(ignored(query, &page()), [filter], "{query}");
        }
        assert_eq!(
            ignored("filter[agency_id]=7&filter[email]=x@y.example", &page()),
            [IgnoredFilter::Agency, IgnoredFilter::Email]
        );
    }

    #[test]
    fn rows_that_match_or_do_not_tell_are_no_contradiction() {
        for query in [
            "",
            "filter[agent_id]=9&filter[agency_id]=5&filter[agent_team_id]=3",
            "filter[email]=Ana@Agency.example",
            "filter[email]=ana@home.example",
            "filter[tag]=VIP&filter[fulltext]=nobody",
        ] {
            assert!(ignored(query, &page()).is_empty(), "{query}");
        }
        let mut page = page();
        page.agents.truncate(1);
        assert!(ignored("filter[id]=17", &page).is_empty());
        page.agents.clear();
        assert!(ignored("filter[id]=17", &page).is_empty());
    }
}
