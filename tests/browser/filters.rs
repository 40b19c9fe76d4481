use agent_directory::domain::query::{Page, Query};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::harness::{Screen, requests, see};

fn searching(text: &str) -> Query {
    Query { fulltext: text.into(), page: Page { number: 1, size: 10 }, ..Query::default() }
}

/// Waits for a list request with this parameter.
async fn see_request(name: &str, value: &str) {
    loop {
        let pair = serde_json::json!([name, value]);
        if requests().await.iter().any(|request| request["query"].as_array().unwrap().contains(&pair)) {
            return;
        }
    }
}

/// An agency that a row shows.
fn agency_in(screen: &Screen) -> Option<String> {
    screen.find("tbody td:has(> [data-filter=agency])").and_then(|cell| cell.text_content())
}

#[wasm_bindgen_test]
async fn a_field_filters_when_it_is_left_and_a_chip_takes_the_filter_off() {
    let screen = Screen::open(searching(""));
    screen.see_rows(10).await;
    screen.press("Filters").await;
    screen.fill("#connection-filter", "17").await;
    see_request("filter[id]", "17").await;
    screen.see_rows(1).await;
    let name = screen.text("tbody .text");
    screen.see_text(".chips", &format!("Connection ID: {name}")).await;
    screen.press(&format!("Remove Connection ID: {name}")).await;
    screen.see_rows(10).await;
    assert!(screen.find(".chips").is_none());
    assert_eq!(screen.value("#connection-filter"), "");
}

#[wasm_bindgen_test]
async fn an_email_that_can_be_none_is_told_kept_and_not_sent() {
    let screen = Screen::open(searching(""));
    screen.see_rows(10).await;
    screen.press("Filters").await;
    screen.fill("#email-filter", "not-an-address").await;
    screen.see_text("#email-filter-problem", "@").await;
    let field = screen.find("#email-filter").unwrap();
    assert_eq!(field.get_attribute("aria-invalid").as_deref(), Some("true"));
    assert_eq!(field.get_attribute("aria-describedby").as_deref(), Some("email-filter-problem"));
    assert_eq!(screen.value("#email-filter"), "not-an-address");
    screen.fill("#email-filter", "nobody+1@never.example").await;
    see_request("filter[email]", "nobody+1@never.example").await;
    screen.see_text(".empty", "nobody+1@never.example").await;
    let sent = requests().await.iter().any(|request| request["query"].to_string().contains("not-an-address"));
    assert!(!sent && screen.find("#email-filter-problem").is_none());
}

#[wasm_bindgen_test]
async fn an_agency_is_picked_by_its_name_and_sent_as_its_id() {
    let screen = Screen::open(searching(""));
    screen.see_rows(10).await;
    let agency = see("an agency", || agency_in(&screen)).await;
    screen.press("Filters").await;
    screen.see_element("#agency-filter").await;
    screen.type_into("#agency-filter", &agency);
    screen.see_text("#agency-filter-list [role=option]", &agency).await;
    screen.key("#agency-filter", "ArrowDown");
    see("the active option", || screen.find("#agency-filter-list [aria-selected=true]")).await;
    assert_eq!(
        screen.find("#agency-filter").unwrap().get_attribute("aria-activedescendant"),
        screen.find("#agency-filter-list [aria-selected=true]").map(|option| option.id()),
    );
    screen.key("#agency-filter", "Enter");
    screen.see_text(".chips", &format!("Agency: {agency}")).await;
    assert_eq!(screen.value("#agency-filter"), agency);
    assert_eq!(screen.find("#agency-filter").unwrap().get_attribute("aria-expanded").as_deref(), Some("false"));
}

#[wasm_bindgen_test]
async fn tags_are_tokens_and_more_than_one_is_an_array() {
    let screen = Screen::open(searching(""));
    screen.see_rows(10).await;
    screen.press("Filters").await;
    screen.see_element("#tags-filter").await;
    screen.type_into("#tags-filter", "First");
    screen.key("#tags-filter", "Enter");
    screen.see_text(".tokens", "First").await;
    see_request("filter[tag]", "First").await;
    screen.type_into("#tags-filter", "Second");
    screen.key("#tags-filter", ",");
    see_request("filter[tag][]", "Second").await;
    screen.see_text(".chips", "Tag: Second").await;
    screen.see_element(".badge[data-count='2']").await;
    screen.see_element("#tags-filter[aria-expanded=false]").await;
    screen.key("#tags-filter", "Backspace");
    see("one token", || screen.find(".token + .token").is_none().then_some(())).await;
    screen.press("Clear all").await;
    see("no token", || screen.find(".tokens .token").is_none().then_some(())).await;
    screen.see_rows(10).await;
}

