//! A query as parameters, the way the API and the page's address write it.

use std::fmt;

use super::{Filters, Page, Query, Sort, SortKey};
use crate::domain::id::{AgencyId, AgentId, AgentTeamId, ConnectionId};

/// A parameter that a query can't take. Displays as a sentence for people.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryError {
    /// The parameter's name.
    pub parameter: String,
    /// What is wrong with it, and what is allowed.
    pub reason: String,
}

impl fmt::Display for QueryError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "“{}” {}", self.parameter, self.reason)
    }
}

impl Query {
    /// The parameters by the API's names, not encoded, always in the same order. Filters that are not set are left out.
    pub fn to_pairs(&self) -> Vec<(&'static str, String)> {
        let Filters { id, agency_id, agent_id, agent_team_id, email, tags } = &self.filters;
        let mut pairs = Vec::new();
        let mut add = |name, value: Option<&str>| pairs.extend(value.map(|value| (name, value.to_owned())));
        add("filter[fulltext]", Some(self.fulltext.as_str()).filter(|text| !text.is_empty()));
        add("filter[id]", id.as_ref().map(ConnectionId::as_str));
        add("filter[agency_id]", agency_id.as_ref().map(AgencyId::as_str));
        add("filter[agent_id]", agent_id.as_ref().map(AgentId::as_str));
        add("filter[agent_team_id]", agent_team_id.as_ref().map(AgentTeamId::as_str));
        add("filter[email]", email.as_deref());
        let tag = if tags.len() > 1 { "filter[tag][]" } else { "filter[tag]" };
        tags.iter().for_each(|name| add(tag, Some(name)));
        pairs.push(("sort", self.sort.to_parameter()));
        pairs.push(("page[number]", self.page.number.to_string()));
        pairs.push(("page[size]", self.page.size.to_string()));
        pairs
    }

    /// Reads `filter[tag]=VIP&sort=-agent_inspections` and the like; what is not named keeps its default.
    pub fn parse(text: &str) -> Result<Self, QueryError> {
        let mut query = Self::default();
        query.apply_pairs(form_urlencoded::parse(text.trim_start_matches('?').as_bytes()).into_owned())?;
        Ok(query)
    }

    /// Lays parameters over this query. Tags that are given replace the ones there were; an empty value clears a filter.
    pub fn apply_pairs(&mut self, pairs: impl IntoIterator<Item = (String, String)>) -> Result<(), QueryError> {
        let mut tags = Vec::new();
        let mut names_tags = false;
        for (name, value) in pairs {
            let text = value.trim();
            let some = (!text.is_empty()).then(|| text.to_owned());
            let filters = &mut self.filters;
            match name.as_str() {
                "filter[fulltext]" => self.fulltext = some.unwrap_or_default(),
                "filter[id]" => filters.id = some.map(ConnectionId::new),
                "filter[agency_id]" => filters.agency_id = some.map(AgencyId::new),
                "filter[agent_id]" => filters.agent_id = some.map(AgentId::new),
                "filter[agent_team_id]" => filters.agent_team_id = some.map(AgentTeamId::new),
                "filter[email]" => filters.email = some,
                "filter[tag]" | "filter[tag][]" => {
                    names_tags = true;
                    tags.extend(some.filter(|tag| !tags.contains(tag)));
                }
                "sort" => self.sort = Sort::from_parameter(text).ok_or_else(|| unknown_sort(text))?,
                "page[number]" => self.page.number = number(&name, text, u32::MAX)?,
                "page[size]" => self.page.size = number(&name, text, Page::MAXIMUM_SIZE)?,
                _ => return Err(QueryError { parameter: name, reason: "is not a parameter of the list.".into() }),
            }
        }
        if names_tags {
            self.filters.tags = tags;
        }
        Ok(())
    }
}

