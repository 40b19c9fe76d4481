//! The form without a pointer, and where the focus is.

mod back;
mod crop;
mod flow;
mod focus;
mod obstacles;
mod readonly;
mod scrolling;

use thirtyfour::{Key, TypingData};

use crate::harness::{Page, Server, wait_for};

fn back() -> TypingData {
    Key::Shift + Key::Tab
}

/// Presses Tab until a control has the focus.
async fn tab_to(page: &Page, name: &str) {
    go_to(page, name, || Key::Tab.into()).await;
}

/// Presses a key until a control has the focus.
async fn go_to(page: &Page, name: &str, key: fn() -> TypingData) {
    for _ in 0..60 {
        if page.focused().await.is_some_and(|focused| focused == name) {
            return;
        }
        page.press_key(key()).await;
    }
    panic!("the focus does not come to “{name}”");
}

async fn see_focus_in_row(page: &Page, number: u32) {
    let row = "return root.activeElement?.closest('tr')?.rowIndex";
    wait_for(&format!("the focus in row {number}"), async || (page.in_root(row).await == number).then_some(())).await;
}

/// Goes by keyboard from a row to the form for its agent.
async fn edit(page: &Page, server: &Server) {
    page.open(&server.url).await;
    page.see_rows(8).await;
    page.in_root("root.querySelector('tbody tr:nth-child(2) [data-open]').focus()").await;
    page.press_key(Key::Enter).await;
    page.find("[role=dialog] button", "Edit").await;
    // The name has the focus, and what can be done stands before it.
    go_to(page, "Edit", back).await;
    page.press_key(Key::Enter).await;
    page.see_focus("First name").await;
}
