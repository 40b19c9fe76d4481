use std::{fs, io::Cursor};

use image::{DynamicImage, ImageFormat, RgbImage};
use serde_json::json;
use thirtyfour::Key;

use crate::harness::{Page, Server, in_browser, in_browser_that_keeps_pictures, wait_for};

const BACK: &str = "and did not save is back";

pub fn png() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    let picture = RgbImage::from_fn(20, 10, |x, y| image::Rgb([x as u8, y as u8, 200]));
    DynamicImage::from(picture).write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

/// Opens the form for a new agent, types texts and tags, chooses a photo, and waits until all of it is kept.
async fn type_all(page: &Page, server: &Server) {
    let folder = tempfile::tempdir().unwrap();
    let photo = folder.path().join("zelda.png");
    fs::write(&photo, png()).unwrap();
    page.open(&server.url).await;
    page.see_rows(8).await;
    page.press("New agent").await;
    page.choose_photo(&photo).await;
    page.see_text_in(".photo-field [role=status]", "New photo: zelda.png.").await;
    for tag in ["VIP", "Zebra"] {
        page.fill("Tags", tag).await;
        page.press_key(Key::Enter).await;
    }
    page.fill("Email", "zelda@quibble.example").await;
    page.fill("Notes", "Prefers mornings,\nnever Fridays").await;
    page.fill("First name", "Zelda").await;
    let draft = page.see_draft("Zelda").await;
    assert_eq!(draft["photo"]["name"], "zelda.png");
}

/// Opens the form for a new agent and finds all of it, then saves it.
async fn see_all(page: &Page, server: &Server) {
    page.press("New agent").await;
    page.see_text_in(".agent-form [role=status]", BACK).await;
    see_all_in_place(page).await;
    page.press("Save").await;
    page.see_status("Saved.").await;
    let created = server.list("filter[email]=zelda@quibble.example").await;
    assert_eq!(created.len(), 1);
    assert_eq!(created[0]["attributes"]["tags"], json!(["VIP", "Zebra"]));
    assert_eq!(server.photo(created[0]["id"].as_str().unwrap()).await, png());
}

async fn see_all_in_place(page: &Page) {
    for (field, text) in [
        ("First name", "Zelda"),
        ("Email", "zelda@quibble.example"),
        ("Notes", "Prefers mornings,\nnever Fridays"),
        ("Last name", ""),
    ] {
        assert_eq!(page.value(field).await, text, "{field}");
    }
    assert_eq!(page.tags().await, ["VIP", "Zebra"]);
    page.see_text_in(".photo-field [role=status]", "New photo: zelda.png.").await;
}

#[tokio::test]
async fn a_draft_survives_a_reload() {
    let server = Server::small().await;
    in_browser_that_keeps_pictures(&server, async |page| {
        type_all(page, &server).await;
        page.reload().await;
        page.see_rows(8).await;
        see_all(page, &server).await;
    })
    .await;
}

#[tokio::test]
async fn a_draft_survives_the_closing_of_the_form() {
    let server = Server::small().await;
    in_browser_that_keeps_pictures(&server, async |page| {
        type_all(page, &server).await;
        page.press("Cancel").await;
        page.press("Keep as draft").await;
        page.see_none("button", "Save").await;
        page.see_focus("New agent").await;
        see_all(page, &server).await;
    })
    .await;
}

#[tokio::test]
async fn a_draft_survives_a_failed_save() {
    let server = Server::small().await;
    in_browser_that_keeps_pictures(&server, async |page| {
        type_all(page, &server).await;
        let refused = json!({"kind": "status", "status": 500});
        server.order_fault(json!({"method": "POST", "times": 1, "fault": refused})).await;
        page.press("Save").await;
        page.see_alert("What you typed is still here").await;
        see_all_in_place(page).await;
        page.reload().await;
        page.see_rows(8).await;
        see_all(page, &server).await;
    })
    .await;
}

#[tokio::test]
async fn a_draft_of_a_change_comes_back_to_its_own_agent_and_to_no_other() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&format!("{}/?ad.open=3", server.url)).await;
        page.press("Edit").await;
        page.set("City", "Salem by the Sea").await;
        page.see_draft("Salem by the Sea").await;
        page.open(&format!("{}/?ad.open=4", server.url)).await;
        page.press("Edit").await;
        let others = server.record("4").await;
        assert_eq!(page.value("City").await, others["city"].as_str().unwrap_or_default());
        page.press("Cancel").await;
        page.press("New agent").await;
        assert_eq!(page.value("City").await, "");
        page.open(&format!("{}/?ad.open=3", server.url)).await;
        page.press("Edit").await;
        page.see_text_in(".agent-form [role=status]", BACK).await;
        assert_eq!(page.value("City").await, "Salem by the Sea");
        page.press("Save").await;
        page.see_status("Saved.").await;
        wait_for("the change", async || (server.record("3").await["city"] == "Salem by the Sea").then_some(())).await;
    })
    .await;
}
