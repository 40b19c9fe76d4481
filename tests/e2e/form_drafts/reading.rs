//! Leaving while a picture is being read, which no draft has yet.

use image::ImageFormat;

use crate::{
    form::pictures::{Folder, HOLD_PICTURES, quarters},
    harness::{Page, Server, in_browser, in_browser_that_keeps_pictures, wait_for},
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

/// Drawing waits until the page is told to go on, beside the page's own thread and on it.
const HOLD_DRAWING: &str = "const held = new Promise((go) => { window.go = go; }); \
    for (const [kind, name] of [[Worker, 'postMessage'], [HTMLCanvasElement, 'toBlob']]) { \
        const act = kind.prototype[name]; \
        kind.prototype[name] = function (...given) { held.then(() => act.apply(this, given)); }; \
    }";

/// The question promised a draft of it all: the draft had the photo before.
#[tokio::test]
async fn it_is_told_too_where_a_photo_is_chosen_already() {
    let (server, folder) = (Server::small().await, Folder::new());
    let [first, second] = [("first.png", 40), ("second.png", 50)]
        .map(|(name, width)| folder.put(name, &quarters(width, 30, ImageFormat::Png)));
    for crops in [false, true] {
        in_browser_that_keeps_pictures(&server, async |page| {
            page.open(&server.url).await;
            page.see_rows(8).await;
            page.press("New agent").await;
            page.choose_photo(&first).await;
            page.see_status("New photo: first.png.").await;
            if crops {
                page.press("Crop and rotate").await;
                page.find("button", "Use this part").await;
                page.script(HOLD_DRAWING, vec![]).await;
                page.press("Use this part").await;
            } else {
                page.script(HOLD_PICTURES, vec![]).await;
                page.choose_photo(&second).await;
            }
            page.see_status("Reading the picture…").await;
            page.press("Cancel").await;
            page.see_text_in(QUESTION, LOST).await;
            page.press("Keep editing").await;
            page.script("window.go()", vec![]).await;
            page.see_status(if crops { "New photo: first.png." } else { "New photo: second.png." }).await;
            page.press("Cancel").await;
            page.see_text_in(QUESTION, "A draft stays in this browser for seven days.").await;
            let question = format!("return root.querySelector('{QUESTION}').textContent.includes('{LOST}')");
            assert_eq!(page.in_root(&question).await, false);
        })
        .await;
    }
}

/// Opens the form with a draft whose photo is being read.
async fn open_draft_being_read(page: &Page, server: &Server, folder: &Folder) {
    page.open(&server.url).await;
    page.see_rows(8).await;
    page.press("New agent").await;
    page.choose_photo(&folder.put("first.png", &quarters(40, 30, ImageFormat::Png))).await;
    page.see_status("New photo: first.png.").await;
    page.set("City", "Salem by the Sea").await;
    see_kept(page, "first.png").await;
    page.reload().await;
    page.see_rows(8).await;
    page.script(HOLD_PICTURES, vec![]).await;
    page.press("New agent").await;
    page.see_status("Reading the picture…").await;
}

async fn see_kept(page: &Page, photo: &str) {
    wait_for(&format!("a draft with {photo}"), async || {
        (page.see_draft("Salem by the Sea").await["photo"]["name"] == photo).then_some(())
    })
    .await;
}

/// The draft's photo that was still being read hid that another was not kept yet.
#[tokio::test]
async fn it_is_told_where_another_is_chosen_while_the_photo_of_a_draft_is_read() {
    let (server, folder) = (Server::small().await, Folder::new());
    in_browser_that_keeps_pictures(&server, async |page| {
        open_draft_being_read(page, &server, &folder).await;
        page.press("Cancel").await;
        page.see_text_in(QUESTION, "A draft stays in this browser for seven days.").await;
        let question = format!("return root.querySelector('{QUESTION}').textContent.includes('{LOST}')");
        assert_eq!(page.in_root(&question).await, false, "the draft has it");
        page.press("Keep editing").await;
        page.choose_photo(&folder.put("second.png", &quarters(50, 30, ImageFormat::Png))).await;
        page.press("Cancel").await;
        page.see_text_in(QUESTION, LOST).await;
        page.press("Keep editing").await;
        page.script("window.go()", vec![]).await;
        page.see_status("New photo: second.png.").await;
        see_kept(page, "second.png").await;
    })
    .await;
}

/// The good one was given up for it: the form had none, and soon neither had the draft.
#[tokio::test]
async fn a_file_that_is_no_photo_leaves_the_one_that_is_being_read() {
    let (server, folder) = (Server::small().await, Folder::new());
    let flyer = folder.put("flyer.pdf", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3");
    for is_draft in [true, false] {
        in_browser_that_keeps_pictures(&server, async |page| {
            if is_draft {
                open_draft_being_read(page, &server, &folder).await;
            } else {
                page.open(&server.url).await;
                page.see_rows(8).await;
                page.press("New agent").await;
                page.set("City", "Salem by the Sea").await;
                page.script(HOLD_PICTURES, vec![]).await;
                page.choose_photo(&folder.put("first.png", &quarters(40, 30, ImageFormat::Png))).await;
                page.see_status("Reading the picture…").await;
            }
            page.choose_photo(&flyer).await;
            page.see_problem("Photo", "PDF document").await;
            page.see_status("Reading the picture…").await;
            page.set("First name", "Zelda").await;
            page.script("window.go()", vec![]).await;
            page.see_status("New photo: first.png.").await;
            page.see_problem("Photo", "PDF document").await;
            page.see_draft("Zelda").await;
            see_kept(page, "first.png").await;
        })
        .await;
    }
}
