//! What is said of what is kept is true.

use std::fs;

use super::survives::png;
use crate::{
    form::{
        fields::{choose, save},
        pictures::Folder,
    },
    harness::{Page, Server, in_browser, wait_for},
};

const QUESTION: &str = "dialog.question[open]";

/// The browser has no room for photos.
const NO_ROOM: &str = r#"
    const put = IDBObjectStore.prototype.put;
    IDBObjectStore.prototype.put = function (value, ...rest) {
        if (value[1] instanceof Blob) throw new DOMException("full", "QuotaExceededError");
        return put.call(this, value, ...rest);
    };
"#;

/// The browser finds that out only when `isSaved` is set.
const NO_ROOM_AT_LAST: &str = r#"
    const put = IDBObjectStore.prototype.put;
    window.going = 0;
    IDBObjectStore.prototype.put = function (value, ...rest) {
        const wait = () => {
            if (window.isSaved) this.transaction.abort();
            else this.get("").onsuccess = wait;
        };
        const request = put.call(this, value, ...rest);
        if (value[1] instanceof Blob) {
            window.going += 1;
            this.transaction.addEventListener("abort", () => (window.going -= 1));
            wait();
        }
        return request;
    };
"#;

async fn open(page: &Page, server: &Server) {
    page.open(&server.url).await;
    page.see_rows(8).await;
    page.press("New agent").await;
    page.find("input", "First name").await;
}

/// A draft was promised that is not kept.
#[tokio::test]
async fn no_draft_is_promised_of_private_notes_alone() {
    let server = Server::small().await;
    in_browser(async |page| {
        open(page, &server).await;
        page.set("Private notes", "Owes a lunch").await;
        page.press("Cancel").await;
        page.see_text_in(QUESTION, "Private notes are not kept as a draft").await;
        page.see_none("button", "Keep as draft").await;
        page.press("Keep editing").await;
        page.set("Notes", "Prefers mornings").await;
        page.press("Cancel").await;
        page.see_text_in(QUESTION, "for seven days, without the private notes.").await;
        page.press("Keep as draft").await;
        page.see_draft("Prefers mornings").await;
    })
    .await;
}

/// Where there was no room for the photo, the texts were not kept either.
#[tokio::test]
async fn the_texts_are_kept_where_there_is_no_room_for_the_photo() {
    let server = Server::small().await;
    let folder = tempfile::tempdir().unwrap();
    let photo = folder.path().join("zelda.png");
    fs::write(&photo, png()).unwrap();
    in_browser(async |page| {
        open(page, &server).await;
        page.script(NO_ROOM, vec![]).await;
        page.set("Notes", "Prefers mornings").await;
        choose(page, &photo).await;
        page.set("City", "Salem").await;
        let draft = page.see_draft("Salem").await;
        assert!(draft["photo"].is_null(), "{draft}");
        page.press("Cancel").await;
        page.see_text_in(QUESTION, "without the photo, for which there is no room").await;
        page.press("Keep as draft").await;
        page.see_none("button", "Save").await;
        page.reload().await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.see_text_in(".agent-form [role=status]", "is back").await;
        assert_eq!(page.value("City").await, "Salem");
    })
    .await;
}

/// The texts were kept in the second attempt, after the agent had been saved, and came back in the form for the next one.
#[tokio::test]
async fn what_there_was_no_room_for_does_not_come_back_after_it_is_saved() {
    let server = Server::small().await;
    let folder = Folder::new();
    in_browser(async |page| {
        open(page, &server).await;
        page.script(NO_ROOM_AT_LAST, vec![]).await;
        page.fill("Email", "zelda@quibble.example").await;
        choose(page, &folder.put("zelda.png", &png())).await;
        save(page).await;
        page.script("window.isSaved = true", vec![]).await;
        wait_for("the end of the attempts", async || {
            (page.script("return window.going", vec![]).await == 0).then_some(())
        })
        .await;
        // Another attempt has been begun by now, so what is asked for next comes after it.
        page.see_no_draft().await;
    })
    .await;
}
