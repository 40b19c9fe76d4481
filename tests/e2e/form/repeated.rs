//! What a save asks before and after it writes is asked again by itself; what it writes is not.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::fields::{edit, only_with_email, open_agent, open_new, save, whole_agent};
use crate::harness::{Page, Server, in_browser, wait_for};

const EMAIL: &str = "zelda@quibble.example";

/// What passes by itself.
fn passing() -> [Value; 4] {
    let status = |status| json!({"kind": "status", "status": status});
    [status(503), status(504), json!({"kind": "bad_gateway_html"}), json!({"kind": "closed_connection"})]
}

/// Makes the next question with this path and query fail, for so long that nobody waits.
async fn refuse_read(server: &Server, path: &str, query: &str) {
    let fault = json!({"kind": "status", "status": 429, "headers": {"Retry-After": "100"}});
    server.order_fault(json!({"method": "GET", "path": path, "query": query, "times": 1, "fault": fault})).await;
}

async fn see_wait(page: &Page) {
    page.see_text_in(".form-foot .notice", "Too many requests were made. What you typed is still here.").await;
    page.see_text_in(".form-foot [role=timer]", "Trying again in ").await;
}

#[tokio::test]
async fn the_look_before_a_create_is_repeated_and_the_create_is_not() {
    let server = Server::start().await;
    in_browser(async |page| {
        for (number, fault) in passing().into_iter().enumerate() {
            let email = format!("{number}{EMAIL}");
            open_new(page, &server).await;
            page.fill("Email", &email).await;
            let order = json!({"method": "GET", "query": "filter[email]", "times": 1, "fault": fault});
            server.order_fault(order).await;
            save(page).await;
            only_with_email(&server, &email).await;
        }
        assert_eq!(server.writes().await.len(), passing().len());
    })
    .await;
}

#[tokio::test]
async fn the_look_before_and_after_a_change_is_repeated_and_the_change_is_not() {
    let server = Server::start().await;
    let id = server.create(whole_agent()).await;
    let path = format!("/v2/connections/{id}");
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        for (number, fault) in passing().into_iter().enumerate() {
            let (city, before) = (format!("Salem {number}"), server.writes().await.len());
            edit(page).await;
            page.fill("City", &city).await;
            server.order_fault(json!({"method": "GET", "path": path, "times": 1, "fault": fault})).await;
            let slow = json!({"kind": "latency", "milliseconds": 1500});
            server.order_fault(json!({"method": "PATCH", "times": 1, "fault": slow})).await;
            page.press("Save").await;
            wait_for("the change", async || (server.writes().await.len() > before).then_some(())).await;
            server.order_fault(json!({"method": "GET", "path": path, "times": 1, "fault": fault})).await;
            page.see_status("Saved.").await;
            page.see_text_in(".detail", &city).await;
            assert_eq!(server.writes().await.len(), before + 1);
        }
    })
    .await;
}

#[tokio::test]
async fn the_wait_before_a_look_is_told_and_can_be_cut_short_by_keyboard() {
    let server = Server::start().await;
    let id = server.create(whole_agent()).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        edit(page).await;
        page.fill("City", "Salem").await;
        refuse_read(&server, &format!("/v2/connections/{id}"), "").await;
        page.press("Save").await;
        see_wait(page).await;
        page.see_accessible("a save that waits").await;
        page.in_root("root.querySelector('.form-foot .notice button').focus()").await;
        page.press_key(Key::Enter).await;
        page.see_status("Saved.").await;
        page.see_focus("Zoë").await;
        assert_eq!(server.record(&id).await["city"], "Salem");
    })
    .await;
}

#[tokio::test]
async fn a_save_that_waits_can_be_stopped_and_sends_nothing() {
    let server = Server::start().await;
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Email", EMAIL).await;
        refuse_read(&server, "/v2/connections", "filter[email]").await;
        page.press("Save").await;
        see_wait(page).await;
        page.press("Stop").await;
        page.see_alert("The save was stopped. Nothing was sent. What you typed is still here").await;
        page.see_none("button", "Retry now").await;
        assert!(server.writes().await.is_empty());
        save(page).await;
        only_with_email(&server, EMAIL).await;
    })
    .await;
}

#[tokio::test]
async fn whoever_leaves_a_save_that_waits_sends_nothing() {
    let server = Server::start().await;
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Email", EMAIL).await;
        refuse_read(&server, "/v2/connections", "filter[email]").await;
        page.press("Save").await;
        see_wait(page).await;
        page.press("Close").await;
        page.press("Stop saving").await;
        page.see_alert("The save was stopped. Nothing was sent.").await;
        page.press("Cancel").await;
        page.press("Keep as draft").await;
        page.see_none("button", "Save").await;
        page.press("New agent").await;
        page.find("input", "City").await;
        assert_eq!(page.value("Email").await, EMAIL);
        page.see_none("button", "Retry now").await;
        assert!(server.writes().await.is_empty());
    })
    .await;
}
