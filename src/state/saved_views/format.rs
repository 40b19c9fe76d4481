//! Saved views as JSON: `{"version":1,"views":[{"name":"VIP","query":"filter%5Btag%5D=VIP&…"}]}`.

use serde_json::{Value, json};

use crate::domain::{query::Query, saved_view::SavedView};

/// Raised when an older version of the element could no longer read what this one writes.
const VERSION: u64 = 1;

/// The views as they are kept.
pub fn write(views: &[SavedView]) -> Value {
    let views: Vec<_> = views.iter().map(|view| json!({"name": view.name, "query": view.query_text()})).collect();
    json!({"version": VERSION, "views": views})
}

/// The views that can be read; parameters that this version doesn't know are left out. `None` if a newer version has
/// written them, and so must not be written over.
pub fn read(value: &Value) -> Option<Vec<SavedView>> {
    if value["version"].as_u64().is_some_and(|version| version > VERSION) {
        return None;
    }
    Some(value["views"].as_array().into_iter().flatten().filter_map(read_view).collect())
}

fn read_view(value: &Value) -> Option<SavedView> {
    let mut query = Query::default();
    query.apply_usable_pairs(form_urlencoded::parse(value["query"].as_str()?.as_bytes()).into_owned());
    SavedView::new(value["name"].as_str()?, query)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn views_read_as_they_are_written() {
        let query = Query::parse("filter[tag][]=VIP&filter[tag][]=A%26B&sort=-last_name&page[size]=25").unwrap();
        let views = vec![SavedView::new("Søn & co", query).unwrap(), SavedView::new("All", Query::default()).unwrap()];
        assert_eq!(read(&write(&views)), Some(views));
    }

    #[test]
    fn what_cannot_be_read_is_left_out() {
        let value = json!({"version": 1, "views": [
            {"name": "VIP", "query": "filter[tag]=VIP&sort=age&filter[new]=1"}, {"name": " ", "query": ""}, {"name": "A"}, 7, null,
        ]});
        let vip = SavedView::new("VIP", Query::parse("filter[tag]=VIP").unwrap()).unwrap();
        assert_eq!(read(&value), Some(vec![vip]));
        for odd in [json!(null), json!([]), json!("x"), json!({"views": 3})] {
            assert_eq!(read(&odd), Some(Vec::new()), "{odd}");
        }
    }

    #[test]
    fn what_a_newer_version_has_written_is_not_touched() {
        assert_eq!(read(&json!({"version": 2, "views": []})), None);
    }

    proptest! {
        #[test]
        fn any_query_text_is_read(name: String, query: String) {
            let read = read(&json!({"views": [{"name": name, "query": query}]}));
            prop_assert_eq!(read.map(|views| views.len()), Some(usize::from(!name.trim().is_empty())));
        }
    }
}
