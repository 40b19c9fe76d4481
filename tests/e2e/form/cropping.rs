//! A photo that is cropped and rotated by pointer.

use image::{GenericImageView, ImageFormat};

use super::fields::{choose, only_with_email, open_new, save};
use super::pictures::{Folder, nearest, quarters, quarters_of};
use crate::harness::{Page, Server, in_browser, wait_for};

const EMAIL: &str = "zelda@quibble.example";

/// Chooses a picture twice as wide as high, changes it in the dialog, and gives the stored one's width, height, and which
/// of the colours is in the middle of each quarter.
async fn store(page: &Page, server: &Server, change: impl AsyncFnOnce(&Page)) -> (u32, u32, [usize; 4]) {
    let folder = Folder::new();
    open_new(page, server).await;
    page.fill("Email", EMAIL).await;
    choose(page, &folder.put("zelda.png", &quarters(400, 200, ImageFormat::Png))).await;
    page.press("Crop and rotate").await;
    change(page).await;
    page.press("Use this part").await;
    page.see_no("the dialog", "dialog.crop").await;
    page.see_status("New photo: zelda.png").await;
    save(page).await;
    let created = only_with_email(server, EMAIL).await;
    let stored = image::load_from_memory(&server.photo(created["id"].as_str().unwrap()).await).unwrap();
    let (width, height) = stored.dimensions();
    (width, height, quarters_of(&stored))
}

/// Waits until the dialog shows these colours in the middle of the quarters.
async fn see_quarters(page: &Page, expected: [usize; 4]) {
    let pixels = "const canvas = root.querySelector('dialog.crop canvas'); const context = canvas.getContext('2d'); \
        return [[1, 1], [3, 1], [1, 3], [3, 3]].map(([x, y]) => \
            [...context.getImageData(canvas.width * x / 4, canvas.height * y / 4, 1, 1).data.slice(0, 3)])";
    wait_for(&format!("the quarters {expected:?}"), async || {
        let pixels: [[u8; 3]; 4] = serde_json::from_value(page.in_root(pixels).await).ok()?;
        (pixels.map(nearest) == expected).then_some(())
    })
    .await;
}

#[tokio::test]
async fn the_picture_is_dragged_to_the_part_that_is_kept() {
    let server = Server::start().await;
    in_browser(async |page| {
        let (width, height, colours) = store(page, &server, async |page| {
            // Further than it goes: it stops at its right edge.
            page.drag("canvas", "The part of the photo that is kept", (-400, 0)).await;
            assert_eq!(page.value("Left to right").await, "1");
        })
        .await;
        assert_eq!((width, height), (200, 200));
        assert_eq!(colours, [1, 1, 3, 3], "the right half");
    })
    .await;
}

#[tokio::test]
async fn a_rotated_picture_is_stored_as_it_is_seen() {
    let server = Server::start().await;
    in_browser(async |page| {
        let (width, height, colours) = store(page, &server, async |page| {
            // The part in the middle of a picture twice as wide as high.
            see_quarters(page, [0, 1, 2, 3]).await;
            page.press("Rotate right").await;
            see_quarters(page, [2, 0, 3, 1]).await;
        })
        .await;
        assert_eq!((width, height), (200, 200));
        assert_eq!(colours, [2, 0, 3, 1], "what was on the left is on top");
    })
    .await;
}
