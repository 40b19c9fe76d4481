//! What axe-core says of the panel with all of it open, and of one whose record can't be read.

use serde_json::json;

use super::{open, zelda};
use crate::harness::{NARROW, Page, Server, WIDE, in_browser};

/// In both themes, beside the list and in its place.
async fn see_accessible(page: &Page, state: &str) {
    for theme in ["light", "dark"] {
        page.set_theme(theme).await;
        for (width, size) in [("wide", WIDE), ("narrow", NARROW)] {
            page.resize(size).await;
            page.see_accessible(&format!("{state}, {theme}, {width}")).await;
        }
    }
}

#[tokio::test]
async fn axe_finds_nothing_on_a_panel_with_all_of_it_open() {
    let all = json!({
        "email": "zelda@quibble.example", "website": "https://quibble.example", "instagram": "@zelda", "tags": ["VIP"],
        "agent_inspections": 12, "buying_agent_inspections": 7, "selling_agent_inspections": 3,
        "date_of_first_inspection": "2019-03-02", "license_number": "OR-123", "notes": "Brings a dog.",
    });
    in_browser(async |page| {
        let _server = open(page, &zelda(all)).await;
        page.press("QR code").await;
        page.find("summary", "More").await.click().await.unwrap();
        page.see_text_in(".detail-more", "OR-123").await;
        see_accessible(page, "a panel with all of it open").await;
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_panel_without_a_record() {
    let server = Server::small().await;
    let fault = json!({"kind": "status", "status": 500});
    server.order_fault(json!({"method": "GET", "path": "/v2/connections/", "fault": fault})).await;
    in_browser(async |page| {
        page.open(&format!("{}/?ad.open=99", server.url)).await;
        page.see_alert("has a problem").await;
        see_accessible(page, "a panel without a record").await;
        page.find(".detail button", "Retry").await;
    })
    .await;
}
