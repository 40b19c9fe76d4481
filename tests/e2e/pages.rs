use serde_json::json;

use crate::harness::{Server, in_browser, wait_for};

/// The parameters of a page of a list that nothing else was changed on.
fn asking<'a>(number: &'a str, size: &'a str) -> [(&'static str, &'a str); 3] {
    [("sort", "last_first_name"), ("page[number]", number), ("page[size]", size)]
}

#[tokio::test]
async fn pages_are_turned_in_every_direction() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–50 of 300").await;
        page.press("Last page").await;
        page.see_status("251–300 of 300").await;
        page.press("Previous page").await;
        page.see_status("201–250 of 300").await;
        page.press("First page").await;
        page.see_status("1–50 of 300").await;
        page.press("Next page").await;
        page.see_status("51–100 of 300").await;
        for number in ["1", "2", "5", "6"] {
            server.see_list_query(&asking(number, "50")).await;
        }
    })
    .await;
}

/// The second press counted from the page that was awaited, and asked for a page beyond the end.
#[tokio::test]
async fn two_quick_presses_on_next_stop_at_the_last_page() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&format!("{}/?ad.page[number]=5", server.url)).await;
        page.see_status("201–250 of 300").await;
        page.find("button", "Next page").await;
        let twice = "const next = root.querySelector('[aria-label=\"Next page\"]'); next.click(); next.click();\
            next.dispatchEvent(new KeyboardEvent('keydown', { key: 'PageDown', bubbles: true, composed: true }));";
        page.in_root(twice).await;
        page.see_status("251–300 of 300").await;
        let asked = server.list_queries().await;
        assert!(!asked.iter().flatten().any(|(name, value)| name == "page[number]" && value == "7"), "{asked:?}");
        page.see_no("the remark", ".remarks p").await;
    })
    .await;
}

/// **Previous page** followed the page on the screen, and so led nowhere while the next one did not come.
#[tokio::test]
async fn a_page_that_does_not_come_can_be_turned_back_from() {
    let server = Server::start().await;
    let fault = json!({"kind": "status", "status": 500});
    server.order_fault(json!({"query": "page[number]=2", "fault": fault})).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–50 of 300").await;
        for back in ["Previous page", "First page"] {
            page.press("Next page").await;
            page.see_alert("has a problem").await;
            page.press(back).await;
            page.see_no_alert().await;
            page.see_text_in(".place", "Page 1 of 6").await;
        }
    })
    .await;
}

#[tokio::test]
async fn another_number_of_rows_keeps_the_place() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.press("Last page").await;
        page.see_status("251–300 of 300").await;
        page.choose("Rows per page", "100").await;
        server.see_list_query(&asking("3", "100")).await;
        page.see_status("201–300 of 300").await;
        page.see_rows(100).await;
    })
    .await;
}

/// The rows of another page were counted as those of the page that was asked for.
#[tokio::test]
async fn a_server_that_gives_its_last_page_for_one_beyond_the_end_is_believed() {
    let config = sandbox::Config { agents: 300, ..sandbox::Config::default() };
    let element = r#"<agent-directory url-state="ad" page-size="25"></agent-directory>"#;
    let server = Server::with(config, element).await;
    let rows = [json!({"type": "connection", "id": "3", "attributes": {"last_name": "Quibble"}})];
    let pagination = json!({"current": 12, "last": 12, "next": null, "records": 276});
    let body = json!({"data": rows, "meta": {"pagination": pagination}}).to_string();
    let fault = json!({"kind": "status", "status": 200, "body": body});
    server.order_fault(json!({"query": "page[number]=20&", "fault": fault})).await;
    in_browser(async |page| {
        let see_address = async |address: &str| {
            wait_for(&format!("the address {address}"), async || (page.address().await == address).then_some(())).await;
        };
        page.open(&format!("{}/?ad.page[number]=20", server.url)).await;
        page.see_first_row("Quibble").await;
        page.see_status("276–276 of 276").await;
        page.see_text_in(".remarks", "Page 20 is beyond the end; this is the last page.").await;
        see_address(&format!("{}/?ad.page%5Bnumber%5D=12", server.url)).await;
    })
    .await;
}

#[tokio::test]
async fn the_fewest_and_the_most_rows_a_page_reach_the_server() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–50 of 300").await;
        for (size, last) in [("25", 25), ("200", 200)] {
            page.choose("Rows per page", size).await;
            server.see_list_query(&asking("1", size)).await;
            page.see_status(&format!("1–{last} of 300")).await;
            page.see_rows(last).await;
        }
    })
    .await;
}
