//! Each test has a page size of its own, by which it knows its requests.

use agent_directory::domain::query::{Page, Query};
use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::harness::{Screen, order_fault, requests_with, see};

async fn open(size: u32) -> Screen {
    let screen = Screen::open(Query { page: Page { number: 1, size }, ..Query::default() });
    screen.see_text("[role=status]", &format!("1–{size} of ")).await;
    screen
}

async fn requests(size: u32, number: u32) -> Vec<Value> {
    requests_with(&[("page[size]", &size.to_string()), ("page[number]", &number.to_string())]).await
}

/// Orders a fault for one page.
async fn order(size: u32, number: u32, fault: Value) {
    order_fault(&format!("page[number]={number}&page[size]={size}"), 1, fault).await;
}

const LONG: u32 = 60_000;

#[wasm_bindgen_test]
async fn a_page_that_was_seen_before_is_there_at_once_and_then_asked_for_again() {
    let screen = open(11).await;
    screen.press("Next page").await;
    screen.see_text("[role=status]", "12–22 of ").await;
    order(11, 1, json!({"kind": "latency", "milliseconds": LONG})).await;
    screen.press("Previous page").await;
    screen.see_text("[role=status]", "1–11 of ").await;
    assert!(screen.find("[aria-busy=true]").is_none());
    while requests(11, 1).await.len() < 2 {}
}

#[wasm_bindgen_test]
async fn a_page_from_memory_that_cannot_be_refreshed_stays_and_says_so() {
    let screen = open(12).await;
    screen.press("Next page").await;
    screen.see_text("[role=status]", "13–24 of ").await;
    order(12, 1, json!({"kind": "status", "status": 500})).await;
    screen.press("Previous page").await;
    screen.see_text("[role=alert]", "The agents below are from before.").await;
    assert_eq!(screen.rows().len(), 12);
}

#[wasm_bindgen_test]
async fn pointing_at_next_loads_the_page_and_pressing_it_asks_no_second_time() {
    let screen = open(13).await;
    order(13, 2, json!({"kind": "latency", "milliseconds": 500})).await;
    screen.point_at("Next page");
    while requests(13, 2).await.is_empty() {}
    screen.press("Next page").await;
    screen.see_text("[role=status]", "14–26 of ").await;
    assert_eq!(requests(13, 2).await.len(), 1);
}

#[wasm_bindgen_test]
async fn the_next_page_is_loaded_when_nothing_else_is_to_do() {
    let screen = open(14).await;
    while requests(14, 2).await.first().is_none_or(|request| request["status"] != 200) {}
    screen.press("Next page").await;
    screen.see_text("[role=status]", "15–28 of ").await;
    assert_eq!(requests(14, 2).await.len(), 1, "what was just loaded is not asked for again");
}

#[wasm_bindgen_test]
async fn a_page_that_is_loaded_ahead_gives_way_to_another_query() {
    let screen = open(15).await;
    order(15, 2, json!({"kind": "latency", "milliseconds": LONG})).await;
    screen.point_at("Next page");
    while requests(15, 2).await.is_empty() {}
    screen.search_for("bobby");
    screen.see_text("tbody", "Bobby").await;
    while requests(15, 2).await[0]["aborted"] != true {}
}

#[wasm_bindgen_test]
async fn a_page_ahead_that_fails_bothers_nobody() {
    let screen = open(16).await;
    order(16, 2, json!({"kind": "status", "status": 500})).await;
    screen.point_at("Next page");
    while requests(16, 2).await.first().is_none_or(|request| request["status"] != 500) {}
    screen.press("Next page").await;
    screen.see_text("[role=status]", "17–32 of ").await;
    see("no alert", || screen.find("[role=alert]").is_none().then_some(())).await;
}
