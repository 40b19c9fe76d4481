use std::{fs, path::PathBuf};

use serde_json::Value;
use tempfile::TempDir;

use crate::harness::{Page, Server, in_browser, in_browser_that_keeps_pictures, wait_for};

const GIF: &[u8] = b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF\x2C\0\0\0\0\x01\0\x01\0\0\x02\x02\x4C\x01\0\x3B";

/// Pictures are read, or turn out to be none, when the page is told to go on.
const HOLD: &str = "const make = window.createImageBitmap.bind(window); \
    const held = new Promise((go, fail) => { window.go = go; window.fail = fail; }); \
    window.createImageBitmap = (...picture) => held.then(() => make(...picture));";

fn picture() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("zelda.gif");
    fs::write(&path, GIF).unwrap();
    (folder, path)
}

async fn open(page: &Page, server: &Server) {
    page.open(&server.url).await;
    page.see_rows(8).await;
    page.press("New agent").await;
    page.find("input", "First name").await;
}

async fn see_draft_with_photo(page: &Page, name: &str) {
    wait_for("a draft with the photo", async || {
        (page.see_draft(name).await["photo"]["name"] == "zelda.gif").then_some(())
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_while_a_picture_is_read_is_kept_and_the_picture_then() {
    // Nothing was kept until the picture was read.
    let (server, (_folder, path)) = (Server::small().await, picture());
    in_browser_that_keeps_pictures(&server, async |page| {
        open(page, &server).await;
        page.script(HOLD, vec![]).await;
        page.choose_photo(&path).await;
        page.see_status("Reading the picture…").await;
        page.set("First name", "Zelda").await;
        assert_eq!(page.see_draft("Zelda").await["photo"], Value::Null);
        page.script("window.go()", vec![]).await;
        see_draft_with_photo(page, "Zelda").await;
    })
    .await;
}

#[tokio::test]
async fn what_is_typed_while_a_picture_turns_out_to_be_none_is_kept() {
    let (server, (_folder, path)) = (Server::small().await, picture());
    in_browser(async |page| {
        open(page, &server).await;
        page.script(HOLD, vec![]).await;
        page.choose_photo(&path).await;
        page.see_status("Reading the picture…").await;
        page.set("First name", "Zelda").await;
        page.script("window.fail(new Error('no picture'))", vec![]).await;
        page.see_problem("Photo", "").await;
        assert_eq!(page.see_draft("Zelda").await["photo"], Value::Null);
    })
    .await;
}

#[tokio::test]
async fn the_photo_of_a_draft_stays_kept_while_it_is_read_again() {
    let (server, (_folder, path)) = (Server::small().await, picture());
    in_browser_that_keeps_pictures(&server, async |page| {
        open(page, &server).await;
        page.choose_photo(&path).await;
        page.see_status("New photo: zelda.gif.").await;
        page.set("First name", "Zelda").await;
        see_draft_with_photo(page, "Zelda").await;
        page.reload().await;
        page.see_rows(8).await;
        page.script(HOLD, vec![]).await;
        page.press("New agent").await;
        page.see_status("Reading the picture…").await;
        page.set("City", "Quibbleton").await;
        see_draft_with_photo(page, "Quibbleton").await;
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_just_before_the_element_was_removed_is_kept() {
    let server = Server::small().await;
    in_browser(async |page| {
        open(page, &server).await;
        // In one go: a moment later it would have been kept anyway.
        let remove = "const field = root.querySelector('#form-first_name'); field.value = 'Zelda'; \
            field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true })); \
            return new Promise(requestAnimationFrame).then(() => document.querySelector('agent-directory').remove())";
        page.in_root(remove).await;
        page.see_draft("Zelda").await;
    })
    .await;
}
