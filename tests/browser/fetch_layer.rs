use std::rc::Rc;

use agent_directory::{
    api::{client::Client, connection::AgentPage, error::Error, transport::Cancellation},
    domain::query::{Page, Query},
    locale::Locale,
    settings::FetchSettings,
};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::harness::{API, client, order_fault, requests_for, see};

async fn list(query: &Query) -> Result<AgentPage, Error> {
    list_by(client(), query).await
}

async fn list_by(client: Client, query: &Query) -> Result<AgentPage, Error> {
    let cancellation = Cancellation::new()?;
    client.list(query, cancellation.controller()).await
}

fn searching(text: &str) -> Query {
    Query { fulltext: text.into(), ..Query::default() }
}

#[wasm_bindgen_test]
async fn a_page_of_agents_comes_with_its_place_in_the_whole() {
    let page = list(&Query { page: Page { number: 2, size: 25 }, ..Query::default() }).await.unwrap();
    assert_eq!(page.agents.len(), 25);
    assert_eq!(page.pagination.first_row(), Some(26));
    assert!(page.pagination.total.unwrap() > 50 && page.pagination.has_next);
    assert!(page.agents.iter().all(|agent| agent.person.is_some()), "the person behind each is included");
}

#[wasm_bindgen_test]
async fn any_text_reaches_the_server_as_it_was_typed() {
    let text = "Zoë & Søn +1 #50% [x]=“y” 王";
    list(&searching(text)).await.unwrap();
    assert_eq!(requests_for(text).await.len(), 1);
}

#[wasm_bindgen_test]
async fn an_error_status_brings_the_server_s_words() {
    order_fault("status-test", 1, json!({"kind": "status", "status": 429, "headers": {"Retry-After": "7"}})).await;
    let error = list(&searching("status-test")).await.unwrap_err();
    assert_eq!(error.status(), Some(429));
    assert!(error.sentence(Locale::en).contains("7 seconds"), "{}", error.sentence(Locale::en));
    assert!(list(&searching("status-test")).await.is_ok(), "and the next answer is good");
}

#[wasm_bindgen_test]
async fn broken_answers_are_told_apart() {
    for fault in ["closed_connection", "cut_off_body", "malformed_json", "bad_gateway_html"] {
        order_fault(fault, 1, json!({"kind": fault})).await;
        let error = list(&searching(fault)).await.unwrap_err();
        let right = match fault {
            // The gateway is there; what is behind it is not.
            "closed_connection" | "bad_gateway_html" => error.status() == Some(502),
            "cut_off_body" => matches!(error, Error::Network { .. }),
            _ => matches!(error, Error::Decode { .. }),
        };
        assert!(right, "{fault}: {error:?}");
    }
}

#[wasm_bindgen_test]
async fn an_embedder_s_headers_go_along() {
    let headers = vec![("Accept-Language".into(), "tlh".into())];
    let client = Client::new(API, None).with_settings(FetchSettings { headers, ..FetchSettings::default() });
    list_by(client, &searching("headers-test")).await.unwrap();
    let requests = requests_for("headers-test").await;
    let headers = requests[0]["headers"].as_array().unwrap();
    assert!(headers.contains(&json!(["accept-language", "tlh"])), "{headers:?}");
    assert!(headers.contains(&json!(["accept", "application/vnd.api+json, application/json"])), "{headers:?}");
}

#[wasm_bindgen_test]
async fn an_answer_that_does_not_come_in_time_is_given_up() {
    order_fault("timeout-test", 1, json!({"kind": "latency", "milliseconds": 60_000})).await;
    let settings = FetchSettings { timeout_seconds: 1, ..FetchSettings::default() };
    let client = Client::new(API, None).with_settings(settings);
    assert_eq!(list_by(client, &searching("timeout-test")).await, Err(Error::TimedOut { seconds: 1 }));
}

#[wasm_bindgen_test]
async fn a_good_document_is_taken_whatever_its_content_type_claims() {
    order_fault("claims-html", 1, json!({"kind": "wrong_content_type"})).await;
    assert!(list(&searching("claims-html")).await.is_ok());
}

#[wasm_bindgen_test]
async fn a_request_that_is_not_wanted_any_more_is_aborted_at_the_server_too() {
    order_fault("abort-test", 1, json!({"kind": "latency", "milliseconds": 60_000})).await;
    let cancellation = Rc::new(Cancellation::new().unwrap());
    let controller = cancellation.controller();
    let outcome = Rc::new(std::cell::RefCell::new(None));
    wasm_bindgen_futures::spawn_local({
        let outcome = outcome.clone();
        async move {
            *outcome.borrow_mut() = Some(client().list(&searching("abort-test"), controller).await);
        }
    });
    while requests_for("abort-test").await.is_empty() {}
    drop(cancellation);
    let answer = see("the outcome", || outcome.borrow_mut().take()).await;
    assert_eq!(answer, Err(Error::Aborted));
    while requests_for("abort-test").await[0]["aborted"] != true {}
}
