use agent_directory::domain::query::{Page, Query};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::harness::{Screen, order_fault, requests_for, see};

async fn ten_rows() -> Screen {
    let screen = Screen::open(Query { page: Page { number: 1, size: 10 }, ..Query::default() });
    screen.see_rows(10).await;
    screen
}

#[wasm_bindgen_test]
async fn a_server_that_is_gone_for_a_moment_is_asked_again_by_itself() {
    order_fault("heal-test", 2, json!({"kind": "status", "status": 503})).await;
    let screen = ten_rows().await;
    screen.search_for("heal-test");
    screen.see_text(".empty", "heal-test").await;
    assert_eq!(requests_for("heal-test").await.len(), 3);
    assert!(screen.find(".notice").is_none());
}

#[wasm_bindgen_test]
async fn an_error_that_stays_keeps_the_rows_and_retry_heals_it() {
    order_fault("stays-test", 4, json!({"kind": "status", "status": 503})).await;
    let screen = ten_rows().await;
    screen.search_for("stays-test");
    screen.see_text("[role=alert]", "out of reach").await;
    assert_eq!(screen.rows().len(), 10, "the agents from before stay");
    assert_eq!(requests_for("stays-test").await.len(), 4);
    screen.press("Retry").await;
    screen.see_text(".empty", "stays-test").await;
    assert!(screen.find("[role=alert]").is_none());
}

#[wasm_bindgen_test]
async fn the_wait_that_the_server_asks_for_is_counted_down_and_can_be_cut_short() {
    order_fault("wait-test", 1, json!({"kind": "status", "status": 429, "headers": {"Retry-After": "60"}})).await;
    let screen = ten_rows().await;
    screen.search_for("wait-test");
    screen.see_text(".notice", "Too many requests were made. The agents below are from before.").await;
    screen.see_text("[role=timer]", "Trying again in ").await;
    assert!(screen.find("[role=timer]").is_some_and(|timer| timer.closest("[aria-live]").unwrap().is_none()));
    screen.press("Retry now").await;
    screen.see_text(".empty", "wait-test").await;
    assert!(screen.find("[role=timer]").is_none());
    assert_eq!(requests_for("wait-test").await.len(), 2);
}

#[wasm_bindgen_test]
async fn the_next_query_ends_the_wait() {
    order_fault("ended-test", 1, json!({"kind": "status", "status": 429, "headers": {"Retry-After": "1"}})).await;
    let screen = ten_rows().await;
    screen.search_for("ended-test");
    screen.see_text(".notice", "Too many requests").await;
    screen.search_for("");
    see("no wait", || screen.find(".notice").is_none().then_some(())).await;
    // As long a wait, of a list that is still there, shows that the first would have been over.
    order_fault("longer-test", 1, json!({"kind": "status", "status": 429, "headers": {"Retry-After": "2"}})).await;
    screen.search_for("longer-test");
    screen.see_text(".empty", "longer-test").await;
    assert_eq!(requests_for("ended-test").await.len(), 1);
}

#[wasm_bindgen_test]
async fn a_server_that_asks_for_minutes_is_left_to_the_person() {
    order_fault("minutes-test", 1, json!({"kind": "status", "status": 429, "headers": {"Retry-After": "600"}})).await;
    let screen = ten_rows().await;
    screen.search_for("minutes-test");
    screen.see_text("[role=alert]", "Try again in 10 minutes.").await;
}

#[wasm_bindgen_test]
async fn a_directory_that_leaves_the_page_asks_no_more() {
    order_fault("gone-test", 1, json!({"kind": "status", "status": 429, "headers": {"Retry-After": "1"}})).await;
    let screen = ten_rows().await;
    screen.search_for("gone-test");
    screen.see_text(".notice", "Too many requests").await;
    drop(screen);
    order_fault("remains-test", 1, json!({"kind": "status", "status": 429, "headers": {"Retry-After": "2"}})).await;
    let screen = ten_rows().await;
    screen.search_for("remains-test");
    screen.see_text(".empty", "remains-test").await;
    assert_eq!(requests_for("gone-test").await.len(), 1);
}
