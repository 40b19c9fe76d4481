use serde_json::json;
use thirtyfour::Key;

use crate::harness::{Server, in_browser, wait_for};

#[tokio::test]
async fn likely_duplicates_get_the_focus_and_are_gone_on_from_by_keyboard() {
    let server = Server::small().await;
    let email = server.record("7").await["email"].as_str().unwrap().to_owned();
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.set("First name", "Zelda").await;
        page.set("Email", &email).await;
        page.press("Save").await;
        page.see_focus("Is it this agent?").await;
        let mut stops = Vec::new();
        for _ in 0..4 {
            page.press_key(Key::Tab).await;
            stops.push(page.focused().await.unwrap_or_default());
        }
        assert!(stops[0].starts_with("Open "), "{stops:?}");
        assert!(stops[1].starts_with("Edit with what you typed: "), "{stops:?}");
        assert_eq!(stops[2..], ["Create anyway", "Back to the form"]);
        assert!(server.writes().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_conflict_gets_the_focus() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&format!("{}/?ad.open=3", server.url)).await;
        page.press("Edit").await;
        page.set("City", "Salem by the Sea").await;
        server.change("3", json!({"city": "Eugene"})).await;
        page.press("Save").await;
        page.see_focus("Somebody else has changed this agent").await;
        page.press_key(Key::Tab).await;
        page.see_focus("Keep theirs: City").await;
        page.press_key(Key::Tab).await;
        page.see_focus("Keep yours: City").await;
        assert_eq!(server.record("3").await["city"], "Eugene");
    })
    .await;
}

/// Where frames are slow, the focus was taken from whoever had gone on typing, and what was typed then with it.
#[tokio::test]
async fn whoever_types_on_before_the_failure_has_got_the_focus_keeps_it() {
    let server = Server::small().await;
    let fault = json!({"kind": "status", "status": 403});
    server.order_fault(json!({"method": "POST", "times": 1, "fault": fault})).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.set("First name", "Zelda").await;
        let hold = "window.held = []; const frame = window.requestAnimationFrame; \
            window.release = () => { window.requestAnimationFrame = frame; held.forEach((work) => frame(work)); }; \
            window.requestAnimationFrame = (work) => held.push(work)";
        page.script(hold, vec![]).await;
        page.in_root("root.querySelector('.form-foot [type=submit]').click()").await;
        page.find(".form-obstacle button", "Save again").await;
        page.type_into("Email", "zelda@").await;
        let release =
            "release(); return new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))";
        page.script(release, vec![]).await;
        page.press_key("quibble.example").await;
        assert_eq!(page.value("Email").await, "zelda@quibble.example");
    })
    .await;
}

/// The failure of a save that took long called back whoever had gone elsewhere.
#[tokio::test]
async fn whoever_has_gone_elsewhere_during_a_save_stays_there() {
    let server = Server::small().await;
    let on_the_page = "window.field = document.createElement('button'); document.body.append(field); field.focus()";
    let in_the_list = "window.field = root.querySelector('input[type=search]'); field.focus()";
    in_browser(async |page| {
        for leave in [on_the_page, in_the_list] {
            for fault in [json!({"kind": "latency", "milliseconds": 2000}), json!({"kind": "status", "status": 403})] {
                server.order_fault(json!({"method": "POST", "times": 1, "fault": fault})).await;
            }
            page.open(&server.url).await;
            page.see_rows(8).await;
            page.press("New agent").await;
            page.set("First name", "Zelda").await;
            page.press("Save").await;
            let is_saving = "return !!root.querySelector('.form-fields[aria-busy=true]')";
            wait_for("the save", async || (page.in_root(is_saving).await == true).then_some(())).await;
            page.in_root(leave).await;
            page.see_alert("What you typed is still here").await;
            let stays = "return (root.activeElement ?? document.activeElement) === field";
            assert_eq!(page.in_root(stays).await, true, "{leave}");
            page.press("Cancel").await;
            page.press("Discard changes").await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_failure_gets_the_focus_each_time() {
    let server = Server::small().await;
    let fault = json!({"kind": "status", "status": 403});
    server.order_fault(json!({"method": "POST", "times": 2, "fault": fault})).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.set("First name", "Zelda").await;
        page.press("Save").await;
        for writes in [1, 2] {
            page.see_alert("What you typed is still here").await;
            page.see_focus("This is not allowed").await;
            assert_eq!(server.writes().await.len(), writes);
            page.press_key(Key::Tab).await;
            page.see_focus("Save again").await;
            page.press_key(Key::Enter).await;
        }
        page.see_status("Saved.").await;
        page.see_focus("Zelda").await;
    })
    .await;
}

#[tokio::test]
async fn a_field_that_the_server_refuses_gets_the_focus() {
    let server = Server::small().await;
    server.refuse_next_create(&[("city", "No such place"), ("phone", "No such number")]).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.set("First name", "Zelda").await;
        page.press("Save").await;
        page.see_focus("Phone").await;
    })
    .await;
}
