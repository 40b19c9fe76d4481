//! The answer to a list.

use super::agent_from;
use crate::{
    domain::{agent::Agent, pagination::Pagination, query::Page},
    json_api::{
        document::{Data, DecodeError, Document},
        pagination::PageMeta,
    },
};

/// A page of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct AgentPage {
    /// The rows, in the server's order.
    pub agents: Vec<Agent>,
    /// Where they stand in the whole result.
    pub pagination: Pagination,
}

impl AgentPage {
    /// Reads the answer to a list that asked for `page`.
    pub fn read(document: &Document, page: &Page) -> Result<Self, DecodeError> {
        let Data::Many(resources) = &document.data else {
            return Err(DecodeError { path: "data".into(), message: "expected an array of connections".into() });
        };
        let agents: Vec<Agent> = resources.iter().map(|resource| agent_from(resource, document)).collect();
        let pagination = pagination_from(document, *page, u32::try_from(agents.len()).unwrap_or(u32::MAX));
        Ok(Self { agents, pagination })
    }

    /// A page without rows, of a result that nothing more is known of.
    pub fn empty(page: Page) -> Self {
        let pagination = Pagination { page, rows: 0, total: None, last_page: None, has_next: false, is_told: false };
        Self { agents: Vec::new(), pagination }
    }
}

