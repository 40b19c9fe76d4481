use std::path::Path;

use image::ImageFormat;
use serde_json::{Value, json};

use super::fields::{choose, edit, open_agent, save, see_changed, whole_agent};
use super::pictures::{Folder, quarters};
use super::sent::{self, document, form};
use crate::harness::{Page, Server, in_browser, wait_for};

const IMAGE: &str = "data[attributes][image]";

/// Waits until the panel shows the picture at `url`.
async fn see_photo(page: &Page, url: &Value) {
    let is_shown = format!(
        "return [...root.querySelectorAll('.detail-header img')].some((image) => image.src === {url} && image.naturalWidth > 0)"
    );
    wait_for("the photo in the panel", async || (page.in_root(&is_shown).await == true).then_some(())).await;
}

#[tokio::test]
async fn a_new_photo_takes_the_place_of_the_old_and_changes_nothing_else() {
    let (server, folder) = (Server::start().await, Folder::new());
    let id = server.create(whole_agent()).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        sent::listen(page).await;
        for (name, format) in [("first.png", ImageFormat::Png), ("second.jpg", ImageFormat::Jpeg)] {
            let (before, picture) = (server.record(&id).await, quarters(120, 90, format));
            edit(page).await;
            choose(page, &folder.put(name, &picture)).await;
            save(page).await;
            assert_eq!(sent::take(page).await, [form(&id, &[(IMAGE, name)])]);
            assert_eq!(server.photo(&id).await, picture);
            let now = server.record(&id).await;
            assert_ne!(now["image_url"], before["image_url"]);
            see_changed(&server, &id, &before, &json!({"image_url": now["image_url"]})).await;
            see_photo(page, &now["image_url"]).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_photo_goes_with_what_is_typed_and_after_what_is_cleared() {
    let (server, folder) = (Server::start().await, Folder::new());
    let id = server.create(whole_agent()).await;
    let picture = quarters(120, 90, ImageFormat::Png);
    let path = folder.put("zelda.png", &picture);
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        sent::listen(page).await;
        edit(page).await;
        page.fill("City", "Salem").await;
        page.type_into("Tags", "Boats,").await;
        choose(page, &path).await;
        save(page).await;
        let tags = ["Waterfront", "Repeat client", "Boats"].map(|tag| ("data[attributes][tags][]", tag));
        let parts = [&[("data[attributes][city]", "Salem")][..], &tags, &[(IMAGE, "zelda.png")]].concat();
        assert_eq!(sent::take(page).await, [form(&id, &parts)]);
        let before = server.record(&id).await;
        edit(page).await;
        page.fill("City", "Eugene").await;
        page.fill("Phone", "").await;
        choose(page, &path).await;
        save(page).await;
        let changes = json!({"city": "Eugene", "phone": null});
        assert_eq!(sent::take(page).await, [document(&id, &changes), form(&id, &[(IMAGE, "zelda.png")])]);
        let image = &server.record(&id).await["image_url"];
        see_changed(&server, &id, &before, &json!({"city": "Eugene", "phone": null, "image_url": image})).await;
        assert_eq!(server.photo(&id).await, picture);
    })
    .await;
}

/// Opens the form, clears the phone number and chooses a photo, and saves: when the first request is on its way, `fault` is
/// laid in wait for the second.
async fn save_with_second_fault(page: &Page, server: &Server, path: &Path, fault: Value) {
    edit(page).await;
    page.fill("Phone", "").await;
    choose(page, path).await;
    let before = server.writes().await.len();
    let slow = json!({"kind": "latency", "milliseconds": 1500});
    server.order_fault(json!({"method": "PATCH", "times": 1, "fault": slow})).await;
    page.press("Save").await;
    wait_for("the first request", async || (server.writes().await.len() > before).then_some(())).await;
    server.order_fault(json!({"method": "PATCH", "times": 1, "fault": fault})).await;
}

#[tokio::test]
async fn where_only_the_photo_fails_the_rest_is_told_to_be_saved_and_the_photo_goes_alone() {
    let (server, folder) = (Server::start().await, Folder::new());
    let id = server.create(whole_agent()).await;
    let faults = [
        (json!({"kind": "status", "status": 413}), false),
        (json!({"kind": "status", "status": 415}), false),
        (json!({"kind": "status", "status": 503}), false),
        (json!({"kind": "closed_connection"}), false),
        (json!({"kind": "closed_connection", "after_processing": true}), true),
        (json!({"kind": "cut_off_body"}), true),
    ];
    in_browser(async |page| {
        for (number, (fault, is_done)) in faults.into_iter().enumerate() {
            server.change(&id, json!({"phone": "(555) 010-0017"})).await;
            open_agent(page, &server, &id).await;
            sent::listen(page).await;
            let before = server.record(&id).await;
            let picture = quarters(40 + u32::try_from(number).unwrap(), 30, ImageFormat::Png);
            let path = folder.put("zelda.png", &picture);
            save_with_second_fault(page, &server, &path, fault.clone()).await;
            let first = [document(&id, &json!({"phone": null})), form(&id, &[(IMAGE, "zelda.png")])];
            if is_done {
                page.see_status("Saved.").await;
                assert_eq!(sent::take(page).await, first, "{fault}");
            } else {
                page.see_alert("Everything but the photo was saved. The photo is still here").await;
                page.see_status("New photo: zelda.png").await;
                see_changed(&server, &id, &before, &json!({"phone": null})).await;
                assert_eq!(sent::take(page).await, first, "{fault}");
                save(page).await;
                assert_eq!(sent::take(page).await, [form(&id, &[(IMAGE, "zelda.png")])], "{fault}");
            }
            assert_eq!(server.record(&id).await["phone"], Value::Null);
            assert_eq!(server.photo(&id).await, picture, "{fault}");
        }
    })
    .await;
}

#[tokio::test]
async fn texts_that_were_saved_without_the_photo_are_no_change_any_more() {
    // Cancel asked about them once the photo was given up.
    let (server, folder) = (Server::start().await, Folder::new());
    let id = server.create(whole_agent()).await;
    let path = folder.put("zelda.png", &quarters(40, 30, ImageFormat::Png));
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        save_with_second_fault(page, &server, &path, json!({"kind": "status", "status": 413})).await;
        page.see_alert("Everything but the photo was saved").await;
        page.press("Don’t use it").await;
        page.press("Cancel").await;
        page.see_none("button", "Save").await;
        page.see_no_draft().await;
        assert_eq!(server.record(&id).await["phone"], Value::Null);
    })
    .await;
}
