use agent_directory::{
    domain::query::{Filters, Page, Query},
    locale::Locale,
};
use leptos::prelude::{document, window_event_listener};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::harness::{Screen, client, order_record_fault, record_requests, see};

const DIALOG: &str = "[role=dialog]";
const NAME: &str = "[role=dialog] h2";

fn ten_a_page(number: u32) -> Query {
    Query { page: Page { number, size: 10 }, ..Query::default() }
}

async fn list_page(number: u32) -> Screen {
    let screen = Screen::open(ten_a_page(number));
    screen.see_rows(10).await;
    screen
}

fn row_name(position: usize) -> String {
    format!("tbody tr:nth-child({}) .text", position + 1)
}

fn focused() -> String {
    let element = document().active_element().unwrap();
    element.get_attribute("aria-label").or(element.text_content()).unwrap_or_default()
}

async fn see_focus(text: &str) {
    see(&format!("focus on {text}"), || (focused() == text).then_some(())).await;
}

#[wasm_bindgen_test]
async fn a_click_on_a_row_shows_the_agent_before_the_record_has_come() {
    let screen = list_page(1).await;
    let (name, email) = (screen.text(&row_name(2)), screen.text("tbody tr:nth-child(3) .email"));
    screen.click("tbody tr:nth-child(3)");
    screen.see_text(NAME, &name).await;
    assert!(screen.text(DIALOG).contains(&email), "{email}");
    see_focus(&name).await;
    let id = screen.opened_id();
    // The record is asked for once the panel is painted, before the rest of it is drawn.
    screen.see_element(".detail-card").await;
    while record_requests(&id).await.last().is_none_or(|request| request["status"] != 200) {}
    let query = record_requests(&id).await.last().unwrap()["query"].to_string();
    assert!(query.contains("date_of_first_inspection") && query.contains("agent,agent_team"), "{query}");
}

#[wasm_bindgen_test]
async fn a_click_on_a_link_in_a_row_opens_nothing() {
    let screen = list_page(1).await;
    see("a link", || screen.find("tbody a[href]")).await;
    // The click goes nowhere, and the page of the tests stays.
    let stopped = window_event_listener(leptos::ev::click, |event| event.prevent_default());
    screen.click("tbody a[href]");
    stopped.remove();
    screen.click("tbody tr:nth-child(4) [data-open]");
    screen.see_text(NAME, &screen.text(&row_name(3))).await;
}

#[wasm_bindgen_test]
async fn escape_closes_and_focus_returns_to_the_row() {
    let screen = list_page(1).await;
    let name = screen.text(&row_name(1));
    let button: web_sys::HtmlElement = wasm_bindgen::JsCast::unchecked_into(screen.find(&row_name(1)).unwrap());
    button.focus().unwrap();
    button.click();
    screen.see_text(NAME, &name).await;
    see("focus in the panel", || document().active_element().filter(|element| element.tag_name() == "H2")).await;
    screen.press_key("Escape");
    see("the panel gone", || screen.find(DIALOG).is_none().then_some(())).await;
    see("focus on the row", || document().active_element().filter(|element| element.is_same_node(Some(&button)))).await;
}

#[wasm_bindgen_test]
async fn next_and_previous_go_through_the_result_and_turn_pages() {
    let screen = list_page(1).await;
    let last = screen.text(&row_name(9));
    screen.click("tbody tr:nth-child(9)");
    screen.see_text(NAME, &screen.text(&row_name(8))).await;
    screen.press("Next agent").await;
    screen.see_text(NAME, &last).await;
    screen.press("Next agent").await;
    screen.see_text("[aria-live=polite].results", "11–20 of ").await;
    see("the next page's first", || (screen.text(NAME) == screen.text(&row_name(0))).then_some(())).await;
    screen.press("Previous agent").await;
    screen.see_text("[aria-live=polite].results", "1–10 of ").await;
    screen.see_text(NAME, &last).await;
}

