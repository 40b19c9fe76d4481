//! What a save asks before and after it writes is asked again by itself; what it writes is not.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::fields::{edit, only_with_email, open_agent, open_new, save, whole_agent};
use crate::harness::{Page, Server, in_browser, wait_for};

const EMAIL: &str = "zelda@quibble.example";

/// Begins a create that has to wait so many seconds before it can be sent.
async fn begin_to_wait(page: &Page, server: &Server, seconds: u32) {
    open_new(page, server).await;
    page.fill("Email", EMAIL).await;
    refuse_look(server, seconds).await;
    page.press("Save").await;
    see_wait(page).await;
}

/// Makes the next look for duplicates fail; the server asks for a pause of so many seconds.
async fn refuse_look(server: &Server, seconds: u32) {
    refuse_read(server, "/v2/connections", "filter[email]", seconds).await;
}

/// What passes by itself.
fn passing() -> [Value; 4] {
    let status = |status| json!({"kind": "status", "status": status});
    [status(503), status(504), json!({"kind": "bad_gateway_html"}), json!({"kind": "closed_connection"})]
}

/// Makes the next question with this path and query fail; the server asks for a pause of so many seconds.
async fn refuse_read(server: &Server, path: &str, query: &str, seconds: u32) {
    let fault = json!({"kind": "status", "status": 429, "headers": {"Retry-After": seconds.to_string()}});
    server.order_fault(json!({"method": "GET", "path": path, "query": query, "times": 1, "fault": fault})).await;
}

/// How often a record has been asked for.
async fn reads(server: &Server, path: &str) -> usize {
    let requests = server.requests().await;
    requests.iter().filter(|request| request["method"] == "GET" && request["path"] == path).count()
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
            // The page is left only then.
            page.see_no_draft().await;
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
            let reads_before = reads(&server, &path).await;
            let slow = json!({"kind": "latency", "milliseconds": 4000});
            server.order_fault(json!({"method": "PATCH", "times": 1, "fault": slow})).await;
            page.press("Save").await;
            wait_for("the change", async || (server.writes().await.len() > before).then_some(())).await;
            server.order_fault(json!({"method": "GET", "path": path, "times": 1, "fault": fault})).await;
            page.see_status("Saved.").await;
            page.see_text_in(".detail", &city).await;
            assert_eq!(server.writes().await.len(), before + 1);
            assert_eq!(reads(&server, &path).await - reads_before, 4, "each look and its repetition, for {fault}");
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
        refuse_read(&server, &format!("/v2/connections/{id}"), "", 100).await;
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

/// The next save waits longer, so that the wait before it would have ended in its time.
#[tokio::test]
async fn a_save_that_waits_can_be_stopped_and_sends_nothing_then() {
    let server = Server::start().await;
    in_browser(async |page| {
        begin_to_wait(page, &server, 4).await;
        page.press("Stop").await;
        page.see_alert("The save was stopped. Nothing was sent. What you typed is still here").await;
        page.see_none("button", "Retry now").await;
        refuse_look(&server, 7).await;
        page.press("Save").await;
        see_wait(page).await;
        page.see_status("Saved.").await;
        only_with_email(&server, EMAIL).await;
        assert_eq!(server.writes().await.len(), 1);
    })
    .await;
}

/// As above, but the form is left by the first save and opened anew.
#[tokio::test]
async fn whoever_leaves_a_save_that_waits_sends_nothing() {
    let server = Server::start().await;
    in_browser(async |page| {
        begin_to_wait(page, &server, 5).await;
        page.press("Close").await;
        page.press("Stop saving").await;
        page.see_alert("The save was stopped. Nothing was sent.").await;
        page.press("Cancel").await;
        page.press("Keep as draft").await;
        page.see_none("button", "Save").await;
        page.press("New agent").await;
        wait_for("the draft", async || (page.value("Email").await == EMAIL).then_some(())).await;
        page.see_none("button", "Retry now").await;
        refuse_look(&server, 8).await;
        save(page).await;
        assert_eq!(server.writes().await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn an_element_that_is_removed_while_a_save_waits_sends_nothing_and_keeps_what_was_typed() {
    let server = Server::start().await;
    in_browser(async |page| {
        begin_to_wait(page, &server, 4).await;
        page.script("window.element = document.querySelector('agent-directory'); element.remove()", vec![]).await;
        page.see_draft(EMAIL).await;
        page.script("document.body.append(element)", vec![]).await;
        page.see_rows(50).await;
        page.press("New agent").await;
        page.see_text_in(".agent-form [role=status]", "is back").await;
        refuse_look(&server, 7).await;
        save(page).await;
        assert_eq!(server.writes().await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_pause_of_minutes_is_told_and_not_waited_for() {
    let server = Server::start().await;
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Email", EMAIL).await;
        refuse_look(&server, 121).await;
        page.press("Save").await;
        page.see_alert("Try again in 3 minutes. Nothing was sent. What you typed is still here").await;
        page.see_none("button", "Retry now").await;
    })
    .await;
}

/// Stop was answered by a wait of minutes for the look that follows it.
#[tokio::test]
async fn after_a_stop_nothing_is_waited_for() {
    let server = Server::start().await;
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Email", EMAIL).await;
        let slow = json!({"kind": "latency", "milliseconds": 60_000});
        server.order_fault(json!({"method": "POST", "times": 1, "fault": slow})).await;
        page.press("Save").await;
        wait_for("the create", async || (!server.writes().await.is_empty()).then_some(())).await;
        refuse_look(&server, 100).await;
        page.press("Stop").await;
        page.see_alert("The save was stopped. Whether it was saved can’t be told right now.").await;
        page.see_none("button", "Retry now").await;
    })
    .await;
}

/// A refusal was held back until the directory had looked for the email, which it was not about.
#[tokio::test]
async fn a_refusal_is_told_without_a_look_that_it_does_not_need() {
    let server = Server::start().await;
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Email", EMAIL).await;
        page.fill("Phone", "(555) 010-0017").await;
        let slow = json!({"kind": "latency", "milliseconds": 4000});
        server.order_fault(json!({"method": "POST", "times": 1, "fault": slow})).await;
        let errors =
            json!({"errors": [{"detail": "No such number.", "source": {"pointer": "/data/attributes/phone"}}]});
        let refused = json!({"kind": "status", "status": 422, "body": errors.to_string()});
        server.order_fault(json!({"method": "POST", "times": 1, "fault": refused})).await;
        page.press("Save").await;
        wait_for("the create", async || (!server.writes().await.is_empty()).then_some(())).await;
        refuse_look(&server, 100).await;
        page.see_problem("Phone", "No such number.").await;
    })
    .await;
}

/// The message was in the region when that came, and was not read out.
#[tokio::test]
async fn a_wait_is_told_in_a_region_that_was_there_before() {
    let server = Server::start().await;
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Email", EMAIL).await;
        let watch = "window.told = []; new MutationObserver(() => {
            const region = root.querySelector('.form-foot .notice [aria-live]');
            if (region) told.push(region.textContent);
        }).observe(root, { subtree: true, childList: true, characterData: true })";
        page.in_root(watch).await;
        refuse_look(&server, 100).await;
        page.press("Save").await;
        see_wait(page).await;
        assert_eq!(page.script("return told[0]", vec![]).await, "");
    })
    .await;
}
