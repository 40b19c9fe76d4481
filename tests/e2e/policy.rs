//! The element on a page with a strict content security policy.

use std::{fs, io::Cursor};

use image::{DynamicImage, ImageFormat, RgbImage};

use crate::harness::{Server, in_browser};

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
    img-src * data: blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; \
    trusted-types agent-directory";

#[tokio::test]
async fn everything_works_under_a_strict_policy_with_trusted_types() {
    let server = Server::under_policy(POLICY).await;
    let folder = tempfile::tempdir().unwrap();
    let photo = folder.path().join("large.png");
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(RgbImage::new(2000, 10)).write_to(&mut bytes, ImageFormat::Png).unwrap();
    fs::write(&photo, bytes.into_inner()).unwrap();
    in_browser(async |page| {
        page.open(&server.url).await;
        page.watch_policy().await;
        page.see_rows(50).await;
        page.press("Filters").await;
        page.find("input", "Agency ID").await;
        page.press("Columns").await;
        page.press("Views").await;
        page.press_key(thirtyfour::Key::Escape).await;
        page.open_row(1).await;
        page.see_text_in("[role=dialog]", "Download contact").await;
        page.press("QR code").await;
        page.press("Edit").await;
        page.set("First name", "Zelda").await;
        // A canvas of the page itself writes no file, so the photo is made smaller by the worker.
        page.script("HTMLCanvasElement.prototype.toBlob = () => { throw new Error('not here') }", vec![]).await;
        page.choose_photo(&photo).await;
        page.see_status("New photo: large.png.").await;
        page.press("Save").await;
        page.see_status("Saved.").await;
        page.see_policy_kept().await;
        let refused = "try { new Worker('agent-directory.js'); return false } catch { return true }";
        assert_eq!(page.script(refused, vec![]).await, true, "no other worker is started");
    })
    .await;
}
