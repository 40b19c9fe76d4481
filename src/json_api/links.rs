//! Links of a document. Only their query is ever used: following a host that an answer names would send the person's
//! request wherever the answer says.

use serde_json::Value;

use super::attributes::text;

/// The pagination links (JSON:API, "Pagination").
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// Whether the server gives a `next` member at all, be it null.
    pub mentions_next: bool,
    next: Option<String>,
}

impl Links {
    /// Reads the `links` member. A link may be a string, null, or an object with `href`.
    pub(super) fn read(value: Option<&Value>) -> Self {
        let next = value.and_then(|links| links.get("next"));
        Self { mentions_next: next.is_some(), next: next.and_then(|link| text(link.get("href").unwrap_or(link))) }
    }

    /// Whether a page follows, as far as the links tell.
    pub fn has_next(&self) -> bool {
        self.next.is_some()
    }

    /// The query of the next page's address, without the question mark.
    pub fn next_query(&self) -> Option<&str> {
        let (_, query) = self.next.as_deref()?.split_once('?')?;
        Some(query.split_once('#').map_or(query, |(query, _)| query))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn only_the_query_of_a_link_is_used() {
        let next = "https://elsewhere.example/v2/connections?page%5Bnumber%5D=2#top";
        for link in [json!(next), json!({"href": next})] {
            let links = Links::read(Some(&json!({"next": link})));
            assert_eq!(links.next_query(), Some("page%5Bnumber%5D=2"));
        }
    }

    #[test]
    fn a_null_link_says_that_nothing_follows_and_an_absent_one_says_nothing() {
        let null = Links::read(Some(&json!({"next": null})));
        assert!(null.mentions_next && !null.has_next());
        assert!(!Links::read(Some(&json!({"self": "/"}))).mentions_next);
        assert!(!Links::read(None).mentions_next);
    }
}
