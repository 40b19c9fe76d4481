//! A query read from parameters, with a sentence about each that can't be used.

use super::{Page, Query, Sort, SortKey};
use crate::{
    domain::{
        email,
        id::{AgencyId, AgentId, AgentTeamId, ConnectionId},
    },
    locale::{Locale, td_string},
};

/// A parameter that a query can't take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QueryError {
    /// The parameter's name.
    pub parameter: String,
    /// What is wrong with it.
    pub reason: Reason,
}

/// What is wrong with a parameter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The list has none of that name.
    Unknown,
    /// This is no whole number up to the maximum.
    Number(String, u32),
    /// This is no order.
    Sort(String),
    /// This can't be an email address.
    Email(String),
}

impl QueryError {
    /// What is wrong with the parameter and what is allowed, as a sentence for people.
    pub fn sentence(&self, locale: Locale) -> String {
        let reason = match &self.reason {
            Reason::Unknown => td_string!(locale, query.unknown, parameters = PARAMETERS),
            Reason::Number(text, u32::MAX) => td_string!(locale, query.number_from, value = text.as_str()),
            Reason::Number(text, maximum) => {
                td_string!(locale, query.number_to, value = text.as_str(), maximum = *maximum)
            }
            Reason::Sort(text) => {
                let allowed = SortKey::ALL.map(SortKey::as_str).join(", ");
                td_string!(locale, query.sort, value = text.as_str(), allowed = allowed)
            }
            Reason::Email(text) => td_string!(locale, query.email, value = text.as_str()),
        };
        td_string!(locale, query.told, parameter = self.parameter.as_str(), reason = reason)
    }
}

/// The parameters of the list but the last, as they are told.
const PARAMETERS: &str = "filter[fulltext], filter[id], filter[agency_id], filter[agent_id], filter[agent_team_id], \
                          filter[email], filter[tag], sort, page[number]";

impl Query {
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
                "filter[email]" => filters.email = some.map(possible_email).transpose()?,
                name if is_tag(name) => {
                    names_tags = true;
                    tags.extend(some.filter(|tag| !tags.contains(tag)));
                }
                "sort" => self.sort = Sort::from_parameter(text).ok_or_else(|| unknown_sort(text))?,
                "page[number]" => self.page.number = number(&name, text, u32::MAX)?,
                "page[size]" => self.page.size = number(&name, text, Page::MAXIMUM_SIZE)?,
                _ => return Err(unknown_parameter(name)),
            }
        }
        if names_tags {
            self.filters.tags = tags;
        }
        Ok(())
    }

    /// Lays over this query the parameters that can be used, and tells about the others.
    pub fn apply_usable_pairs(&mut self, pairs: impl IntoIterator<Item = (String, String)>) -> Vec<QueryError> {
        // Tags only mean something together; any other parameter stands alone.
        let (tags, others): (Vec<_>, Vec<_>) = pairs.into_iter().partition(|(name, _)| is_tag(name));
        let alone = others.into_iter().map(|pair| vec![pair]);
        alone.chain([tags]).filter_map(|pairs| self.apply_pairs(pairs).err()).collect()
    }
}

fn is_tag(name: &str) -> bool {
    matches!(name, "filter[tag]" | "filter[tag][]")
}

fn unknown_parameter(parameter: String) -> QueryError {
    QueryError { parameter, reason: Reason::Unknown }
}

fn number(name: &str, text: &str, maximum: u32) -> Result<u32, QueryError> {
    text.parse()
        .ok()
        .filter(|number| (1..=maximum).contains(number))
        .ok_or_else(|| QueryError { parameter: name.into(), reason: Reason::Number(text.into(), maximum) })
}

fn possible_email(text: String) -> Result<String, QueryError> {
    if email::is_possible(&text) {
        return Ok(text);
    }
    Err(QueryError { parameter: "filter[email]".into(), reason: Reason::Email(text) })
}

fn unknown_sort(text: &str) -> QueryError {
    QueryError { parameter: "sort".into(), reason: Reason::Sort(text.into()) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::query::Filters;

    fn encoded(query: &Query) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(query.to_pairs()).finish()
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
    fn a_parameter_that_cannot_be_used_is_named() {
        for (text, parameter) in [
            ("sort=age", "sort"),
            ("page[size]=0", "page[size]"),
            ("page[size]=201", "page[size]"),
            ("page[number]=-1", "page[number]"),
            ("filter[name]=Ana", "filter[name]"),
            ("filter[email]=ana", "filter[email]"),
        ] {
            let error = Query::parse(text).unwrap_err();
            assert_eq!(error.parameter, parameter);
            assert!(error.sentence(Locale::en).contains(parameter));
        }
    }

    #[test]
    fn an_empty_value_clears_a_filter_and_what_is_not_named_stays() {
        let mut query = Query::parse("filter[email]=a@b.example&filter[tag]=VIP&page[size]=25").unwrap();
        query.apply_pairs([("filter[email]".into(), " ".into())]).unwrap();
        assert_eq!(query, Query::parse("?filter[tag]=VIP&page[size]=25").unwrap());
    }

    #[test]
    fn a_parameter_that_cannot_be_used_leaves_the_others_their_effect() {
        let mut query = Query::default();
        let pairs =
            [("sort", "age"), ("filter[tag][]", "VIP"), ("page[size]", "0"), ("filter[tag][]", "Gold"), ("x", "1")];
        let refused = query.apply_usable_pairs(pairs.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(
            refused.iter().map(|error| error.parameter.as_str()).collect::<Vec<_>>(),
            ["sort", "page[size]", "x"]
        );
        assert_eq!(query, Query::parse("filter[tag][]=VIP&filter[tag][]=Gold").unwrap());
    }

    fn text() -> impl Strategy<Value = String> {
        prop_oneof!["[\\PC &+#%=\\[\\]]{0,12}", any::<String>()].prop_map(|text| text.trim().to_owned())
    }

    fn some_text() -> impl Strategy<Value = Option<String>> {
        text().prop_map(|text| (!text.is_empty()).then_some(text))
    }

    prop_compose! {
        fn queries()(
            fulltext in text(), id in some_text(), agency in some_text(), agent in some_text(), team in some_text(),
            email in proptest::option::of("[\\PC&&[^@,;<>\\s]]{1,8}@[a-zü+&#]{1,8}\\.example"), tags in proptest::collection::btree_set("[\\PC&+#\\[\\]]{1,8}", 0..4),
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
        fn the_differing_pairs_lead_from_any_query_to_any_other(query in queries(), mut base in queries()) {
            let pairs = query.differing_pairs(&base);
            base.apply_pairs(pairs.into_iter().map(|(name, value)| (name.to_owned(), value))).unwrap();
            prop_assert_eq!(base, query);
        }

        #[test]
        fn any_text_is_a_query_or_an_error(text: String) {
            let _ = Query::parse(&text);
        }
    }
}
