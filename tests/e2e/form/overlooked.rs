//! Nothing that was typed is lost, and nothing is stored twice, in the cases that are easily overlooked.

use image::ImageFormat;
use sandbox::Config;
use serde_json::{Value, json};

use super::fields::{choose, edit, open_agent, open_new, save, save_nothing, whole_agent};
use super::pictures::{Folder, HOLD_PICTURES, quarters};
use super::sent;
use crate::harness::{Page, Server, in_browser, wait_for};

const ELEMENT: &str = r#"<agent-directory api="/api" url-state="ad"></agent-directory>"#;

async fn see_idle(page: &Page) {
    page.see_no("the save", ".form-fields[aria-busy=true]").await;
}

#[tokio::test]
async fn saving_without_a_choice_overwrites_nobody() {
    let server = Server::start().await;
    let id = server.create(whole_agent()).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        edit(page).await;
        page.fill("City", "Eugene").await;
        server.change(&id, json!({"city": "Salem"})).await;
        page.press("Save").await;
        page.find("button", "Keep yours: City").await;
        page.press("Save").await;
        see_idle(page).await;
        assert_eq!(server.record(&id).await["city"], "Salem");
        page.find("button", "Keep yours: City").await;
    })
    .await;
}

#[tokio::test]
async fn what_is_cleared_before_a_photo_is_found_to_be_saved_although_its_answer_is_lost() {
    let (server, folder) = (Server::start().await, Folder::new());
    let id = server.create(whole_agent()).await;
    let picture = quarters(40, 30, ImageFormat::Png);
    let path = folder.put("zelda.png", &picture);
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        edit(page).await;
        page.fill("Phone", "").await;
        choose(page, &path).await;
        let lost = json!({"kind": "closed_connection", "after_processing": true});
        server.order_fault(json!({"method": "PATCH", "times": 1, "fault": lost})).await;
        save(page).await;
        assert_eq!(server.record(&id).await["phone"], Value::Null);
        assert_eq!(server.photo(&id).await, picture);
    })
    .await;
}

#[tokio::test]
async fn of_many_agents_with_one_name_the_new_one_is_made_once() {
    let server = Server::with(Config { agents: 0, ..Config::default() }, ELEMENT).await;
    for _ in 0..60 {
        server.create(json!({"first_name": "Zelda"})).await;
    }
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("First name", "Zelda").await;
        page.fill("City", "Quibbleton").await;
        let lost = json!({"kind": "closed_connection", "after_processing": true});
        server.order_fault(json!({"method": "POST", "times": 1, "fault": lost})).await;
        page.press("Save").await;
        wait_for("the create", async || (server.writes().await.len() == 61).then_some(())).await;
        see_idle(page).await;
        page.press_if_there("Save").await;
        page.see_status("Saved.").await;
        assert_eq!(server.list("page[size]=200").await.len(), 61);
    })
    .await;
}

#[tokio::test]
async fn a_create_without_an_answer_is_looked_for_by_what_was_sent() {
    let server = Server::start().await;
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Email", "zelda@quible.example").await;
        let slow = json!({"kind": "latency", "milliseconds": 1500});
        server.order_fault(json!({"method": "POST", "times": 1, "fault": slow})).await;
        let lost = json!({"kind": "closed_connection", "after_processing": true});
        server.order_fault(json!({"method": "POST", "times": 1, "fault": lost})).await;
        page.press("Save").await;
        wait_for("the create", async || (server.writes().await.len() == 1).then_some(())).await;
        server.order_fault(json!({"method": "GET", "fault": {"kind": "status", "status": 500}})).await;
        page.see_alert("Whether it was saved can’t be told right now.").await;
        server.clear_faults().await;
        page.fill("Email", "zelda@quibble.example").await;
        page.press("Save").await;
        see_idle(page).await;
        assert_eq!(server.list("page[size]=1&page[number]=302").await.len(), 0, "two agents are made of one");
    })
    .await;
}

#[tokio::test]
async fn other_line_ends_of_the_server_are_no_change() {
    let server = Server::start().await;
    let id = server.create(json!({"first_name": "Zelda", "notes": "one\r\ntwo"})).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        sent::listen(page).await;
        edit(page).await;
        page.type_into("Notes", "x\u{e003}").await;
        assert_eq!(page.value("Notes").await, "one\ntwo");
        save_nothing(page).await;
        assert_eq!(sent::take(page).await, Vec::<Value>::new());
    })
    .await;
}

/// A success that has changed nothing.
fn idle_success() -> Value {
    json!({"method": "PATCH", "times": 1, "fault": {"kind": "status", "status": 204, "body": ""}})
}

#[tokio::test]
async fn what_was_typed_stays_after_a_success_that_has_kept_nothing_of_it() {
    let server = Server::start().await;
    let id = server.create(whole_agent()).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        edit(page).await;
        page.fill("City", "Salem").await;
        page.fill("Notes", "a long note").await;
        server.order_fault(idle_success()).await;
        page.press("Save").await;
        page.see_alert("City, Notes").await;
        assert_eq!(page.value("Notes").await, "a long note");
        save(page).await;
        assert_eq!(server.record(&id).await["notes"], "a long note");
    })
    .await;
}

#[tokio::test]
async fn a_photo_that_the_server_did_not_take_is_told() {
    let (server, folder) = (Server::start().await, Folder::new());
    let path = folder.put("zelda.png", &quarters(40, 30, ImageFormat::Png));
    let id = server.create(whole_agent()).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        edit(page).await;
        choose(page, &path).await;
        save(page).await;
        edit(page).await;
        choose(page, &folder.put("other.png", &quarters(50, 30, ImageFormat::Png))).await;
        server.order_fault(idle_success()).await;
        page.press("Save").await;
        page.see_alert("Saved, but the server did not keep: Photo.").await;
    })
    .await;
}

#[tokio::test]
async fn save_pressed_while_the_picture_is_read_saves_when_it_is() {
    let (server, folder) = (Server::start().await, Folder::new());
    let path = folder.put("zelda.png", &quarters(40, 30, ImageFormat::Png));
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Email", "zelda@quibble.example").await;
        page.script(HOLD_PICTURES, vec![]).await;
        page.choose_photo(&path).await;
        page.see_status("Reading the picture…").await;
        page.press("Save").await;
        page.script("window.go()", vec![]).await;
        page.see_status("Saved.").await;
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_and_taken_to_another_agent_does_not_come_back_as_a_draft() {
    let server = Server::start().await;
    server.create(whole_agent()).await;
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Email", "zelda+new@quibble.example").await;
        page.fill("City", "Salem").await;
        page.see_draft("Salem").await;
        page.press("Save").await;
        page.press("Edit with what you typed: Zoë “Zelda” O’Quibble-Ñandú").await;
        save(page).await;
        page.see_no_draft().await;
    })
    .await;
}
