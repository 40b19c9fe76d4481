//! What axe-core says of the form, in each of its states.

mod obstacles;
mod saving;

use std::{fs, io::Cursor};

use image::{DynamicImage, ImageFormat, RgbImage};
use serde_json::json;

use crate::harness::{NARROW, Page, Server, WIDE, in_browser};

/// In both themes, beside the list and in its place.
async fn see_accessible(page: &Page, state: &str) {
    for theme in ["light", "dark"] {
        page.set_theme(theme).await;
        for (width, size) in [("wide", WIDE), ("narrow", NARROW)] {
            page.resize(size).await;
            page.see_accessible(&format!("{state}, {theme}, {width}")).await;
        }
    }
    page.resize(WIDE).await;
}

async fn open(page: &Page, server: &Server) {
    page.open(&server.url).await;
    page.see_rows(8).await;
    page.press("New agent").await;
    page.find("input", "First name").await;
}

#[tokio::test]
async fn axe_finds_nothing_on_the_empty_form_and_on_its_errors() {
    let server = Server::small().await;
    in_browser(async |page| {
        open(page, &server).await;
        see_accessible(page, "an empty form").await;
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("page.jpg");
        fs::write(&file, "<!doctype html>").unwrap();
        page.press("Save").await;
        page.see_problem("First name", "Give at least").await;
        for (field, text) in
            [("Last name", "—"), ("Email", "ana"), ("Website", "javascript:alert(1)"), ("Notes", "\u{1}")]
        {
            page.set(field, text).await;
        }
        page.choose_photo(&file).await;
        page.see_problem("Photo", "a web page").await;
        page.see_problem("Notes", "can’t be seen").await;
        see_accessible(page, "a form with errors").await;
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_on_the_question_before_the_form_is_left() {
    let server = Server::small().await;
    in_browser(async |page| {
        open(page, &server).await;
        page.set("First name", "Zelda").await;
        page.press("Cancel").await;
        page.find("button", "Keep editing").await;
        see_accessible(page, "the question before a form is left").await;
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_conflict_and_a_locked_field() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&format!("{}/?ad.open=3", server.url)).await;
        page.press("Edit").await;
        page.set("City", "Salem by the Sea").await;
        page.set("Notes", "Prefers mornings").await;
        server.change("3", json!({"city": "Eugene", "notes": null})).await;
        page.press("Save").await;
        page.see_text_in("h3", "Somebody else has changed this agent").await;
        see_accessible(page, "a form with conflicts").await;
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_failure_and_on_a_draft_that_is_back() {
    let server = Server::small().await;
    let refused = json!({"kind": "status", "status": 403});
    server.order_fault(json!({"method": "POST", "times": 1, "fault": refused})).await;
    in_browser(async |page| {
        open(page, &server).await;
        page.set("First name", "Zelda").await;
        page.press("Save").await;
        page.see_alert("What you typed is still here").await;
        see_accessible(page, "a form whose save has failed").await;
        page.see_draft("Zelda").await;
        page.reload().await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.find("button", "Start afresh").await;
        see_accessible(page, "a form with a draft that is back").await;
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_on_a_chosen_photo_and_its_crop() {
    let server = Server::small().await;
    let folder = tempfile::tempdir().unwrap();
    let photo = folder.path().join("photo.jpg");
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(RgbImage::from_pixel(90, 60, image::Rgb([90, 120, 160])))
        .write_to(&mut bytes, ImageFormat::Jpeg)
        .unwrap();
    fs::write(&photo, bytes.into_inner()).unwrap();
    in_browser(async |page| {
        open(page, &server).await;
        page.choose_photo(&photo).await;
        page.find("button", "Crop and rotate").await;
        see_accessible(page, "a form with a photo").await;
        page.press("Crop and rotate").await;
        page.find("button", "Use this part").await;
        see_accessible(page, "the crop of a photo").await;
    })
    .await;
}
