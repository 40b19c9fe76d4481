use std::{fs, io::Cursor};

use image::{DynamicImage, ImageFormat, RgbImage};
use thirtyfour::Key;

use crate::harness::{Page, Server, in_browser};

/// Whether a save is under way, which begins at once.
const IS_BUSY: &str = "return root.querySelector('.agent-form .form-fields').ariaBusy";

/// Red on the left, blue on the right, twice as wide as high.
fn wide_picture() -> Vec<u8> {
    let picture = RgbImage::from_fn(80, 40, |x, _| image::Rgb(if x < 40 { [250, 0, 0] } else { [0, 0, 250] }));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(picture).write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

async fn open_with_photo(page: &Page, server: &Server) {
    let folder = tempfile::tempdir().unwrap();
    let photo = folder.path().join("wide.png");
    fs::write(&photo, wide_picture()).unwrap();
    page.open(&server.url).await;
    page.see_rows(8).await;
    page.press("New agent").await;
    page.choose_photo(&photo).await;
    page.find("button", "Crop and rotate").await;
    page.in_root("root.querySelector('#form-image').focus()").await;
    page.press_key(Key::Tab).await;
    page.see_focus("Crop and rotate").await;
}

#[tokio::test]
async fn a_photo_is_cropped_by_keyboard_alone() {
    let server = Server::small().await;
    in_browser(async |page| {
        open_with_photo(page, &server).await;
        page.press_key(Key::Enter).await;
        page.see_focus("Zoom").await;
        page.press_key(Key::Right).await;
        assert_eq!(page.value("Zoom").await, "1.01");
        page.press_key(Key::Home).await;
        assert_eq!(page.value("Zoom").await, "1");
        page.press_key(Key::Tab).await;
        page.see_focus("Left to right").await;
        page.press_key(Key::Left).await;
        assert_eq!(page.value("Left to right").await, "0.49");
        page.press_key(Key::End).await;
        assert_eq!(page.value("Left to right").await, "1");
        page.press_key(Key::Tab).await;
        page.see_focus("Top to bottom").await;
        page.press_key(Key::Tab).await;
        page.see_focus("Rotate right").await;
        page.press_key(Key::Tab).await;
        page.see_focus("Cancel").await;
        page.press_key(Key::Tab).await;
        page.see_focus("Use this part").await;
        page.press_key(Key::Enter).await;
        page.see_no("the dialog", "dialog.crop").await;
        page.see_focus("Crop and rotate").await;
        page.set("First name", "Zelda").await;
        page.press("Save").await;
        page.see_status("Saved.").await;
        let created = &server.list("filter[fulltext]=Zelda").await[0];
        let photo = image::load_from_memory(&server.photo(created["id"].as_str().unwrap()).await).unwrap().into_rgb8();
        assert_eq!(photo.dimensions(), (40, 40));
        assert!(photo.pixels().all(|pixel| pixel.0[2] > 200 && pixel.0[0] < 50), "it is the right, blue part");
    })
    .await;
}

#[tokio::test]
async fn escape_closes_the_crop_and_leaves_photo_and_form_as_they_are() {
    let server = Server::small().await;
    in_browser(async |page| {
        open_with_photo(page, &server).await;
        page.press_key(Key::Enter).await;
        page.see_focus("Zoom").await;
        page.press_key(Key::Right).await;
        page.press_key(Key::Escape).await;
        page.see_no("the dialog", "dialog[open]").await;
        page.see_focus("Crop and rotate").await;
        page.see_text_in(".photo-field [role=status]", "New photo: wide.png.").await;
        page.find("button", "Save").await;
        page.press_key(Key::Enter).await;
        page.see_focus("Zoom").await;
        assert_eq!(page.value("Zoom").await, "1", "what was cancelled is forgotten");
    })
    .await;
}

#[tokio::test]
async fn enter_in_a_slider_does_not_save_the_form() {
    let server = Server::small().await;
    in_browser(async |page| {
        open_with_photo(page, &server).await;
        page.set("First name", "Zelda").await;
        page.press("Crop and rotate").await;
        for slider in ["Zoom", "Left to right", "Top to bottom"] {
            page.see_focus(slider).await;
            page.press_key(Key::Enter).await;
            assert_eq!(page.in_root(IS_BUSY).await, "false", "{slider}");
            page.press_key(Key::Tab).await;
        }
        page.press("Use this part").await;
        page.see_no("the dialog", "dialog.crop").await;
        page.press("Save").await;
        page.see_status("Saved.").await;
        assert_eq!(server.writes().await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn enter_in_a_box_of_what_was_found_in_a_text_does_not_save_the_form() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.set("First name", "Zelda").await;
        page.press("Fill from text").await;
        page.set("E-mail signature or vCard", "Zelda Quibble\nzelda@quibble.example\n(555) 010-0017").await;
        page.find("button", "Fill in").await;
        page.in_root("root.querySelector('#form-fill-box input').focus()").await;
        page.press_key(Key::Enter).await;
        assert_eq!(page.in_root(IS_BUSY).await, "false");
        page.press("Fill in").await;
        page.press("Save").await;
        page.see_status("Saved.").await;
        assert_eq!(server.writes().await.len(), 1);
    })
    .await;
}