#[wasm_bindgen_test]
async fn a_click_on_an_agency_in_a_row_shows_only_its_agents() {
    let screen = Screen::open(searching(""));
    screen.see_rows(10).await;
    let agency = see("an agency", || agency_in(&screen)).await;
    screen.press("Show only this agency").await;
    screen.see_text(".chips", &format!("Agency: {agency}")).await;
    let others = || screen.rows().iter().any(|row| !row.text_content().unwrap().contains(&agency));
    see("only its agents", || (!others()).then_some(())).await;
}

#[wasm_bindgen_test]
async fn columns_are_chosen_moved_and_remembered() {
    let headers = |screen: &Screen| screen.text("thead");
    let screen = Screen::open(searching(""));
    screen.see_rows(10).await;
    assert_eq!(headers(&screen), "NameAgencyTeamEmailPhoneTagsInspections");
    screen.press("Columns").await;
    screen.see_element("[aria-label='Move Email up']").await;
    screen.press("Move Email up").await;
    see("the order", || (headers(&screen) == "NameAgencyEmailTeamPhoneTagsInspections").then_some(())).await;
    screen.check("City");
    see("the city", || (headers(&screen) == "NameAgencyEmailTeamPhoneTagsInspectionsCity").then_some(())).await;
    screen.check("Compact");
    see("close rows", || screen.find(".list.compact")).await;
    drop(screen);
    let again = Screen::open(searching(""));
    assert_eq!(headers(&again), "NameAgencyEmailTeamPhoneTagsInspectionsCity");
    again.press("Columns").await;
    again.see_element("[aria-label='Move Email up']").await;
    again.press("Restore defaults").await;
    again.check("Comfortable");
    see("the default", || (headers(&again) == "NameAgencyTeamEmailPhoneTagsInspections").then_some(())).await;
}

#[wasm_bindgen_test]
async fn keys_go_through_the_rows_and_turn_pages() {
    let screen = Screen::open(searching(""));
    let rows = screen.see_rows(10).await;
    let focused = || screen.find("tr:focus");
    let is_at = |row: usize| focused().is_some_and(|focused| focused.is_same_node(Some(&rows[row])));
    rows[0].unchecked_ref::<HtmlElement>().focus().unwrap();
    screen.key("tr:focus", "ArrowDown");
    assert!(is_at(1));
    screen.key("tr:focus", "End");
    assert!(is_at(9) && rows[9].get_attribute("tabindex").as_deref() == Some("0"));
    assert_eq!(rows[0].get_attribute("tabindex").as_deref(), Some("-1"), "one row is a stop for Tab");
    screen.key("tr:focus", "PageDown");
    screen.see_text("[role=status]", "11–20 of ").await;
    assert!(is_at(9), "the focus stays in its place");
    screen.key("tr:focus", "Home");
    screen.key("tr:focus", "PageUp");
    screen.see_text("[role=status]", "1–10 of ").await;
    screen.key("tr:focus", "/");
    assert!(screen.find("input[type=search]:focus").is_some());
    screen.key("input[type=search]", "?");
    assert!(screen.find("dialog[open]").is_none(), "a key in a field is typed");
    rows[0].unchecked_ref::<HtmlElement>().focus().unwrap();
    screen.key("tr:focus", "?");
    see("the keys", || screen.find("dialog[open]")).await;
    screen.press("Close").await;
    see("the focus back in the row", || is_at(0).then_some(())).await;
}

#[wasm_bindgen_test]
async fn the_focus_goes_to_the_last_row_when_its_own_is_gone() {
    let screen = Screen::open(searching(""));
    let rows = screen.see_rows(10).await;
    rows[9].unchecked_ref::<HtmlElement>().focus().unwrap();
    screen.press("Filters").await;
    screen.fill("#connection-filter", "17").await;
    screen.see_rows(1).await;
    see("the focus in the row that is left", || screen.find("tr:focus")).await;
    assert_eq!(screen.find("tr:focus").unwrap().get_attribute("tabindex").as_deref(), Some("0"));
}
