use agent_directory::domain::{
    id::AgencyId,
    query::{Filters, Page, Query},
};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::harness::{Screen, order_fault, requests_with, see};

#[wasm_bindgen_test]
async fn a_page_beyond_the_end_leads_to_the_last_page() {
    let screen = Screen::open(Query { page: Page { number: 999, size: 150 }, ..Query::default() });
    screen.see_text(".remarks", "Page 999 is beyond the end; this is the last page.").await;
    assert!(!screen.rows().is_empty());
    assert!(screen.find("[aria-label='Next page'][aria-disabled=true]").is_some());
    screen.press("Previous page").await;
    see("no remark", || screen.text(".remarks").is_empty().then_some(())).await;
    assert_eq!(screen.rows().len(), 150);
}

#[wasm_bindgen_test]
async fn a_server_that_has_no_page_beyond_the_end_at_all_is_asked_for_one_before() {
    order_fault("page[number]=999&page[size]=151", 1, json!({"kind": "status", "status": 404})).await;
    let screen = Screen::open(Query { page: Page { number: 999, size: 151 }, ..Query::default() });
    screen.see_text(".remarks", "Page 999 is beyond the end; this is the last page.").await;
    assert_eq!(requests_with(&[("page[size]", "151"), ("page[number]", "499")]).await.len(), 1);
    assert!(screen.find("[aria-label='Next page'][aria-disabled=true]").is_some());
}

/// The list was cut off at the page before, and its number of pages with it.
#[wasm_bindgen_test]
async fn a_page_that_is_not_found_although_the_list_goes_on_is_an_error() {
    order_fault("page[number]=3&page[size]=122", 1, json!({"kind": "status", "status": 404})).await;
    let screen = Screen::open(Query { page: Page { number: 3, size: 122 }, ..Query::default() });
    screen.see_text("[role=alert]", "did not find").await;
    assert!(screen.text(".remarks").is_empty());
    screen.press("Retry").await;
    screen.see_text("[role=status]", "245–").await;
    assert!(screen.find("[role=alert]").is_none());
}

#[wasm_bindgen_test]
async fn a_filter_that_the_server_ignores_is_told() {
    let body = include_str!("../fixtures/list_unfiltered.json");
    order_fault("ignored-test", 1, json!({"kind": "status", "status": 200, "body": body})).await;
    let filters = Filters { agency_id: Some(AgencyId::new("ignored-test")), ..Filters::default() };
    let screen = Screen::open(Query { filters, ..Query::default() });
    screen.see_rows(2).await;
    screen.see_text(".remarks", "The server ignored the filter “Agency ID”").await;
}