#[wasm_bindgen_test]
async fn the_first_of_all_has_none_before_it() {
    let screen = list_page(1).await;
    screen.click("tbody tr");
    let previous = see("the button", || screen.find("[aria-label='Previous agent']")).await;
    assert_eq!(previous.get_attribute("aria-disabled").as_deref(), Some("true"));
    assert_eq!(screen.find("tbody tr").unwrap().get_attribute("aria-current").as_deref(), Some("true"));
}

#[wasm_bindgen_test]
async fn a_late_record_never_goes_over_another_agent() {
    let screen = list_page(2).await;
    let id = first_id(ten_a_page(2)).await;
    order_record_fault(&id, 1, json!({"kind": "latency", "milliseconds": 60_000})).await;
    let before = record_requests(&id).await.len();
    screen.click("tbody tr");
    while record_requests(&id).await.len() == before {}
    screen.press("Next agent").await;
    screen.see_text(NAME, &screen.text(&row_name(1))).await;
    while record_requests(&id).await[before]["aborted"] != true {}
    assert_eq!(screen.text(NAME), screen.text(&row_name(1)));
}

#[wasm_bindgen_test]
async fn a_record_that_can_not_be_read_leaves_what_the_list_knew_and_retry_heals_it() {
    let screen = list_page(3).await;
    let id = first_id(ten_a_page(3)).await;
    order_record_fault(&id, 1, json!({"kind": "status", "status": 500})).await;
    let name = screen.text(&row_name(0));
    screen.click("tbody tr");
    screen.see_text(".detail [role=alert]", "What you see is from before.").await;
    assert_eq!(screen.text(NAME), name);
    screen.press("Retry").await;
    see("the record", || screen.find(".detail [role=alert]").is_none().then_some(())).await;
}

#[wasm_bindgen_test]
async fn an_agent_who_was_removed_is_said_to_be() {
    let screen = list_page(1).await;
    screen.open_agent("no-such-agent");
    screen.see_text(".detail [role=alert]", "may have been removed").await;
    assert_eq!(screen.text(NAME), "Agent");
}

#[wasm_bindgen_test]
async fn an_agent_opens_by_id_whatever_the_list_shows() {
    let id = first_id(ten_a_page(9)).await;
    let screen = list_page(1).await;
    screen.open_agent(&id);
    let name = first_name(ten_a_page(9)).await;
    screen.see_text(NAME, &name).await;
    screen.see_element(".detail-card button").await;
    screen.press("QR code").await;
    see("the code", || screen.find(".qr-code[role=img] path")).await;
    screen.press("Close").await;
    see("the panel gone", || screen.find(DIALOG).is_none().then_some(())).await;
}

#[wasm_bindgen_test]
async fn a_click_on_the_agency_filters_the_list() {
    let agents = client().list(&ten_a_page(1), controller()).await.unwrap().agents;
    let agent = agents.into_iter().find(|agent| agent.agency_id.is_some()).unwrap();
    let agency = Filters { agency_id: agent.agency_id.clone(), ..Filters::default() };
    let query = Query { filters: agency, ..ten_a_page(1) };
    let count = client().list(&query, controller()).await.unwrap().pagination.total.unwrap();
    let screen = list_page(1).await;
    screen.open_agent(agent.id.as_str());
    screen.see_text(NAME, &agent.display_name(Locale::en)).await;
    screen.click(".detail-belonging button");
    screen.see_text("[aria-live=polite].results", &format!("of {count}")).await;
}

fn controller() -> web_sys::AbortController {
    web_sys::AbortController::new().unwrap()
}

async fn first_id(query: Query) -> String {
    client().list(&query, controller()).await.unwrap().agents[0].id.to_string()
}

async fn first_name(query: Query) -> String {
    client().list(&query, controller()).await.unwrap().agents[0].display_name(Locale::en)
}
