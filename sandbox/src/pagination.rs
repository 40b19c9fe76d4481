//! `meta` and `links` of a list, in the dialect asked for.

use serde_json::{Map, Value, json};

use crate::{
    app::App,
    config::{LinkDialect, PaginationDialect},
    list_query::ListQuery,
};

/// Where a page stands.
pub struct Place<'a> {
    pub query: &'a ListQuery,
    pub total: u32,
}

impl Place<'_> {
    fn last(&self) -> u32 {
        self.total.div_ceil(self.query.size).max(1)
    }

    fn previous(&self) -> Option<u32> {
        (self.query.page > 1).then(|| self.query.page - 1)
    }

    fn next(&self) -> Option<u32> {
        (self.query.page < self.last()).then(|| self.query.page + 1)
    }

    /// The `meta` member.
    pub fn meta(&self, dialect: PaginationDialect) -> Value {
        let (page, last, total) = (self.query.page, self.last(), self.total);
        match dialect {
            PaginationDialect::JsonapiRb => {
                let mut pagination = json!({"current": page, "records": total});
                let places = [
                    ("first", self.previous().map(|_| 1)),
                    ("prev", self.previous()),
                    ("next", self.next()),
                    ("last", self.next().map(|_| last)),
                ];
                if let Some(pagination) = pagination.as_object_mut() {
                    pagination
                        .extend(places.into_iter().filter_map(|(name, place)| Some((name.into(), json!(place?)))));
                }
                json!({ "pagination": pagination })
            }
            PaginationDialect::Pagy => json!({"pagination": {"page": page, "pages": last, "count": total}}),
            PaginationDialect::Flat => {
                json!({"current_page": page, "total_pages": last, "total_count": total, "per_page": self.query.size})
            }
            PaginationDialect::None => json!({}),
        }
    }

    /// The `links` member.
    pub fn links(&self, app: &App) -> Option<Value> {
        let origin = match app.config.links {
            LinkDialect::Absolute => app.origin.as_str(),
            LinkDialect::Relative => "",
            LinkDialect::Absent => return None,
        };
        let link = |page: u32| {
            let mut query = form_urlencoded::Serializer::new(String::new());
            query.extend_pairs(&self.query.others).append_pair("page[number]", &page.to_string());
            json!(format!("{origin}/v2/connections?{}", query.finish()))
        };
        let links = [
            ("self", Some(self.query.page)),
            ("first", Some(1)),
            ("prev", self.previous()),
            ("next", self.next()),
            ("last", Some(self.last())),
        ];
        let links: Map<String, Value> =
            links.into_iter().map(|(name, page)| (name.into(), json!(page.map(link)))).collect();
        Some(links.into())
    }
}
