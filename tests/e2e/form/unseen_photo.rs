//! Photos that were stored without anybody having seen it: they are known again.

use std::path::Path;

use image::ImageFormat;
use serde_json::{Value, json};

use super::fields::{choose, edit, only_with_email, open_agent, open_new, save, whole_agent};
use super::pictures::{Folder, quarters};
use crate::harness::{Page, Server, in_browser, wait_for};

/// Saves; the next write of `method` is slow, has `fault`, and no question after it is answered until `told` is said.
async fn save_unseen(page: &Page, server: &Server, method: &str, fault: &Value, told: &str) {
    let before = server.writes().await.len();
    server.order_fault(json!({"method": method, "times": 1, "fault": {"kind": "latency", "milliseconds": 1500}})).await;
    server.order_fault(json!({"method": method, "times": 1, "fault": fault})).await;
    page.press("Save").await;
    wait_for("the write", async || (server.writes().await.len() > before).then_some(())).await;
    server.order_fault(json!({"method": "GET", "fault": {"kind": "status", "status": 500}})).await;
    page.see_alert(told).await;
    server.clear_faults().await;
}

/// An answer without a record, and none at all.
fn unseen() -> [(Value, &'static str); 2] {
    [
        (json!({"kind": "malformed_json"}), "It was saved, but could not be read again."),
        (
            json!({"kind": "closed_connection", "after_processing": true}),
            "Whether it was saved can’t be told right now.",
        ),
    ]
}

async fn choose_unseen(page: &Page, server: &Server, path: &Path, (fault, told): (&Value, &str)) {
    edit(page).await;
    choose(page, path).await;
    save_unseen(page, server, "PATCH", fault, told).await;
}

#[tokio::test]
async fn one_s_own_photo_is_not_taken_for_somebody_else_s() {
    // The next save said that another photo had been saved meanwhile.
    let (server, folder) = (Server::start().await, Folder::new());
    let id = server.create(whole_agent()).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        for (number, (fault, told)) in unseen().into_iter().enumerate() {
            let picture = quarters(40 + u32::try_from(number).unwrap(), 30, ImageFormat::Png);
            let before = server.writes().await.len();
            choose_unseen(page, &server, &folder.put("zelda.png", &picture), (&fault, told)).await;
            save(page).await;
            assert_eq!(server.writes().await.len() - before, 1, "{fault}");
            assert_eq!(server.photo(&id).await, picture, "{fault}");
        }
    })
    .await;
}

#[tokio::test]
async fn another_photo_takes_the_place_of_one_s_own_without_a_question() {
    let (server, folder) = (Server::start().await, Folder::new());
    let id = server.create(whole_agent()).await;
    let other = quarters(50, 30, ImageFormat::Png);
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        let [(fault, told), _] = unseen();
        let path = folder.put("zelda.png", &quarters(40, 30, ImageFormat::Png));
        choose_unseen(page, &server, &path, (&fault, told)).await;
        page.choose_photo(&folder.put("other.png", &other)).await;
        page.see_status("New photo: other.png").await;
        save(page).await;
        assert_eq!(server.photo(&id).await, other);
    })
    .await;
}

#[tokio::test]
async fn a_new_agent_s_own_photo_is_not_taken_for_somebody_else_s() {
    let (server, folder) = (Server::start().await, Folder::new());
    let picture = quarters(40, 30, ImageFormat::Png);
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Email", "zelda@quibble.example").await;
        // The photo follows in a request of its own.
        page.set("Notes", "one\ntwo").await;
        choose(page, &folder.put("zelda.png", &picture)).await;
        let slow = json!({"kind": "latency", "milliseconds": 1500});
        server.order_fault(json!({"method": "PATCH", "times": 1, "fault": slow})).await;
        server.order_fault(json!({"method": "PATCH", "times": 1, "fault": {"kind": "malformed_json"}})).await;
        page.press("Save").await;
        wait_for("the photo", async || (server.writes().await.len() == 2).then_some(())).await;
        server.order_fault(json!({"method": "GET", "fault": {"kind": "status", "status": 500}})).await;
        page.see_alert("It was saved, but could not be read again.").await;
        server.clear_faults().await;
        save(page).await;
        assert_eq!(server.writes().await.len(), 2);
        let created = only_with_email(&server, "zelda@quibble.example").await;
        assert_eq!(server.photo(created["id"].as_str().unwrap()).await, picture);
    })
    .await;
}

#[tokio::test]
async fn a_photo_that_was_chosen_after_a_create_without_an_answer_is_not_lost() {
    // Only the texts were compared with what had been sent: the other photo was dropped as saved.
    let (server, folder) = (Server::start().await, Folder::new());
    let other = quarters(50, 30, ImageFormat::Png);
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("First name", "Zelda").await;
        page.fill("Email", "zelda@quibble.example").await;
        choose(page, &folder.put("zelda.png", &quarters(40, 30, ImageFormat::Png))).await;
        let [_, (fault, told)] = unseen();
        save_unseen(page, &server, "POST", &fault, told).await;
        page.choose_photo(&folder.put("other.png", &other)).await;
        page.see_status("New photo: other.png").await;
        page.press("Save").await;
        page.see_alert("The earlier save has worked, although its answer was lost").await;
        page.press("Edit with what you typed: Zelda").await;
        save(page).await;
        let created = only_with_email(&server, "zelda@quibble.example").await;
        assert_eq!(server.photo(created["id"].as_str().unwrap()).await, other);
    })
    .await;
}
