//! The way to a camera, for what is held in the hand.

use serde_json::json;

use super::fields::open_new;
use crate::harness::{Server, in_browser};

/// A file's dialog is only noted.
const NOTE_DIALOGS: &str = "window.asked = []; HTMLInputElement.prototype.click = function () { \
    asked.push(['type', 'accept', 'capture'].map((name) => this.getAttribute(name))); };";

/// What the camera gives.
const TAKE: &str = "const camera = root.querySelector('input[capture]'); \
    const canvas = new OffscreenCanvas(40, 30); canvas.getContext('2d').fillRect(0, 0, 20, 30); \
    return canvas.convertToBlob({ type: 'image/jpeg' }).then((blob) => { \
        const data = new DataTransfer(); data.items.add(new File([blob], 'camera.jpg')); \
        camera.files = data.files; camera.dispatchEvent(new Event('change', { bubbles: true })); })";

#[tokio::test]
async fn take_a_photo_asks_for_the_camera_and_takes_what_comes() {
    let server = Server::start().await;
    in_browser(async |page| {
        open_new(page, &server).await;
        page.script(NOTE_DIALOGS, vec![]).await;
        // A mouse does not see the button.
        page.see_none("button", "Take a photo").await;
        page.in_root("root.querySelector('button.take-photo').click()").await;
        assert_eq!(page.script("return asked", vec![]).await, json!([["file", "image/jpeg", "environment"]]));
        page.in_root(TAKE).await;
        page.see_status("New photo: camera.jpg.").await;
    })
    .await;
}
