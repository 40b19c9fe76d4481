//! What is told of the list, and for how long.

use serde_json::json;

use crate::harness::{Page, Server, in_browser};

/// A step of the page itself through its own history, and whatever the element makes of that.
async fn go_to_fragment_and_back(page: &Page) {
    let there_and_back = "return new Promise((resolve) => {
        history.pushState(null, '', '#elsewhere');
        addEventListener('popstate', () => setTimeout(resolve), { once: true });
        history.back();
    });";
    page.script(there_and_back, vec![]).await;
}

/// The live region had the same words, so nothing was read.
#[tokio::test]
async fn an_answer_to_another_question_is_told_even_if_it_has_as_many_agents() {
    let server = Server::start().await;
    for name in ["Zelda", "Yorick"] {
        server.create(json!({"first_name": name, "last_name": "Quibble", "tags": [name]})).await;
    }
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–50 of 302, page 1 of 7").await;
        page.choose("Sort by", "First name, A to Z").await;
        page.see_status(", First name, A to Z").await;
        for name in ["Zelda", "Yorick"] {
            page.fill("Search agents", name).await;
            page.see_first_row(name).await;
            page.see_status(&format!(", search “{name}”")).await;
            page.see_status("1–1 of 1, page 1 of 1").await;
        }
        page.fill("Search agents", "").await;
        page.see_status(", no search").await;
        page.press("Filters").await;
        for name in ["Zelda", "Yorick"] {
            page.type_into("Tags", &format!("{name},")).await;
            page.see_status(&format!(", Tag: {name}")).await;
            page.press("Clear all").await;
            page.see_status(", no filter").await;
        }
        // What is known from before is not told again.
        page.press("Next page").await;
        page.see_status("51–100 of 302, page 2 of 7").await;
        let told = page.in_root("return root.querySelector('.results').textContent.trim()").await;
        assert_eq!(told, "51–100 of 302, page 2 of 7");
    })
    .await;
}

/// Below the failure, the agents were still being loaded, for ever.
#[tokio::test]
async fn a_failure_after_no_agents_leaves_nothing_that_is_loading() {
    let server = Server::start().await;
    server.order_fault(json!({"query": "filter[fulltext]=harbor", "fault": {"kind": "status", "status": 500}})).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.fill("Search agents", "zzqq").await;
        page.see_status("No agents").await;
        page.fill("Search agents", "harbor").await;
        page.find("button", "Retry").await;
        let told = page.in_root("return root.querySelector('.results').textContent.trim()").await;
        assert_eq!(told, "");
    })
    .await;
}

/// Once it was turned, the page was still called the view of the link.
#[tokio::test]
async fn what_is_told_of_a_link_to_a_view_goes_with_the_view() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&format!("{}/?ad.sort=first_name&ad.view=By+first+name", server.url)).await;
        page.see_status("This link shows the view “By first name”").await;
        page.press("Next page").await;
        page.see_status("51–100 of 300").await;
        page.see_none("button", "Dismiss").await;
    })
    .await;
}

/// Every step of the page through its history brought the notices back.
#[tokio::test]
async fn a_notice_about_the_address_that_was_dismissed_stays_away() {
    let server = Server::start().await;
    in_browser(async |page| {
        for part in ["ad.sort=age", "ad.sort=first_name&ad.view=By+first+name"] {
            page.open(&format!("{}/?{part}", server.url)).await;
            page.see_rows(50).await;
            page.press("Dismiss").await;
            page.see_none("button", "Dismiss").await;
            go_to_fragment_and_back(page).await;
            let buttons = "return [...root.querySelectorAll('button')].map((button) => button.textContent)";
            let shown = page.in_root(buttons).await;
            assert!(!shown.as_array().unwrap().contains(&json!("Dismiss")), "{part}: {shown}");
        }
    })
    .await;
}

/// Support was told nothing of what had come instead of a list.
#[tokio::test]
async fn an_answer_that_is_no_list_is_quoted_for_support() {
    let server = Server::start().await;
    let body = r#"{"data":{"type":"connection","id":"1"}}"#;
    server.order_list_fault(1, json!({"kind": "status", "status": 200, "body": body})).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_alert("could not be understood").await;
        page.see_alert(&format!("data: expected an array of connections. It begins: {body}")).await;
    })
    .await;
}
