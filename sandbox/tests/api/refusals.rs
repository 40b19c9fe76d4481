use reqwest::Method;

use crate::harness::{Api, answer, source};

#[tokio::test]
async fn a_request_without_the_key_learns_nothing() {
    let api = Api::with_agents(1).await;
    let url = format!("{}/connections", api.running.api_url);
    for request in [api.client.get(&url), api.client.get(&url).bearer_auth("wrong")] {
        let (status, document) = answer(request).await;
        assert_eq!(status, 401);
        assert_eq!(source(&document)["header"], "Authorization");
    }
}

#[tokio::test]
async fn bad_parameters_are_named() {
    let api = Api::with_agents(1).await;
    for (query, parameter) in [
        ("?page[number]=0", "page[number]"),
        ("?page[number]=x", "page[number]"),
        ("?page[size]=0", "page[size]"),
        ("?page[size]=201", "page[size]"),
        ("?sort=age", "sort"),
        ("?sort=", "sort"),
        ("?include=agency", "include"),
        ("?filter[name]=Ana", "filter[name]"),
        ("?q=Ana", "q"),
        ("/1?optional_fields=age", "optional_fields"),
    ] {
        let (status, document) = api.get(query).await;
        assert_eq!(status, 400, "{query}");
        assert_eq!(source(&document)["parameter"], parameter, "{query}");
    }
}

#[tokio::test]
async fn verbs_and_media_types_that_do_not_fit_are_refused() {
    let api = Api::with_agents(1).await;
    let response = api.request(Method::DELETE, "/1").send().await.unwrap();
    assert_eq!(response.status(), 405);
    assert!(response.headers()["allow"].to_str().unwrap().contains("PATCH"));

    let html = api.request(Method::GET, "").header("accept", "text/html");
    assert_eq!(answer(html).await.0, 406);
    let both = api.request(Method::GET, "").header("accept", "application/vnd.api+json, application/json");
    assert_eq!(answer(both).await.0, 200);

    let text = api.request(Method::POST, "").header("content-type", "text/plain").body("Ana");
    assert_eq!(answer(text).await.0, 415);
    let broken = api.request(Method::POST, "").header("content-type", "application/vnd.api+json").body("{");
    assert_eq!(answer(broken).await.0, 400);
}
