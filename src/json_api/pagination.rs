//! What `meta` says of pages. JSON:API leaves its form open, so every dialect met in the wild is read and none is needed.

use serde_json_borrow::Value;

use super::{attributes::count, members::Object};

/// Numbers found in `meta`, in whatever dialect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PageMeta {
    /// The number of the page that the answer has, counted from 1.
    pub current_page: Option<u64>,
    /// Rows in the whole result.
    pub total: Option<u64>,
    /// The last page's number.
    pub last_page: Option<u64>,
    /// The next page's number, if one follows.
    pub next_page: Option<u64>,
    /// Whether the next page is given as null: none follows.
    pub ends_here: bool,
}

impl PageMeta {
    /// Reads `meta.pagination`, `meta.page` and `meta` itself; of two that tell the same thing, the first is believed. Numbers
    /// may come as text, names in any spelling.
    pub fn read(meta: &Object) -> Self {
        [meta.get("pagination"), meta.get("page")]
            .into_iter()
            .flatten()
            .filter_map(Value::as_object)
            .chain([meta])
            .map(Self::from_members)
            .reduce(Self::or)
            .unwrap_or_default()
    }

    fn from_members(members: &Object) -> Self {
        let member = |wanted: &str| members.iter().find(|(name, _)| spelled(name) == wanted).map(|(_, value)| value);
        let number = |names: &[&str]| names.iter().find_map(|name| member(name).and_then(count));
        Self {
            current_page: number(&["current", "currentpage", "page"]).filter(|number| *number > 0),
            // `count` comes last: beside a `total` it means the rows of this page.
            total: number(&["records", "total", "totalcount", "totalrecords", "count"]),
            last_page: number(&["last", "pages", "totalpages", "lastpage"]),
            next_page: number(&["next", "nextpage"]),
            ends_here: ["next", "nextpage"].into_iter().filter_map(member).any(Value::is_null),
        }
    }

    fn or(self, other: Self) -> Self {
        Self {
            current_page: self.current_page.or(other.current_page),
            total: self.total.or(other.total),
            last_page: self.last_page.or(other.last_page),
            next_page: self.next_page.or(other.next_page),
            ends_here: self.ends_here || other.ends_here,
        }
    }
}

/// A name in one spelling: `totalcount` for `total_count`, `totalCount` and `total-count`.
fn spelled(name: &str) -> String {
    name.replace(['-', '_'], "").to_ascii_lowercase()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::json_api::members::read_as_body;

    fn read(meta: serde_json::Value) -> PageMeta {
        read_as_body(&meta, |value| PageMeta::read(value.as_object().unwrap()))
    }

    #[test]
    fn names_and_numbers_are_read_in_any_spelling() {
        for meta in [
            json!({"page": {"total": 430, "last-page": 9}}),
            json!({"page": 2, "totalCount": "430", "totalPages": "9"}),
            json!({"pagination": {"records": 430.0}, "pages": 9}),
            json!({"pagination": {"count": 50, "total": 430, "total_pages": 9}}),
            json!({"pagination": null, "total": 430, "last_page": 9}),
        ] {
            let PageMeta { total, last_page, .. } = read(meta.clone());
            assert_eq!((total, last_page), (Some(430), Some(9)), "{meta}");
        }
    }

    #[test]
    fn the_page_that_is_given_is_read_in_every_dialect() {
        for meta in [
            json!({"pagination": {"current": 3, "records": 430}}),
            json!({"pagination": {"page": "3", "pages": 9, "count": 430}}),
            json!({"current_page": 3, "total_pages": 9}),
            json!({"page": {"currentPage": 3, "lastPage": 9}}),
            json!({"page": 3, "total": 430}),
        ] {
            assert_eq!(read(meta.clone()).current_page, Some(3), "{meta}");
        }
        assert_eq!(read(json!({"page": {"size": 50}, "current_page": 0})).current_page, None);
    }

    #[test]
    fn a_next_page_of_null_is_told_from_none_given() {
        assert!(read(json!({"pagination": {"current": 9, "next": null}})).ends_here);
        assert!(!read(json!({"pagination": {"current": 9}})).ends_here);
    }

    #[test]
    fn what_is_no_number_says_nothing() {
        assert_eq!(
            read(json!({"generator": "x", "total": "many", "last": "/connections?page=9"})),
            PageMeta::default()
        );
    }
}
