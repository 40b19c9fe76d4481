//! What the page's URL holds for an element, once the prefix is gone.

use super::{
    id::ConnectionId,
    query::{Query, QueryError},
};

/// The parameter that names the agent who is open.
const OPEN: &str = "open";

/// The parameter that names the view that a link was made of.
pub const VIEW: &str = "view";

/// What a link shows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Link {
    /// What the list asks for.
    pub query: Query,
    /// The agent who is open.
    pub opened: Option<ConnectionId>,
    /// The name of the view that the link was made of.
    pub view: Option<String>,
}

impl Link {
    /// Reads the parameters over `preset`, and tells about those that can't be used: someone may have edited the URL.
    pub fn read(preset: Query, pairs: impl IntoIterator<Item = (String, String)>) -> (Self, Vec<QueryError>) {
        let mut link = Self { query: preset, ..Self::default() };
        let mut rest = Vec::new();
        for (name, value) in pairs {
            let some = Some(value.trim()).filter(|value| !value.is_empty());
            match name.as_str() {
                OPEN => link.opened = some.map(ConnectionId::new),
                VIEW => link.view = some.map(str::to_owned),
                _ => rest.push((name, value)),
            }
        }
        let refused = link.query.apply_usable_pairs(rest);
        (link, refused)
    }

    /// The parameters that lead from `preset` to the list and the agent, not encoded.
    pub fn to_pairs(&self, preset: &Query) -> Vec<(&'static str, String)> {
        let mut pairs = self.query.differing_pairs(preset);
        pairs.extend(self.opened.as_ref().map(|id| (OPEN, id.to_string())));
        pairs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn owned(pairs: Vec<(&str, String)>) -> Vec<(String, String)> {
        pairs.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    #[test]
    fn a_link_says_only_how_it_differs_from_the_preset_and_reads_as_it_is_written() {
        let preset = Query::parse("filter[tag]=VIP&sort=-agent_inspections").unwrap();
        let query = Query::parse("filter[fulltext]=ruiz&sort=-agent_inspections").unwrap();
        let link = Link { query, opened: Some(ConnectionId::new("17")), view: None };
        let pairs = link.to_pairs(&preset);
        let names: Vec<_> = pairs.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["filter[fulltext]", "filter[tag]", "open"]);
        assert_eq!(Link::read(preset, owned(pairs)), (link, Vec::new()));
    }

    #[test]
    fn a_parameter_that_cannot_be_used_is_told_and_the_rest_works() {
        let pairs = [("sort", "age"), ("open", " 17 "), ("filter[tag]", "VIP"), ("view", "")];
        let (link, refused) = Link::read(Query::default(), pairs.map(|(name, value)| (name.into(), value.into())));
        assert_eq!(refused.len(), 1);
        assert_eq!(link.opened, Some(ConnectionId::new("17")));
        assert_eq!(link.query.filters.tags, ["VIP"]);
        assert_eq!(link.view, None);
    }
}
