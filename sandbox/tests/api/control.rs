use std::time::Duration;

use reqwest::{Method, StatusCode};
use serde_json::json;

use crate::harness::{Api, answer};

#[tokio::test]
async fn a_fault_befalls_what_it_names_as_often_as_it_says() {
    let api = Api::with_agents(1).await;
    api.order_fault(json!({"method": "GET", "query": "smith", "times": 2, "fault": {"kind": "status", "status": 503}}))
        .await;
    assert_eq!(api.get("?filter[fulltext]=jones").await.0, 200);
    assert_eq!(api.get("?filter[fulltext]=smith").await.0, 503);
    assert_eq!(api.get("?filter[fulltext]=smith").await.0, 503);
    assert_eq!(api.get("?filter[fulltext]=smith").await.0, 200);
}

#[tokio::test]
async fn retry_after_comes_both_ways() {
    let api = Api::with_agents(0).await;
    for (value, is_date) in [("7", false), ("{http_date+7}", true)] {
        api.order_fault(
            json!({"times": 1, "fault": {"kind": "status", "status": 429, "headers": {"Retry-After": value}}}),
        )
        .await;
        let response = api.request(Method::GET, "").send().await.unwrap();
        assert_eq!(response.status(), StatusCode::TOO_MANY_REQUESTS);
        let header = response.headers()["retry-after"].to_str().unwrap();
        assert_eq!(httpdate::parse_http_date(header).is_ok(), is_date, "{header}");
    }
}

#[tokio::test]
async fn broken_answers_are_broken_each_in_its_way() {
    let api = Api::with_agents(5).await;
    let broken = async |fault| {
        api.order_fault(json!({"times": 1, "fault": {"kind": fault}})).await;
        let response = api.request(Method::GET, "").send().await;
        match response {
            Err(_) => "no answer",
            Ok(response) if response.status() == 502 => "bad gateway",
            Ok(response) if response.headers()["content-type"] == "text/html" => "html",
            Ok(response) => match response.bytes().await {
                Err(_) => "cut off",
                Ok(bytes) if serde_json::from_slice::<serde_json::Value>(&bytes).is_err() => "malformed",
                Ok(_) => "whole",
            },
        }
    };
    assert_eq!(broken("closed_connection").await, "no answer");
    assert_eq!(broken("bad_gateway_html").await, "bad gateway");
    assert_eq!(broken("wrong_content_type").await, "html");
    assert_eq!(broken("cut_off_body").await, "cut off");
    assert_eq!(broken("malformed_json").await, "malformed");
    assert_eq!(api.get("").await.0, 200, "and the next one is whole");
}

#[tokio::test]
async fn a_write_whose_answer_is_lost_may_have_been_processed_or_not() {
    for (after_processing, stored) in [(false, 0), (true, 1)] {
        let api = Api::with_agents(0).await;
        let fault = json!({"kind": "closed_connection", "after_processing": after_processing});
        api.order_fault(json!({"method": "POST", "times": 1, "fault": fault})).await;
        let body = json!({"data": {"type": "connection", "attributes": {"first_name": "Ana"}}});
        assert!(api.request(Method::POST, "").json(&body).send().await.is_err());
        assert_eq!(api.list("").await.len(), stored);
    }
}

#[tokio::test]
async fn requests_are_told_decoded_and_without_the_key() {
    let api = Api::with_agents(0).await;
    api.get("?filter[tag][]=A%2BB&filter[tag][]=C+D").await;
    let requests = api.requests().await;
    assert_eq!(requests.len(), 1);
    assert_eq!(requests[0]["query"], json!([["filter[tag][]", "A+B"], ["filter[tag][]", "C D"]]));
    assert!(!requests[0].to_string().contains(crate::harness::KEY));
}

#[tokio::test]
async fn a_client_that_goes_away_is_seen() {
    let api = Api::with_agents(0).await;
    api.order_fault(json!({"fault": {"kind": "latency", "milliseconds": 60_000}})).await;
    let impatient = api.request(Method::GET, "").timeout(Duration::from_millis(200)).send();
    assert!(impatient.await.is_err());
    // The server notices a moment after the client has closed the connection.
    loop {
        let requests = api.requests().await;
        if requests[0]["aborted"] == true {
            assert_eq!(requests[0]["status"], json!(null));
            break;
        }
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    let url = format!("{}/faults", api.running.control_url);
    assert_eq!(api.client.delete(url).send().await.unwrap().status(), 204);
    assert_eq!(answer(api.request(Method::GET, "")).await.0, 200);
}
