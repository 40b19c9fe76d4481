//! Attributes that the page changes while the form is open.

use image::ImageFormat;

use crate::{
    form::pictures::{Folder, HOLD_PICTURES, quarters},
    harness::{Page, Server, in_browser},
};

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

/// Private notes are in no draft, and were gone without a word; so was a picture that was still being read.
#[tokio::test]
async fn what_no_draft_keeps_is_there_too() {
    let (server, folder) = (Server::small().await, Folder::new());
    in_browser(async |page| {
        for (address, button) in [("", "New agent"), ("/?ad.open=3", "Edit")] {
            page.open(&format!("{}{address}", server.url)).await;
            page.see_rows(8).await;
            page.press(button).await;
            page.set("Private notes", "Owes a lunch").await;
            page.change("Tags", "half a t").await;
            page.script(HOLD_PICTURES, vec![]).await;
            page.choose_photo(&folder.put("zelda.png", &quarters(40, 30, ImageFormat::Png))).await;
            page.see_status("Reading the picture…").await;
            set(page, "timeout", "30").await;
            page.see_text_in(".agent-form [role=status]", "is back").await;
            assert_eq!(page.value("Private notes").await, "Owes a lunch");
            assert_eq!(page.value("Tags").await, "half a t");
            page.script("window.go()", vec![]).await;
            page.see_status("New photo: zelda.png").await;
            // A page that forbids writing for a while does not throw them away.
            set(page, "readonly", "").await;
            page.see_none("button", "Save").await;
            page.script("document.querySelector('agent-directory').removeAttribute('readonly')", vec![]).await;
            page.press(button).await;
            page.see_text_in(".agent-form [role=status]", "is back").await;
            assert_eq!(page.value("Private notes").await, "Owes a lunch");
            page.see_status("New photo: zelda.png").await;
            assert!(page.drafts().await.iter().all(|draft| !draft.to_string().contains("lunch")));
            page.press("Start afresh").await;
            page.see_no_draft().await;
        }
    })
    .await;
}
