//! What `meta` says of pages. JSON:API leaves its form open, so every dialect met in the wild is read and none is needed.

use serde_json::{Map, Value};

use super::attributes::count;

/// Numbers found in `meta`, in whatever dialect.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PageMeta {
    /// Rows in the whole result.
    pub total: Option<u64>,
    /// The last page's number.
    pub last_page: Option<u64>,
    /// The next page's number, if one follows.
    pub next_page: Option<u64>,
}

impl PageMeta {
    /// Reads `meta.pagination`, `meta.page` or `meta` itself, whichever has numbers. Numbers may come as text.
    pub fn read(meta: &Map<String, Value>) -> Self {
        [meta.get("pagination"), meta.get("page")]
            .into_iter()
            .flatten()
            .filter_map(Value::as_object)
            .chain([meta])
            .map(Self::from_members)
            .find(|found| *found != Self::default())
            .unwrap_or_default()
    }

    fn from_members(members: &Map<String, Value>) -> Self {
        let first_of = |names: &[&str]| names.iter().find_map(|name| members.get(*name).and_then(count));
        Self {
            total: first_of(&["records", "count", "total_count", "total", "total_records"]),
            last_page: first_of(&["last", "pages", "total_pages", "last_page"]),
            next_page: first_of(&["next", "next_page"]),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(meta: Value) -> PageMeta {
        PageMeta::read(meta.as_object().unwrap())
    }

    #[test]
    fn every_dialect_is_read() {
        let known = |total, last_page, next_page| PageMeta { total, last_page, next_page };
        let dialects = [
            (
                json!({"pagination": {"current": 2, "first": 1, "prev": 1, "next": 3, "last": 9, "records": 430}}),
                known(Some(430), Some(9), Some(3)),
            ),
            (json!({"pagination": {"page": 2, "pages": 9, "count": 430}}), known(Some(430), Some(9), None)),
            (
                json!({"current_page": "2", "total_pages": "9", "total_count": "430", "per_page": "50"}),
                known(Some(430), Some(9), None),
            ),
            (json!({"page": {"number": 2, "size": 50, "total": 430}}), known(Some(430), None, None)),
            (json!({"pagination": null, "total": 430}), known(Some(430), None, None)),
            (json!({"generator": "x"}), PageMeta::default()),
        ];
        for (meta, expected) in dialects {
            assert_eq!(read(meta.clone()), expected, "{meta}");
        }
    }
}
