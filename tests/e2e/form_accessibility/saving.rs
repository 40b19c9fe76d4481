//! The states around a save, and a text to fill in from.

use image::{DynamicImage, ImageFormat, RgbImage};
use serde_json::json;

use super::{open, see_accessible};
use crate::harness::{Server, in_browser};

#[tokio::test]
async fn axe_finds_nothing_on_a_text_to_fill_in_from() {
    let server = Server::small().await;
    in_browser(async |page| {
        open(page, &server).await;
        page.set("First name", "Ana").await;
        page.press("Fill from text").await;
        page.set("E-mail signature or vCard", "BEGIN:VCARD\nVERSION:3.0\nN:Quibble;Zelda;;;\nEND:VCARD").await;
        page.find("input", "First name: Zelda (instead of Ana)").await;
        see_accessible(page, "a form with what was found in a text").await;
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_text_that_a_save_has_left() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&format!("{}/?ad.open=3", server.url)).await;
        page.press("Edit").await;
        page.press("Fill from text").await;
        page.set("E-mail signature or vCard", "BEGIN:VCARD\nVERSION:3.0\nN:Quibble;Zelda;;;\nEND:VCARD").await;
        page.press("Save").await;
        page.see_alert("Nothing was sent. Fill in what was found").await;
        see_accessible(page, "a form with a text that was not used").await;
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_form_that_is_busy_and_on_the_question_then() {
    let server = Server::small().await;
    let folder = tempfile::tempdir().unwrap();
    let photo = folder.path().join("photo.png");
    DynamicImage::from(RgbImage::from_pixel(90, 60, image::Rgb([90, 120, 160])))
        .save_with_format(&photo, ImageFormat::Png)
        .unwrap();
    in_browser(async |page| {
        open(page, &server).await;
        page.set("First name", "Zelda").await;
        page.choose_photo(&photo).await;
        page.see_status("New photo: photo.png.").await;
        let slow = json!({"kind": "latency", "milliseconds": 60_000});
        server.order_fault(json!({"method": "POST", "times": 1, "fault": slow})).await;
        page.press("Save").await;
        page.find(".form-foot [role=progressbar]", "Uploading photo").await;
        see_accessible(page, "a form that is busy").await;
        page.press("Close").await;
        page.see_text_in("dialog.question[open]", "Still saving").await;
        see_accessible(page, "the question while a save is under way").await;
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_on_what_was_not_kept() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&format!("{}/?ad.open=3", server.url)).await;
        page.press("Edit").await;
        page.set("City", "Salem by the Sea").await;
        let idle = json!({"kind": "status", "status": 204, "body": ""});
        server.order_fault(json!({"method": "PATCH", "times": 1, "fault": idle})).await;
        page.press("Save").await;
        page.see_alert("Saved, but the server did not keep: City.").await;
        see_accessible(page, "a form with what was not kept").await;
    })
    .await;
}
