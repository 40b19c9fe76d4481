//! What lies over what in the form.

use thirtyfour::Key;

use super::fields::{edit, open_agent, open_new, save, whole_agent};
use crate::harness::{Server, in_browser, wait_for};

#[tokio::test]
async fn suggestions_leave_the_buttons_free() {
    let server = Server::start().await;
    let id = server.create(whole_agent()).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        edit(page).await;
        page.fill("Agency", "").await;
        save(page).await;
    })
    .await;
}

#[tokio::test]
async fn a_field_with_the_focus_is_hidden_by_neither_head_nor_foot() {
    let server = Server::start().await;
    let covered = "const focused = root.activeElement; const { left, top, width, height } = focused.getBoundingClientRect(); \
        const hit = root.elementFromPoint(left + width / 2, top + height / 2); \
        return focused.contains(hit) ? null : `${focused.id || focused.textContent} under ${hit?.className}`";
    in_browser(async |page| {
        page.resize((1440, 500)).await;
        open_new(page, &server).await;
        for backwards in [false, true] {
            for _ in 0..18 {
                page.press_key(if backwards { Key::Shift + Key::Tab } else { Key::Tab.into() }).await;
                // WebKit scrolls a frame later.
                wait_for("the field in sight", async || page.in_root(covered).await.is_null().then_some(())).await;
            }
        }
    })
    .await;
}
