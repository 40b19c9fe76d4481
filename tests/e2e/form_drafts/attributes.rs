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

/// The directory of the first change still held the draft when that of the second looked for it.
#[tokio::test]
async fn two_attributes_that_change_together_bring_it_back_as_well() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.find("input", "City").await;
        page.set("City", "Salem by the Sea").await;
        let change = "const element = document.querySelector('agent-directory'); \
            element.setAttribute('timeout', '30'); element.setAttribute('credentials', 'include');";
        page.script(change, vec![]).await;
        page.see_text_in(".agent-form [role=status]", "is back").await;
        assert_eq!(page.value("City").await, "Salem by the Sea");
    })
    .await;
}