/// Where a server gives its last page for one beyond the end, that is the page. Any other number that it gives is not heeded:
/// it may count from 0. Of what follows, the links are believed first, then `meta`; where both are silent, a full page means
/// that another may.
fn pagination_from(document: &Document, asked: Page, rows: u32) -> Pagination {
    let meta = PageMeta::read(&document.meta);
    let counted = || meta.total.map(|total| total.div_ceil(u64::from(asked.size.max(1))));
    let last_page = meta.last_page.or_else(counted).and_then(|last| u32::try_from(last.max(1)).ok());
    let given = meta.current_page.and_then(|number| u32::try_from(number).ok());
    let clamped = given.filter(|number| *number < asked.number && Some(*number) == last_page);
    let page = Page { number: clamped.unwrap_or(asked.number), ..asked };
    let has_next = if clamped.is_some() {
        false
    } else if document.links.mentions_next {
        document.links.has_next
    } else if meta.ends_here {
        false
    } else {
        meta.next_page.is_some() || last_page.map_or(rows >= page.size, |last| page.number < last)
    };
    let is_told = document.links.mentions_next || meta.ends_here || meta.next_page.is_some() || last_page.is_some();
    Pagination { page, rows, total: meta.total, last_page, has_next, is_told }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};
    use serde_json::{Map, Value, json};

    use super::*;
    use crate::locale::Locale;

    fn read(text: &str, page: Page) -> AgentPage {
        AgentPage::read(&Document::parse(text.as_bytes()).unwrap(), &page).unwrap()
    }

    #[test]
    fn rows_are_read_with_what_they_refer_to_however_awkward_they_are() {
        let agents = read(include_str!("../../../tests/fixtures/list.json"), Page::default()).agents;
        let [ana, awkward] = agents.as_slice() else { panic!("{} rows", agents.len()) };
        assert_eq!(ana.display_name(Locale::en), "Ana Ruiz");
        assert_eq!(ana.agent_team_name.as_deref(), Some("North"));
        assert_eq!(ana.person.as_ref().unwrap().email.as_deref(), Some("ana@home.example"));
        assert_eq!(ana.other, [("license_number".to_owned(), "CA-77".to_owned())]);
        assert_eq!(awkward.id.as_str(), "18");
        assert_eq!(awkward.tags, ["VIP", "Gold"]);
        assert_eq!(awkward.agent_inspections, Some(1204));
        assert_eq!(awkward.image_url.as_deref(), Some("/photos/18.png"));
        assert_eq!(awkward.agent_team_name.as_deref(), Some("South"));
        assert_eq!(awkward.person, None);
    }

    /// Each fixture is the second page, two rows long, of a result of five.
    #[test]
    fn every_dialect_tells_that_a_page_follows() {
        let dialects = [
            ("records", include_str!("../../../tests/fixtures/pages_records.json"), Some(5), Some(3)),
            ("count", include_str!("../../../tests/fixtures/pages_count.json"), Some(5), Some(3)),
            ("flat", include_str!("../../../tests/fixtures/pages_flat.json"), Some(5), Some(3)),
            ("page", include_str!("../../../tests/fixtures/pages_page.json"), Some(5), Some(3)),
            ("absolute links", include_str!("../../../tests/fixtures/pages_links_absolute.json"), None, None),
            ("link objects", include_str!("../../../tests/fixtures/pages_links_objects.json"), None, None),
            ("nothing", include_str!("../../../tests/fixtures/pages_nothing.json"), None, None),
        ];
        for (name, fixture, total, last_page) in dialects {
            let page = Page { number: 2, size: 2 };
            let is_told = name != "nothing";
            let expected = Pagination { page, rows: 2, total, last_page, has_next: true, is_told };
            assert_eq!(read(fixture, page).pagination, expected, "{name}");
        }
    }

    /// What the server says beside a full second page, and whether a third follows.
    #[test]
    fn links_are_believed_before_meta_and_meta_before_the_length_of_the_page() {
        for (said, has_next) in [
            (r#""links":{"next":null},"meta":{"pagination":{"pages":9}}"#, false),
            (r#""links":{"next":"?page=3"},"meta":{"pagination":{"pages":2}}"#, true),
            (r#""links":null,"meta":{"pagination":{"pages":2}}"#, false),
            (r#""links":{"self":"/"},"meta":{"total":5}"#, true),
            (r#""meta":{"pagination":{"current":2,"next":null}}"#, false),
            (r#""meta":{"pagination":{"current":2,"next":3}}"#, true),
            (r#""meta":null"#, true),
        ] {
            let text = format!(r#"{{"data":[{{"id":"1"}},{{"id":"2"}}],{said}}}"#);
            assert_eq!(read(&text, Page { number: 2, size: 2 }).pagination.has_next, has_next, "{said}");
        }
    }

    #[test]
    fn a_server_that_counts_its_pages_from_0_is_not_misunderstood() {
        for (number, last) in [(2, 3), (3, 3)] {
            let meta = json!({"pagination": {"current": number - 1, "last": last, "records": 5}});
            let text = json!({"data": [{"id": "1"}], "meta": meta}).to_string();
            assert_eq!(read(&text, Page { number, size: 2 }).pagination.page.number, number);
        }
    }

    /// Its rows were counted as those of the page that was asked for.
    #[test]
    fn a_server_that_gives_its_last_page_for_one_beyond_is_believed() {
        let page = read(include_str!("../../../tests/fixtures/pages_clamped.json"), Page { number: 9, size: 2 });
        let last = Page { number: 3, size: 2 };
        let expected =
            Pagination { page: last, rows: 1, total: Some(5), last_page: Some(3), has_next: false, is_told: true };
        assert_eq!(page.pagination, expected);
        assert_eq!(page.pagination.first_row(), Some(5));
    }

    #[test]
    fn a_short_page_is_the_last_where_the_server_says_nothing() {
        assert!(!read(r#"{"data":[{"id":"1"}]}"#, Page { number: 2, size: 2 }).pagination.has_next);
    }

    #[test]
    fn an_empty_result_has_one_page() {
        let pagination = read(r#"{"data":[],"meta":{"total_count":0,"total_pages":0}}"#, Page::default()).pagination;
        assert_eq!((pagination.total, pagination.last_page, pagination.has_next), (Some(0), Some(1), false));
    }

    #[test]
    fn an_answer_without_an_array_is_no_page() {
        for body in ["", r#"{"data":null}"#, r#"{"data":{"id":"1"}}"#] {
            let document = Document::parse(body.as_bytes()).unwrap();
            let error = AgentPage::read(&document, &Page::default()).unwrap_err();
            assert_eq!(error.path, "data", "{body}");
        }
    }

    fn any_json() -> impl Strategy<Value = Value> {
        let leaf = prop_oneof![
            Just(Value::Null),
            any::<bool>().prop_map(Value::from),
            any::<u64>().prop_map(Value::from),
            any::<f64>().prop_map(Value::from),
            any::<String>().prop_map(Value::from),
        ];
        leaf.prop_recursive(4, 32, 4, |inner| {
            prop_oneof![vec(inner.clone(), 0..4).prop_map(Value::from), object(inner).prop_map(Value::from)]
        })
    }

    fn object(value: impl Strategy<Value = Value>) -> impl Strategy<Value = Map<String, Value>> {
        let name = prop_oneof![
            "data|included|meta|links|id|type|attributes|relationships|agent|agent_team",
            "pagination|page|next|last|pages|total|count|href|url|name|tags|image|first_name|agent_inspections",
            ".{0,4}",
        ];
        vec((name, value), 0..6).prop_map(Map::from_iter)
    }

    proptest! {
        #[test]
        fn any_json_is_a_page_or_an_error(value in any_json(), page in (1u32.., 1..=Page::MAXIMUM_SIZE)) {
            if let Ok(document) = Document::parse(value.to_string().as_bytes()) {
                let _ = AgentPage::read(&document, &Page { number: page.0, size: page.1 });
            }
        }

        #[test]
        fn rows_with_ids_are_agents_whatever_else_is_there(
            attributes in object(any_json()), agent in any_json(), included in any_json(), meta in any_json(),
            links in any_json(),
        ) {
            let row = json!({"id": "1", "attributes": attributes, "relationships": {"agent": agent}});
            let document = json!({"data": [row], "included": included, "meta": meta, "links": links});
            let page = read(&document.to_string(), Page::default());
            prop_assert_eq!(page.agents.len(), 1);
            prop_assert!(!page.agents[0].display_name(Locale::en).is_empty());
        }
    }
}
