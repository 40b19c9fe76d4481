//! Links of a document. They only tell whether a page follows: pages are asked for by their numbers, since following a host
//! that an answer names would send the person's request wherever the answer says.

use serde_json_borrow::Value;

use super::{attributes::text, members::member};

/// The pagination links (JSON:API, "Pagination").
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// Whether the server gives a `next` member at all, be it null.
    pub mentions_next: bool,
    /// Whether it gives a page that follows.
    pub has_next: bool,
}

impl Links {
    /// Reads the `links` member. A link may be a string, null, or an object with `href`.
    pub(super) fn read(value: &Value) -> Self {
        let next = member(value, "next");
        let address = next.and_then(|link| text(member(link, "href").unwrap_or(link)));
        Self { mentions_next: next.is_some(), has_next: address.is_some() }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::json_api::members::read_as_body;

    fn read(links: serde_json::Value) -> Links {
        read_as_body(&links, |value| Links::read(&value))
    }

    #[test]
    fn a_link_is_an_address_or_an_object_with_one() {
        let next = "https://elsewhere.example/v2/connections?page%5Bnumber%5D=2#top";
        for link in [json!(next), json!({"href": next})] {
            let links = read(json!({"next": link}));
            assert!(links.mentions_next && links.has_next);
        }
        assert!(!read(json!({"next": {"href": null}})).has_next);
    }

    #[test]
    fn a_null_link_says_that_nothing_follows_and_an_absent_one_says_nothing() {
        let null = read(json!({"next": null}));
        assert!(null.mentions_next && !null.has_next);
        assert!(!read(json!({"self": "/"})).mentions_next);
        assert!(!read(json!(null)).mentions_next);
    }
}
