use serde_json::json;

use crate::harness::{NARROW, Server, WIDE, in_browser};

#[tokio::test]
async fn axe_finds_nothing_on_the_list() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–50 of 300").await;
        for theme in ["light", "dark"] {
            page.set_theme(theme).await;
            for (width, size) in [("wide", WIDE), ("narrow", NARROW)] {
                page.resize(size).await;
                page.see_accessible(&format!("the {width} list, {theme}")).await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_on_panels_and_chips() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–50 of 300").await;
        page.press("Filters").await;
        page.fill("Email", "no email").await;
        page.press_key(thirtyfour::Key::Tab).await;
        page.fill("Tags", "VIP").await;
        page.press_key(thirtyfour::Key::Enter).await;
        page.find("button", "Clear all").await;
        for theme in ["light", "dark"] {
            page.set_theme(theme).await;
            page.see_accessible(&format!("filters with an error, and chips, {theme}")).await;
        }
        page.press("Columns").await;
        page.see_accessible("the choice of columns").await;
        page.press("Views").await;
        page.see_accessible("the saved views").await;
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_on_an_agent() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&format!("{}/?ad.open=3", server.url)).await;
        page.see_text_in("[role=dialog]", "@").await;
        for theme in ["light", "dark"] {
            page.set_theme(theme).await;
            for (width, size) in [("beside", WIDE), ("in the place of", NARROW)] {
                page.resize(size).await;
                page.see_accessible(&format!("an agent {width} the list, {theme}")).await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_on_errors_and_emptiness() {
    let server = Server::start().await;
    server.order_list_fault(1, json!({"kind": "status", "status": 500})).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_alert("has a problem").await;
        for theme in ["light", "dark"] {
            page.set_theme(theme).await;
            for (width, size) in [("wide", WIDE), ("narrow", NARROW)] {
                page.resize(size).await;
                page.see_accessible(&format!("an error without rows, {width}, {theme}")).await;
            }
        }
        page.resize(WIDE).await;
        page.press("Retry").await;
        page.see_rows(50).await;
        server.order_list_fault(1, json!({"kind": "status", "status": 429, "headers": {"Retry-After": "90"}})).await;
        page.press("Agency").await;
        page.find("button", "Retry now").await;
        for (width, size) in [("narrow", NARROW), ("wide", WIDE)] {
            page.resize(size).await;
            page.see_accessible(&format!("a wait above rows, {width}")).await;
        }
        page.press("Retry now").await;
        page.see_order("Agency", "ascending").await;
        page.fill("Search agents", "nobody is called this").await;
        page.see_text_in(".empty", "nobody is called this").await;
        page.see_accessible("an empty list").await;
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_on_what_is_told_above_the_rows() {
    let server = Server::start().await;
    let failing = json!({"query": "filter[fulltext]=bobby&", "fault": {"kind": "status", "status": 500}});
    server.order_fault(failing).await;
    in_browser(async |page| {
        let see_accessible = async |state: &str| {
            for theme in ["light", "dark"] {
                page.set_theme(theme).await;
                for (width, size) in [("narrow", NARROW), ("wide", WIDE)] {
                    page.resize(size).await;
                    page.see_accessible(&format!("{state}, {width}, {theme}")).await;
                }
            }
        };
        page.open(&format!("{}/?ad.sort=age&ad.view=Everyone", server.url)).await;
        page.see_status("could not be used").await;
        page.see_status("This link shows the view “Everyone”").await;
        see_accessible("notices about the address").await;
        page.open(&format!("{}/?ad.page[number]=9", server.url)).await;
        page.see_text_in(".remarks", "Page 9 is beyond the end").await;
        see_accessible("a remark").await;
        page.fill("Search agents", "bobby").await;
        page.see_alert("The agents below are from before").await;
        see_accessible("an alert above the agents from before").await;
    })
    .await;
}
