//! The buttons of the panel that copy.

use serde_json::json;
use thirtyfour::Key;

use crate::harness::{Page, Server, in_browser};

const EMAIL: &str = "zelda@quibble.example";
const FAILED: &str = "The browser does not let this page copy. Select the text and copy it by hand.";

/// As on a page that did not come by HTTPS.
const WITHOUT_CLIPBOARD: &str = "Object.defineProperty(window, 'isSecureContext', { value: false })";

async fn open_zelda(page: &Page) -> Server {
    let server = Server::small().await;
    let id = server.create(json!({"first_name": "Zelda", "email": EMAIL, "phone": "555 010 0017"})).await;
    page.open(&format!("{}/?ad.open={id}", server.url)).await;
    page.find("button", "Copy email").await;
    server
}

#[tokio::test]
async fn an_email_is_copied() {
    in_browser(async |page| {
        let _server = open_zelda(page).await;
        page.script("navigator.clipboard.writeText = async (text) => { window.copied = text; }", vec![]).await;
        page.press("Copy email").await;
        page.see_status(&format!("Copied: {EMAIL}")).await;
        assert_eq!(page.script("return window.copied", vec![]).await, EMAIL);
    })
    .await;
}

#[tokio::test]
async fn a_page_without_https_copies_by_a_selection() {
    in_browser(async |page| {
        let _server = open_zelda(page).await;
        let hear = "addEventListener('copy', (event) => { window.copied = event.composedPath()[0].value; })";
        page.script(&format!("{WITHOUT_CLIPBOARD}; {hear}"), vec![]).await;
        page.press("Copy email").await;
        page.see_status(&format!("Copied: {EMAIL}")).await;
        assert_eq!(page.script("return window.copied", vec![]).await, EMAIL);
        page.see_focus("Copy email").await;
        page.see_no("what was selected", "textarea").await;
    })
    .await;
}

/// It was told in a live region that nobody sees, and for two seconds.
#[tokio::test]
async fn that_nothing_was_copied_is_seen_until_the_button_is_left() {
    in_browser(async |page| {
        let _server = open_zelda(page).await;
        page.script(&format!("{WITHOUT_CLIPBOARD}; document.execCommand = () => false"), vec![]).await;
        page.press("Copy email").await;
        page.find(".contact [role=alert]", FAILED).await;
        page.see_focus("Copy email").await;
        page.press_key(Key::Tab).await;
        page.see_no_alert().await;
        page.press("Copy phone").await;
        page.find(".contact [role=alert]", FAILED).await;
    })
    .await;
}
