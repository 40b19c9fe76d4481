use serde_json::json;
use thirtyfour::Key;

use crate::harness::{Server, in_browser};

/// More than the widget asks again by itself.
const EVERY_TRY: u32 = 1000;

#[tokio::test]
async fn an_error_is_told_and_retry_heals_it() {
    let server = Server::start().await;
    server.order_list_fault(1, json!({"kind": "status", "status": 500})).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_alert("has a problem").await;
        page.press("Retry").await;
        // The focus went with the button, and the keys with it.
        assert_eq!(page.in_root("return root.activeElement !== null").await, true);
        page.see_rows(50).await;
        page.see_no_alert().await;
        page.see_none("button", "Retry").await;
    })
    .await;
}

#[tokio::test]
async fn a_search_that_fails_keeps_what_was_typed_and_what_was_shown() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        server
            .order_fault(json!({
                "query": "filter[fulltext]=bobby", "times": EVERY_TRY, "fault": {"kind": "status", "status": 500},
            }))
            .await;
        page.type_into("Search agents", "bobby").await;
        page.see_alert("The agents below are from before").await;
        assert_eq!(page.rows().await.len(), 50);
        let typed = page.in_root("return root.querySelector('input[type=search]').value").await;
        assert_eq!(typed, "bobby");
    })
    .await;
}

/// The text was the one asked for already, so Enter did nothing.
#[tokio::test]
async fn enter_in_the_search_asks_again_after_an_error() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        server
            .order_fault(json!({
                "query": "filter[fulltext]=bobby", "times": 1, "fault": {"kind": "status", "status": 500},
            }))
            .await;
        page.type_into("Search agents", "bobby").await;
        page.see_alert("has a problem").await;
        page.press_key(Key::Enter).await;
        page.see_first_row("Bobby").await;
        page.see_no_alert().await;
    })
    .await;
}

#[tokio::test]
async fn a_key_that_is_refused_is_told_to_whoever_looks_after_the_page() {
    let server = Server::start().await;
    server.order_list_fault(EVERY_TRY, json!({"kind": "status", "status": 401})).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_alert("Reload the page; if it stays so, tell whoever looks after it").await;
    })
    .await;
}

#[tokio::test]
async fn an_answer_of_the_wrong_content_type_is_read_all_the_same() {
    let server = Server::start().await;
    server.order_list_fault(EVERY_TRY, json!({"kind": "wrong_content_type"})).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.see_no_alert().await;
    })
    .await;
}

#[tokio::test]
async fn an_agent_that_is_out_of_reach_is_asked_for_again_by_itself() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–8 of 8").await;
        let fault = json!({"kind": "status", "status": 503, "headers": {"Retry-After": "1"}});
        server.order_fault(json!({"method": "GET", "path": "/v2/connections/", "times": 2, "fault": fault})).await;
        page.open_row(1).await;
        page.see_text_in("[role=dialog] .notice", "Trying again").await;
        page.see_no("the notice", "[role=dialog] .notice").await;
        page.see_text_in("[role=dialog]", "Download contact").await;
        page.see_no_alert().await;
    })
    .await;
}
