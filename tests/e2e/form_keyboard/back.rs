use serde_json::Value;
use thirtyfour::Key;

use super::{back, edit, see_focus_in_row, tab_to};
use crate::harness::{Server, in_browser, wait_for};

#[tokio::test]
async fn an_agent_is_changed_by_keyboard_alone_and_the_focus_goes_back_to_the_row() {
    let server = Server::small().await;
    in_browser(async |page| {
        edit(page, &server).await;
        tab_to(page, "City").await;
        page.press_key(Key::Control + "a").await;
        page.press_key("Salem by the Sea").await;
        tab_to(page, "Save").await;
        page.press_key(Key::Enter).await;
        page.see_status("Saved.").await;
        let writes = server.writes().await;
        assert_eq!(writes.len(), 1);
        let focused = "return root.activeElement?.tagName";
        wait_for("focus in the panel", async || (page.in_root(focused).await == "H2").then_some(())).await;
        page.press_key(Key::Escape).await;
        page.see_none("button", "Edit").await;
        see_focus_in_row(page, 2).await;
    })
    .await;
}

#[tokio::test]
async fn escape_asks_before_it_leaves_the_form_and_the_focus_goes_back_to_where_it_was() {
    let server = Server::small().await;
    in_browser(async |page| {
        edit(page, &server).await;
        page.press_key("x").await;
        page.press_key(Key::Escape).await;
        page.see_focus("Keep editing").await;
        page.press_key(Key::Enter).await;
        page.see_no("the question", "dialog.question[open]").await;
        page.see_focus("First name").await;
        page.press_key(Key::Escape).await;
        page.see_focus("Keep editing").await;
        tab_to(page, "Discard changes").await;
        page.press_key(Key::Enter).await;
        page.see_focus("Edit").await;
        assert_eq!(server.writes().await, Vec::<Value>::new());
    })
    .await;
}

#[tokio::test]
async fn escape_leaves_the_form_and_then_the_panel_and_the_focus_goes_back_to_the_row() {
    let server = Server::small().await;
    in_browser(async |page| {
        edit(page, &server).await;
        for name in ["Fill from text", "Photo", "Close"] {
            page.press_key(back()).await;
            page.see_focus(name).await;
        }
        page.press_key(Key::Escape).await;
        page.see_focus("Edit").await;
        page.press_key(Key::Escape).await;
        page.see_none("button", "Edit").await;
        see_focus_in_row(page, 2).await;
    })
    .await;
}

#[tokio::test]
async fn escape_in_the_form_for_a_new_agent_brings_the_focus_back_to_its_button() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.see_focus("First name").await;
        tab_to(page, "Save").await;
        page.press_key(Key::Escape).await;
        page.see_focus("New agent").await;
    })
    .await;
}
