//! A query as parameters, the way the API and the page's address write it.

use super::{Filters, Query};
use crate::domain::id::{AgencyId, AgentId, AgentTeamId, ConnectionId};

/// A parameter's name and its value, not encoded.
type Pair = (&'static str, String);

impl Query {
    /// The parameters by the API's names, not encoded, always in the same order. Filters that are not set are left out.
    pub fn to_pairs(&self) -> Vec<Pair> {
        let Filters { id, agency_id, agent_id, agent_team_id, email, tags } = &self.filters;
        let mut pairs = Vec::new();
        let mut add = |name, value: Option<&str>| {
            pairs.extend(value.filter(|value| !value.is_empty()).map(|value| (name, value.to_owned())));
        };
        add("filter[fulltext]", Some(&self.fulltext));
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

    /// The parameters that lead from `base` to this query when they are laid over it: what is equal is left out, a filter
    /// that only `base` has is given empty.
    pub fn differing_pairs(&self, base: &Self) -> Vec<Pair> {
        let (wanted, present) = (self.to_pairs(), base.to_pairs());
        let mut cleared: Vec<_> = present.iter().map(|(name, _)| plain(name)).collect();
        cleared.dedup();
        cleared.retain(|name| values(&wanted, name).is_empty());
        let mut pairs = wanted.clone();
        pairs.retain(|(name, _)| values(&wanted, name) != values(&present, name));
        pairs.extend(cleared.into_iter().map(|name| (name, String::new())));
        pairs
    }
}

/// A parameter's name without the brackets of an array.
fn plain(name: &str) -> &str {
    name.trim_end_matches("[]")
}

fn values<'a>(pairs: &'a [Pair], name: &str) -> Vec<&'a String> {
    pairs.iter().filter(|(other, _)| plain(other) == plain(name)).map(|(_, value)| value).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn encoded(query: &Query) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(query.to_pairs()).finish()
    }

    #[test]
    fn only_what_is_set_is_written() {
        assert_eq!(encoded(&Query::default()), "sort=last_first_name&page%5Bnumber%5D=1&page%5Bsize%5D=50");
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
    fn a_query_tells_how_it_differs_from_another() {
        let base = Query::parse("filter[tag][]=VIP&filter[tag][]=Gold&sort=-agent_inspections").unwrap();
        assert_eq!(base.differing_pairs(&base), []);
        let query = Query::parse("sort=-agent_inspections&page[number]=2").unwrap();
        let expected = [("page[number]", "2".to_owned()), ("filter[tag]", String::new())];
        assert_eq!(query.differing_pairs(&base), expected);
    }
}
