//! Saves of which something was not kept: everybody hears of the rest.

use image::ImageFormat;
use serde_json::{Value, json};

use super::fields::{choose, edit, only_with_email, open_agent, open_new, save, whole_agent};
use super::pictures::{Folder, quarters};
use crate::harness::{Page, Server, in_browser, wait_for};

const LISTEN: &str = "window.heard = []; addEventListener('agent-directory-saved', ({ detail }) => heard.push(detail))";

async fn see_heard(page: &Page, expected: &Value) {
    wait_for(&format!("the events {expected}"), async || {
        (page.script("return heard", vec![]).await == *expected).then_some(())
    })
    .await;
}

/// Waits until the notice above the fields has the focus.
async fn see_focus_on_the_notice(page: &Page) {
    let focused = "return root.activeElement?.classList.contains('form-obstacle') ?? false";
    wait_for("the focus on the notice", async || (page.in_root(focused).await == true).then_some(())).await;
}

/// Waits until the list has been read after the newest write. Who looks for duplicates asks for larger pages.
async fn see_list_read_anew(server: &Server) {
    wait_for("a newer list", async || {
        let requests = server.requests().await;
        let write = requests.iter().rposition(|request| request["method"] != "GET")?;
        let is_list = |request: &Value| {
            request["path"] == "/v2/connections" && request["query"].to_string().contains(r#"["page[size]","50"]"#)
        };
        requests[write..].iter().any(is_list).then_some(())
    })
    .await;
}

#[tokio::test]
async fn a_new_agent_is_told_of_though_the_photo_has_failed() {
    // The form that began with the photo forgot that the agent was saved: no event, no newer list, no panel to go back to.
    let (server, folder) = (Server::start().await, Folder::new());
    in_browser(async |page| {
        open_new(page, &server).await;
        page.script(LISTEN, vec![]).await;
        page.fill("Email", "zelda@quibble.example").await;
        page.set("Notes", "one\ntwo").await;
        choose(page, &folder.put("zelda.png", &quarters(40, 30, ImageFormat::Png))).await;
        let fault = json!({"kind": "status", "status": 500});
        server.order_fault(json!({"method": "PATCH", "times": 1, "fault": fault})).await;
        page.press("Save").await;
        page.see_alert("Everything but the photo was saved").await;
        // It began with the first field.
        see_focus_on_the_notice(page).await;
        let created = only_with_email(&server, "zelda@quibble.example").await;
        see_heard(page, &json!([{"id": created["id"], "created": true}])).await;
        see_list_read_anew(&server).await;
        page.press("Cancel").await;
        page.press("Discard changes").await;
        page.see_focus("Edit").await;
        page.see_text_in(".detail h2", "zelda@quibble.example").await;
    })
    .await;
}

#[tokio::test]
async fn an_agent_of_whom_not_all_was_kept_is_told_of() {
    let server = Server::start().await;
    let id = server.create(whole_agent()).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        page.script(LISTEN, vec![]).await;
        edit(page).await;
        page.fill("City", "Salem").await;
        let idle = json!({"kind": "status", "status": 204, "body": ""});
        server.order_fault(json!({"method": "PATCH", "times": 1, "fault": idle})).await;
        page.press("Save").await;
        page.see_alert("the server did not keep: City").await;
        see_focus_on_the_notice(page).await;
        see_heard(page, &json!([{"id": id, "created": false}])).await;
        see_list_read_anew(&server).await;
        save(page).await;
        see_heard(page, &json!([{"id": id, "created": false}, {"id": id, "created": false}])).await;
        assert_eq!(server.record(&id).await["city"], "Salem");
    })
    .await;
}
