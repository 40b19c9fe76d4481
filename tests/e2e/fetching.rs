use sandbox::{Config, LinkDialect, PaginationDialect};
use serde_json::json;

use crate::harness::{Server, in_browser, wait_for};

/// A server that tells nothing of its pages.
fn silent(agents: u32) -> Config {
    Config { agents, pagination: PaginationDialect::None, links: LinkDialect::Absent, ..Config::default() }
}

#[tokio::test]
async fn the_loader_s_request_has_the_embedder_s_headers_and_is_the_widget_s() {
    let element = r#"<agent-directory api="/api" headers="Accept-Language: tlh"></agent-directory>"#;
    let server = Server::with(Config { agents: 20, ..Config::default() }, element).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–20 of 20").await;
        let requests = server.requests().await;
        let lists: Vec<_> = requests.iter().filter(|request| request["path"] == "/v2/connections").collect();
        assert_eq!(lists.len(), 1);
        assert!(lists[0]["headers"].as_array().unwrap().contains(&json!(["accept-language", "tlh"])));
    })
    .await;
}

#[tokio::test]
async fn a_key_in_the_page_is_refused_and_not_sent() {
    let element = r#"<agent-directory api="/api" headers="Authorization: Bearer secret"></agent-directory>"#;
    let server = Server::with(Config { agents: 20, ..Config::default() }, element).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_alert("let the proxy add the key").await;
        assert!(!page.text().await.contains("secret"));
        assert!(server.requests().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_page_beyond_the_end_of_a_server_that_tells_no_total_leads_to_the_last() {
    let element = r#"<agent-directory api="/api" query="page[number]=9"></agent-directory>"#;
    let server = Server::with(silent(120), element).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_text_in(".remarks", "Page 9 is beyond the end; this is the last page.").await;
        page.see_rows(20).await;
        page.see_status("101–120").await;
    })
    .await;
}

#[tokio::test]
async fn pages_of_a_server_that_tells_no_total_can_be_turned_up_to_the_end() {
    let server = Server::with(silent(100), r#"<agent-directory api="/api"></agent-directory>"#).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–50").await;
        page.press("Next page").await;
        page.see_status("51–100").await;
        // Full as it is, the second page may have one after it: looking ahead tells that it has none.
        let next = "return root.querySelector('[aria-label=\"Next page\"]').ariaDisabled";
        wait_for("the end", async || (page.in_root(next).await == "true").then_some(())).await;
        page.press("Previous page").await;
        page.see_status("1–50").await;
    })
    .await;
}

#[tokio::test]
async fn too_many_requests_are_waited_for_as_told() {
    let server = Server::start().await;
    let fault = json!({"kind": "status", "status": 429, "headers": {"Retry-After": "3"}});
    server.order_list_fault(1, fault).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_text_in(".notice", "Too many requests were made.").await;
        page.find("button", "Retry now").await;
        page.see_text_in("[role=timer]", "Trying again in ").await;
        page.see_rows(50).await;
        page.see_none("button", "Retry now").await;
    })
    .await;
}

/// The focus was lost to the page when the wait ended by itself while a person was on its button.
#[tokio::test]
async fn the_end_of_a_wait_leaves_the_focus_in_the_list() {
    let server = Server::start().await;
    let fault = json!({"kind": "status", "status": 429, "headers": {"Retry-After": "3"}});
    server.order_list_fault(1, fault).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.find("button", "Retry now").await;
        page.in_root("root.querySelector('.notice button').focus()").await;
        page.see_rows(50).await;
        page.see_none("button", "Retry now").await;
        assert_eq!(page.in_root("return root.activeElement?.className ?? 'nothing'").await, "directory");
    })
    .await;
}

/// A page that is translated by the browser would have its names replaced, and the rows then never changed again.
#[tokio::test]
async fn a_translator_leaves_the_names_alone() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        assert_eq!(page.in_root("return root.querySelector('tbody td').translate").await, false);
    })
    .await;
}