fn number(name: &str, text: &str, maximum: u32) -> Result<u32, QueryError> {
    text.parse().ok().filter(|number| (1..=maximum).contains(number)).ok_or_else(|| QueryError {
        parameter: name.into(),
        reason: match maximum {
            u32::MAX => format!("is “{text}”; it must be a whole number from 1 on."),
            _ => format!("is “{text}”; it must be a whole number from 1 to {maximum}."),
        },
    })
}

fn unknown_sort(text: &str) -> QueryError {
    let allowed = SortKey::ALL.map(SortKey::as_str).join(", ");
    QueryError {
        parameter: "sort".into(),
        reason: format!("is “{text}”; it must be one of {allowed}, or one of them with - in front."),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn encoded(query: &Query) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(query.to_pairs()).finish()
    }

    #[test]
    fn only_what_is_set_is_written() {
        assert_eq!(encoded(&Query::default()), "sort=last_first_name&page%5Bnumber%5D=1&page%5Bsize%5D=50");
    }

    #[test]
    fn one_tag_is_a_value_and_more_are_an_array() {
        let one = Query::parse("filter[tag]=VIP").unwrap();
        assert!(one.to_pairs().contains(&("filter[tag]", "VIP".into())));
        let two = Query::parse("filter[tag]=VIP&filter[tag]=Gold").unwrap();
        assert_eq!(two, Query::parse("filter[tag][]=VIP&filter%5Btag%5D%5B%5D=Gold").unwrap());
        assert!(two.to_pairs().contains(&("filter[tag][]", "Gold".into())));
    }

    #[test]
    fn a_plus_in_an_email_is_encoded() {
        let query = Query {
            filters: Filters { email: Some("a+b@c.example".into()), ..Filters::default() },
            ..Query::default()
        };
        assert!(encoded(&query).contains("filter%5Bemail%5D=a%2Bb%40c.example"));
    }

    #[test]
    fn a_parameter_that_cannot_be_used_is_named() {
        for (text, parameter) in [
            ("sort=age", "sort"),
            ("page[size]=0", "page[size]"),
            ("page[size]=201", "page[size]"),
            ("page[number]=-1", "page[number]"),
            ("filter[name]=Ana", "filter[name]"),
        ] {
            let error = Query::parse(text).unwrap_err();
            assert_eq!(error.parameter, parameter);
            assert!(error.to_string().contains(parameter));
        }
    }

    fn text() -> impl Strategy<Value = String> {
        "[\\PC &+#%=\\[\\]]{0,12}".prop_map(|text| text.trim().to_owned())
    }

    fn some_text() -> impl Strategy<Value = Option<String>> {
        text().prop_map(|text| (!text.is_empty()).then_some(text))
    }

    prop_compose! {
        fn queries()(
            fulltext in text(), id in some_text(), agency in some_text(), agent in some_text(), team in some_text(),
            email in some_text(), tags in proptest::collection::btree_set("[\\PC&+#\\[\\]]{1,8}", 0..4),
            key in 0..8usize, descending: bool, number in 1..u32::MAX, size in 1..=Page::MAXIMUM_SIZE,
        ) -> Query {
            let tags: std::collections::BTreeSet<String> =
                tags.iter().map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty()).collect();
            Query {
                fulltext,
                filters: Filters {
                    id: id.map(ConnectionId::new), agency_id: agency.map(AgencyId::new), agent_id: agent.map(AgentId::new),
                    agent_team_id: team.map(AgentTeamId::new), email, tags: tags.into_iter().collect(),
                },
                sort: Sort { key: SortKey::ALL[key], descending },
                page: Page { number, size },
            }
        }
    }

    proptest! {
        #[test]
        fn any_query_reads_as_it_is_written(query in queries()) {
            prop_assert_eq!(Query::parse(&encoded(&query)).unwrap(), query);
        }

        #[test]
        fn any_text_is_a_query_or_an_error(text: String) {
            let _ = Query::parse(&text);
        }
    }
}
