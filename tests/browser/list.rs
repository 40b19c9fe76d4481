use agent_directory::domain::query::{Page, Query};
use serde_json::json;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::harness::{Screen, order_fault, requests_for, see};

fn ten_a_page() -> Query {
    Query { page: Page { number: 1, size: 10 }, ..Query::default() }
}

#[wasm_bindgen_test]
async fn the_first_page_is_shown_and_told() {
    let screen = Screen::open(ten_a_page());
    screen.see_rows(10).await;
    screen.see_text("[role=status]", "1–10 of ").await;
    assert!(screen.find("[aria-sort=ascending] button").is_some_and(|header| header.text_content().unwrap() == "Name"));
}

#[wasm_bindgen_test]
async fn a_page_turn_updates_the_rows_there_are() {
    let screen = Screen::open(ten_a_page());
    let before = screen.see_rows(10).await;
    let first_name = screen.text("tbody tr .text");
    screen.press("Next page").await;
    screen.see_text("[role=status]", "11–20 of ").await;
    assert_ne!(screen.text("tbody tr .text"), first_name);
    assert!(before.iter().zip(screen.rows()).all(|(before, after)| before.is_same_node(Some(&after))));
}

#[wasm_bindgen_test]
async fn a_page_turn_shows_no_face_of_the_agent_before() {
    // A photo whose address was changed showed the agent before for as long as the new one loaded.
    let screen = Screen::open(ten_a_page());
    screen.see_rows(10).await;
    let photo = screen.see_element("tbody img").await;
    screen.press("Next page").await;
    screen.see_text("[role=status]", "11–20 of ").await;
    assert!(!photo.is_connected() || photo.closest("[data-awaited]").unwrap().is_some(), "it is hidden at once");
    see("a place for another photo", || (!photo.is_connected()).then_some(())).await;
}

#[wasm_bindgen_test]
async fn a_photo_that_cannot_be_loaded_gives_way_to_initials() {
    let screen = Screen::open(ten_a_page());
    let photo = screen.see_element("tbody img[src]").await;
    let row = photo.closest("tr").unwrap().unwrap();
    photo.set_attribute("src", "data:image/png;base64,broken").unwrap();
    see("initials", || row.query_selector("img").unwrap().is_none().then_some(())).await;
    assert!(!row.query_selector(".avatar").unwrap().unwrap().text_content().unwrap().is_empty());
}

#[wasm_bindgen_test]
async fn the_focus_goes_to_the_list_when_an_answer_takes_all_rows_away() {
    let screen = Screen::open(ten_a_page());
    let rows = screen.see_rows(10).await;
    rows[9].unchecked_ref::<HtmlElement>().focus().unwrap();
    screen.search_for("nobody-is-called-this");
    screen.see_rows(0).await;
    screen.see_element(".list:focus").await;
}

#[wasm_bindgen_test]
async fn a_search_that_finds_nothing_says_what_was_searched() {
    let screen = Screen::open(ten_a_page());
    screen.see_rows(10).await;
    screen.search_for("nobody-is-called-this");
    screen.see_text(".empty", "nobody-is-called-this").await;
    assert!(screen.rows().is_empty());
}

#[wasm_bindgen_test]
async fn a_late_answer_never_goes_over_a_newer_one() {
    order_fault("slow-text", 1, json!({"kind": "latency", "milliseconds": 60_000})).await;
    let screen = Screen::open(ten_a_page());
    screen.see_rows(10).await;
    screen.search_for("slow-text");
    while requests_for("slow-text").await.is_empty() {}
    screen.search_for("");
    screen.see_rows(10).await;
    screen.see_text("[role=status]", "1–10 of ").await;
    while requests_for("slow-text").await[0]["aborted"] != true {}
    assert_eq!(screen.rows().len(), 10);
}

#[wasm_bindgen_test]
async fn markup_in_a_name_is_shown_as_text() {
    let mut query = ten_a_page();
    query.fulltext = "bobby".into();
    let screen = Screen::open(query);
    screen.see_text("tbody", "<b>Bobby</b>").await;
    assert!(screen.find("tbody b").is_none());
}

#[wasm_bindgen_test]
async fn the_widget_can_leave_the_page_while_a_request_is_under_way() {
    // A late answer to a directory that was gone used a disposed signal.
    order_fault("leave-test", 1, json!({"kind": "latency", "milliseconds": 300})).await;
    let mut query = ten_a_page();
    query.fulltext = "leave-test".into();
    let screen = Screen::open(query);
    while requests_for("leave-test").await.is_empty() {}
    drop(screen);
    while requests_for("leave-test").await[0]["aborted"] != true {}
}
