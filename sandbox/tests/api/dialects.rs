use sandbox::{Config, ErrorDialect, LinkDialect, PaginationDialect};
use serde_json::{Value, json};

use crate::harness::Api;

async fn second_page(pagination: PaginationDialect, links: LinkDialect) -> (Value, Api) {
    let api = Api::start(Config { agents: 25, pagination, links, ..Config::default() }).await;
    (api.get("?page[size]=10&page[number]=2&sort=first_name").await.1, api)
}

#[tokio::test]
async fn pagination_comes_in_four_forms() {
    for (dialect, meta) in [
        (
            PaginationDialect::JsonapiRb,
            json!({"pagination": {"current": 2, "first": 1, "prev": 1, "next": 3, "last": 3, "records": 25}}),
        ),
        (PaginationDialect::Pagy, json!({"pagination": {"page": 2, "pages": 3, "count": 25}})),
        (PaginationDialect::Flat, json!({"current_page": 2, "total_pages": 3, "total_count": 25, "per_page": 10})),
        (PaginationDialect::None, json!({})),
    ] {
        assert_eq!(second_page(dialect, LinkDialect::Absolute).await.0["meta"], meta, "{dialect:?}");
    }
}

#[tokio::test]
async fn a_link_leads_to_the_page_it_names() {
    let (document, api) = second_page(PaginationDialect::None, LinkDialect::Absolute).await;
    let next = api.client.get(document["links"]["next"].as_str().unwrap()).bearer_auth(crate::harness::KEY);
    let third = crate::harness::answer(next).await.1;
    assert_eq!(third["data"].as_array().unwrap().len(), 5);
    assert_eq!(third["links"]["next"], Value::Null);
}

#[tokio::test]
async fn links_may_be_relative_or_absent() {
    let (document, _) = second_page(PaginationDialect::None, LinkDialect::Relative).await;
    assert!(document["links"]["next"].as_str().unwrap().starts_with("/v2/connections?"));
    let (document, _) = second_page(PaginationDialect::None, LinkDialect::Absent).await;
    assert!(document.get("links").is_none());
}

#[tokio::test]
async fn errors_may_be_problem_documents() {
    let api = Api::start(Config { agents: 0, errors: ErrorDialect::Problem, ..Config::default() }).await;
    let (status, problem) = api.get("/404").await;
    assert_eq!((status.as_u16(), &problem["status"]), (404, &json!(404)));
    assert!(problem["trace"]["requestId"].is_string());
}
