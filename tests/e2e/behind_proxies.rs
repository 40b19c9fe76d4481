//! The page behind nginx and behind Caddy, as `deploy/` starts them, with their policy and their rules for writes.

use std::{fs, io::Cursor, path::Path};

use deployment::{Api, KEY, Kind, Proxy};
use image::{DynamicImage, ImageFormat, RgbImage};

use crate::harness::{Page, Relay, in_browser, set_up};

#[tokio::test]
async fn everything_works_behind_nginx_and_the_key_stays_there() {
    everything_works_behind(Kind::Nginx).await;
}

#[tokio::test]
async fn everything_works_behind_caddy_and_the_key_stays_there() {
    everything_works_behind(Kind::Caddy).await;
}

async fn everything_works_behind(kind: Kind) {
    let api = Api::start().await;
    // The sandbox has the photos, and no HTTPS.
    let proxy = Proxy::start_with(kind, api.url(), &[("PHOTOS", "http://127.0.0.1:*")]).await;
    for entry in fs::read_dir(proxy.files.dist()).unwrap().map(Result::unwrap) {
        fs::remove_file(entry.path()).unwrap();
    }
    for entry in fs::read_dir(set_up("AGENT_DIRECTORY_DIST")).unwrap().map(Result::unwrap) {
        fs::copy(entry.path(), proxy.files.dist().join(entry.file_name())).unwrap();
    }
    hashed_files_are_kept_for_good(&proxy).await;
    let folder = tempfile::tempdir().unwrap();
    let photo = folder.path().join("zelda.png");
    fs::write(&photo, png()).unwrap();
    let relay = Relay::start(proxy.address).await;
    in_browser(async |page| {
        page.open(&proxy.url).await;
        page.see_status("1–50 of 120").await;
        page.open(&relay.url).await;
        page.watch_policy().await;
        page.see_status("1–50 of 120").await;
        page.press("Next page").await;
        page.see_status("51–100 of 120").await;
        create_and_correct(page, &photo).await;
        page.see_policy_kept().await;
        // nginx keeps what has been read for a short time, and a write ends that.
        page.reload().await;
        page.see_status("of 121").await;
    })
    .await;
    assert!(relay.has_received("quibble") && relay.has_received("content-security-policy"), "the relay has all");
    assert!(!relay.has_received("content-encoding"), "and nothing in it is compressed");
    assert!(!relay.has_received(KEY));
}

/// It was so only of those whose hash has all 16 digits; the others were asked for anew each time.
async fn hashed_files_are_kept_for_good(proxy: &Proxy) {
    let files = fs::read_dir(proxy.files.dist()).unwrap().map(Result::unwrap);
    let names = files.map(|file| file.file_name().into_string().unwrap());
    let is_hashed = |name: &String| {
        let is_asset = [".js", ".css", ".wasm"].iter().any(|ending| name.ends_with(ending));
        is_asset && name != "agent-directory.js"
    };
    let hashed: Vec<_> = names.filter(is_hashed).collect();
    assert!(hashed.len() >= 3, "a script, a style sheet and the WebAssembly in {hashed:?}");
    for name in hashed {
        let answer = reqwest::get(format!("{}/{name}", proxy.url)).await.unwrap();
        assert_eq!(answer.status(), 200, "{name}");
        let cache = answer.headers()["cache-control"].to_str().unwrap();
        assert!(cache.contains("immutable"), "{name}: {cache}");
    }
}

async fn create_and_correct(page: &Page, photo: &Path) {
    page.press("New agent").await;
    page.fill("Email", "zelda@quibble.example").await;
    page.choose_photo(photo).await;
    page.see_status("New photo: zelda.png.").await;
    page.press("Save").await;
    page.see_status("Saved.").await;
    page.press("Edit").await;
    page.fill("City", "Old Harbour").await;
    page.press("Save").await;
    page.see_text_in("[role=dialog]", "Old Harbour").await;
}

fn png() -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(RgbImage::new(64, 64)).write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}
