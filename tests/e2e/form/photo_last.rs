//! A photo that follows what is cleared: what comes between the two requests, and what is told then.

use std::path::Path;

use image::ImageFormat;
use serde_json::{Value, json};

use super::fields::{choose, edit, open_agent, save, save_nothing, whole_agent};
use super::pictures::{Folder, quarters};
use crate::harness::{Page, Server, in_browser, wait_for};

/// Opens the form, clears the phone number, chooses a photo and saves.
async fn save_both(page: &Page, path: &Path) {
    edit(page).await;
    page.fill("Phone", "").await;
    choose(page, path).await;
    page.press("Save").await;
}

/// The same, until the texts are on their way, which takes a while.
async fn save_slowly(page: &Page, server: &Server, path: &Path) {
    let before = server.writes().await.len();
    let slow = json!({"kind": "latency", "milliseconds": 1500});
    server.order_fault(json!({"method": "PATCH", "times": 1, "fault": slow})).await;
    save_both(page, path).await;
    wait_for("the texts", async || (server.writes().await.len() > before).then_some(())).await;
}

/// The record that was read between the two showed it, and it was written over all the same.
#[tokio::test]
async fn another_s_photo_that_comes_between_is_asked_about() {
    let folder = Folder::new();
    let [theirs, mine] = [40, 50].map(|width| quarters(width, 30, ImageFormat::Png));
    let path = folder.put("zelda.png", &mine);
    for keeps_theirs in [true, false] {
        let server = Server::start().await;
        let id = server.create(whole_agent()).await;
        in_browser(async |page| {
            open_agent(page, &server, &id).await;
            save_slowly(page, &server, &path).await;
            server.change_photo(&id, &theirs).await;
            page.see_alert("Everything but the photo was saved. Choose which photo to keep, then save again.").await;
            assert_eq!(server.photo(&id).await, theirs, "nothing is written before the choice");
            assert_eq!(server.record(&id).await["phone"], Value::Null);
            let writes = server.writes().await.len();
            page.press(&format!("Keep {}: Photo", if keeps_theirs { "theirs" } else { "yours" })).await;
            if keeps_theirs {
                save_nothing(page).await
            } else {
                save(page).await
            }
            assert_eq!(server.writes().await.len() - writes, usize::from(!keeps_theirs));
            assert_eq!(server.photo(&id).await, if keeps_theirs { &theirs } else { &mine }[..]);
        })
        .await;
    }
}

/// "Everything but the photo was saved" was told, although the number was not cleared.
#[tokio::test]
async fn a_text_that_was_not_kept_is_named_beside_a_photo_that_has_failed() {
    let (server, folder) = (Server::start().await, Folder::new());
    let id = server.create(whole_agent()).await;
    let picture = quarters(40, 30, ImageFormat::Png);
    let path = folder.put("zelda.png", &picture);
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        for fault in [json!({"status": 204, "body": ""}), json!({"status": 413})] {
            let mut fault = fault;
            fault["kind"] = "status".into();
            server.order_fault(json!({"method": "PATCH", "times": 1, "fault": fault})).await;
        }
        save_both(page, &path).await;
        page.see_alert("the server did not keep: Phone, Photo.").await;
        page.see_status("New photo: zelda.png").await;
        assert_eq!(page.value("Phone").await, "");
        save(page).await;
        assert_eq!(server.record(&id).await["phone"], Value::Null);
        assert_eq!(server.photo(&id).await, picture);
    })
    .await;
}

/// The photo was told to be saved before anybody had sent it; and an answer with less than the record in it emptied the form.
#[tokio::test]
async fn texts_that_can_not_be_read_again_are_told_as_saved_without_the_photo() {
    let folder = Folder::new();
    let picture = quarters(40, 30, ImageFormat::Png);
    let path = folder.put("zelda.png", &picture);
    let thin = json!({"data": {"type": "connection", "id": "1", "attributes": {"phone": null}}});
    // The second answers in the server's place, so that the texts are still to be sent.
    for (fault, left) in [
        (json!({"kind": "malformed_json"}), 1),
        (json!({"kind": "status", "status": 200, "body": thin.to_string()}), 2),
    ] {
        let server = Server::start().await;
        let id = server.create(whole_agent()).await;
        in_browser(async |page| {
            open_agent(page, &server, &id).await;
            server.order_fault(json!({"method": "PATCH", "times": 1, "fault": fault})).await;
            save_slowly(page, &server, &path).await;
            server.order_fault(json!({"method": "GET", "fault": {"kind": "status", "status": 500}})).await;
            page.see_alert("Everything but the photo was saved. The photo is still here").await;
            server.clear_faults().await;
            let agent = whole_agent();
            for (field, attribute) in [("First name", "first_name"), ("City", "city"), ("Notes", "notes")] {
                assert_eq!(page.value(field).await, agent[attribute], "{fault}");
            }
            let writes = server.writes().await.len();
            save(page).await;
            assert_eq!(server.writes().await.len() - writes, left, "{fault}");
            assert_eq!(server.record(&id).await["phone"], Value::Null, "{fault}");
            assert_eq!(server.photo(&id).await, picture, "{fault}");
        })
        .await;
    }
}
