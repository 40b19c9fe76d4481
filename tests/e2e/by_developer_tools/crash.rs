use std::fs;

use thirtyfour::Key;

use crate::harness::{Page, Server, in_browser};

async fn open(page: &Page, server: &Server) {
    page.open(&server.url).await;
    page.see_rows(8).await;
    page.press("New agent").await;
    page.find("input", "First name").await;
}

#[tokio::test]
async fn a_draft_survives_a_killed_tab() {
    let server = Server::small().await;
    let folder = tempfile::tempdir().unwrap();
    let photo = folder.path().join("zelda.gif");
    fs::write(&photo, b"GIF89a\x01\0\x01\0\x80\0\0\0\0\0\xFF\xFF\xFF\x2C\0\0\0\0\x01\0\x01\0\0\x02\x02\x4C\x01\0\x3B")
        .unwrap();
    in_browser(async |page| {
        open(page, &server).await;
        page.choose_photo(&photo).await;
        page.see_text_in(".photo-field [role=status]", "New photo: zelda.gif.").await;
        page.fill("Tags", "Zebra").await;
        page.press_key(Key::Enter).await;
        page.fill("First name", "Zelda").await;
        page.see_draft("Zelda").await;
        page.crash().await;
        open(page, &server).await;
        page.see_text_in(".agent-form [role=status]", "and did not save is back").await;
        assert_eq!(page.value("First name").await, "Zelda");
        assert_eq!(page.tags().await, ["Zebra"]);
        page.see_text_in(".photo-field [role=status]", "New photo: zelda.gif.").await;
    })
    .await;
}
