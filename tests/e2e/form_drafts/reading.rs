//! Leaving while a picture is being read, which no draft has yet.

use image::ImageFormat;

use crate::{
    form::pictures::{Folder, HOLD_PICTURES, quarters},
    harness::{Server, in_browser},
};

const QUESTION: &str = "dialog.question[open]";
const LOST: &str = "The picture is still being read: it is lost when you leave now.";

#[tokio::test]
async fn whoever_leaves_while_a_picture_is_read_is_told_that_it_is_lost() {
    // The question spoke of private notes, or promised a draft of it all.
    let (server, folder) = (Server::small().await, Folder::new());
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.script(HOLD_PICTURES, vec![]).await;
        page.choose_photo(&folder.put("zelda.png", &quarters(40, 30, ImageFormat::Png))).await;
        page.see_status("Reading the picture…").await;
        page.press("Cancel").await;
        page.see_text_in(QUESTION, LOST).await;
        page.see_none("button", "Keep as draft").await;
        let words = page.in_root(&format!("return root.querySelector('{QUESTION}').textContent")).await;
        assert!(!words.as_str().unwrap().contains("rivate notes"), "{words}");
        page.press("Keep editing").await;
        page.set("City", "Salem by the Sea").await;
        page.press("Cancel").await;
        page.see_text_in(QUESTION, "A draft stays in this browser for seven days.").await;
        page.see_text_in(QUESTION, LOST).await;
        page.find("button", "Keep as draft").await;
    })
    .await;
}
