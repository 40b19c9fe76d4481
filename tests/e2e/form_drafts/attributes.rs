//! Attributes that the page changes while the form is open.

use crate::harness::{Page, Server, in_browser};

async fn set(page: &Page, attribute: &str, value: &str) {
    let script = format!("document.querySelector('agent-directory').setAttribute('{attribute}', '{value}')");
    page.script(&script, vec![]).await;
}

/// It was closed without a word, and what was typed seemed to be gone.
#[tokio::test]
async fn the_form_comes_back_with_what_was_typed() {
    let server = Server::small().await;
    in_browser(async |page| {
        for (address, button) in [("", "New agent"), ("/?ad.open=3", "Edit")] {
            page.open(&format!("{}{address}", server.url)).await;
            page.see_rows(8).await;
            page.press(button).await;
            page.find("input", "City").await;
            page.set("City", "Salem by the Sea").await;
            set(page, "timeout", "30").await;
            page.see_text_in(".agent-form [role=status]", "is back").await;
            assert_eq!(page.value("City").await, "Salem by the Sea");
            // A value that can't be used, in passing.
            set(page, "timeout", "long").await;
            page.see_alert("timeout").await;
            set(page, "timeout", "40").await;
            page.see_text_in(".agent-form [role=status]", "is back").await;
            assert_eq!(page.value("City").await, "Salem by the Sea");
            set(page, "readonly", "").await;
            page.see_none("button", "Save").await;
            page.script("document.querySelector('agent-directory').removeAttribute('readonly')", vec![]).await;
            page.press(button).await;
            page.see_text_in(".agent-form [role=status]", "is back").await;
            page.press("Start afresh").await;
            page.see_no_draft().await;
        }
    })
    .await;
}
