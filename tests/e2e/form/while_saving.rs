//! What is pressed while a save is under way, or waits: nothing of it is lost.

use image::ImageFormat;
use serde_json::{Value, json};

use super::fields::{choose, edit, open_agent, open_new, save, whole_agent};
use super::pictures::{Folder, HOLD_PICTURES, quarters};
use crate::harness::{Page, Server, in_browser, wait_for};

const FOOT: &str = ".form-foot [role=status]";

/// Saves, and waits until the create has reached a server that does not answer.
async fn save_without_end(page: &Page, server: &Server) {
    let slow = json!({"kind": "latency", "milliseconds": 60_000});
    server.order_fault(json!({"method": "POST", "times": 1, "fault": slow})).await;
    page.press("Save").await;
    wait_for("the create", async || (server.writes().await.len() == 1).then_some(())).await;
}

#[tokio::test]
async fn a_text_to_fill_in_from_waits_for_the_save() {
    // It was cleared although nothing had been filled in.
    let server = Server::start().await;
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Email", "zelda@quibble.example").await;
        page.press("Fill from text").await;
        page.set("E-mail signature or vCard", "BEGIN:VCARD\nVERSION:3.0\nN:Quibble;Zelda;;;\nEND:VCARD").await;
        page.find("button", "Fill in").await;
        save_without_end(page, &server).await;
        page.see_status("Fill in when that is done.").await;
        page.press("Fill in").await;
        assert!(page.value("E-mail signature or vCard").await.contains("Quibble;Zelda"));
        page.press("Stop").await;
        page.see_alert("The save was stopped.").await;
        page.press("Fill in").await;
        assert_eq!(page.value("First name").await, "Zelda");
    })
    .await;
}

#[tokio::test]
async fn the_photo_can_not_be_cropped_or_given_up_while_it_is_sent() {
    // What was done in the dialog was dropped without a word.
    let (server, folder) = (Server::start().await, Folder::new());
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Email", "zelda@quibble.example").await;
        choose(page, &folder.put("zelda.png", &quarters(40, 30, ImageFormat::Png))).await;
        save_without_end(page, &server).await;
        for name in ["Crop and rotate", "Don’t use it"] {
            assert!(!page.find("button", name).await.is_enabled().await.unwrap(), "{name}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_save_that_waits_for_a_picture_does_not_begin_behind_the_crop_dialog() {
    let (server, folder) = (Server::start().await, Folder::new());
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Email", "zelda@quibble.example").await;
        choose(page, &folder.put("zelda.png", &quarters(40, 30, ImageFormat::Png))).await;
        page.script(HOLD_PICTURES, vec![]).await;
        page.choose_photo(&folder.put("other.png", &quarters(50, 30, ImageFormat::Png))).await;
        page.see_status("Reading the picture…").await;
        page.press("Save").await;
        page.press("Crop and rotate").await;
        page.see_text_in(FOOT, "Save no longer waits for the picture").await;
        page.script("window.go()", vec![]).await;
        page.see_status("New photo: other.png").await;
        page.see_no("the save", ".form-fields[aria-busy=true]").await;
        assert!(server.writes().await.is_empty());
        page.press("Use this part").await;
        page.see_no("the dialog", "dialog.crop").await;
        page.see_status("New photo: zelda.png").await;
        save(page).await;
    })
    .await;
}

#[tokio::test]
async fn it_is_told_that_save_waits_for_a_picture_and_when_it_does_no_more() {
    // Save seemed to have done nothing, and the next key withdrew it without a word.
    let (server, folder) = (Server::start().await, Folder::new());
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Email", "zelda@quibble.example").await;
        page.script(HOLD_PICTURES, vec![]).await;
        page.choose_photo(&folder.put("zelda.png", &quarters(40, 30, ImageFormat::Png))).await;
        page.see_status("Reading the picture…").await;
        page.press("Save").await;
        page.see_text_in(FOOT, "All is saved as soon as that is done.").await;
        page.type_into("City", "S").await;
        page.see_text_in(FOOT, "Nothing is saved yet: Save no longer waits for the picture.").await;
        page.script("window.go()", vec![]).await;
        page.see_status("New photo: zelda.png").await;
        page.see_no("the save", ".form-fields[aria-busy=true]").await;
        assert!(server.writes().await.is_empty());
        save(page).await;
    })
    .await;
}

#[tokio::test]
async fn nothing_around_the_steps_of_a_save_is_busy() {
    // Assistive technology may hold back what is said within something that is.
    let server = Server::start().await;
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Email", "zelda@quibble.example").await;
        save_without_end(page, &server).await;
        page.see_text_in(FOOT, "Saving…").await;
        let around = format!("return root.querySelector({}).closest('[aria-busy]') === null", json!(FOOT));
        assert_eq!(page.in_root(&around).await, true);
        let fields = "return root.querySelector('#form-city').closest('[aria-busy]').ariaBusy";
        assert_eq!(page.in_root(fields).await, Value::from("true"));
    })
    .await;
}

/// The save began on its own: half a tag was sent, and the form was locked behind the question.
#[tokio::test]
async fn a_save_that_waits_for_a_picture_ends_with_a_tag_that_is_typed_and_with_leaving() {
    let (server, folder) = (Server::start().await, Folder::new());
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Email", "zelda@quibble.example").await;
        for name in ["zelda.png", "other.png"] {
            page.script(HOLD_PICTURES, vec![]).await;
            page.choose_photo(&folder.put(name, &quarters(40, 30, ImageFormat::Png))).await;
            page.see_status("Reading the picture…").await;
            page.press("Save").await;
            page.see_text_in(FOOT, "All is saved as soon as that is done.").await;
            if name == "zelda.png" {
                page.type_into("Tags", "VI").await;
            } else {
                page.press("Cancel").await;
                page.press("Keep editing").await;
            }
            page.see_text_in(FOOT, "Save no longer waits for the picture").await;
            page.script("window.go()", vec![]).await;
            page.see_status(&format!("New photo: {name}")).await;
        }
        page.see_no("the save", ".form-fields[aria-busy=true]").await;
        assert!(server.writes().await.is_empty());
        save(page).await;
    })
    .await;
}

/// It vanished without a word when the form went on with the agent who was there already.
#[tokio::test]
async fn a_picture_that_is_being_read_stays_when_the_form_goes_on_with_another_agent() {
    let (server, folder) = (Server::start().await, Folder::new());
    let id = server.create(json!({"first_name": "Ana", "last_name": "Ruiz-Quibble"})).await;
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("First name", "Ana").await;
        page.fill("Last name", "Ruiz-Quibble").await;
        page.press("Save").await;
        page.see_alert("somebody like this already").await;
        page.script(HOLD_PICTURES, vec![]).await;
        page.choose_photo(&folder.put("ana.png", &quarters(40, 30, ImageFormat::Png))).await;
        page.see_status("Reading the picture…").await;
        page.press("Edit with what you typed: Ana Ruiz-Quibble").await;
        page.script("window.go()", vec![]).await;
        page.see_status("New photo: ana.png").await;
        save(page).await;
        assert!(server.record(&id).await["image_url"].is_string());
    })
    .await;
}

#[tokio::test]
async fn how_much_of_the_photo_is_sent_is_told() {
    let (server, folder) = (Server::start().await, Folder::new());
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Email", "zelda@quibble.example").await;
        choose(page, &folder.put("zelda.png", &quarters(400, 300, ImageFormat::Png))).await;
        save_without_end(page, &server).await;
        page.see_text_in(FOOT, "The photo is there. Waiting for the directory…").await;
        let sent = page.find(".form-foot [role=progressbar]", "Uploading photo").await;
        assert_eq!(sent.attr("aria-valuenow").await.unwrap().as_deref(), Some("100"));
        page.press("Stop").await;
        page.see_no("the progress", ".form-foot [role=progressbar]").await;
    })
    .await;
}

/// Holds the upload, and lets the browser tell how much of it is sent.
const HOLD_UPLOAD: &str = r#"
    const send = XMLHttpRequest.prototype.send;
    XMLHttpRequest.prototype.send = function (body) {
        window.tell = (loaded) => this.upload.dispatchEvent(
            new ProgressEvent("progress", { lengthComputable: true, loaded, total: 400 }));
        window.go = () => send.call(this, body);
    };
"#;

#[tokio::test]
async fn the_bar_follows_a_slow_upload() {
    let (server, folder) = (Server::start().await, Folder::new());
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Email", "zelda@quibble.example").await;
        choose(page, &folder.put("zelda.png", &quarters(40, 30, ImageFormat::Png))).await;
        page.script(HOLD_UPLOAD, vec![]).await;
        page.press("Save").await;
        wait_for("the upload", async || (page.script("return !!window.go", vec![]).await == true).then_some(())).await;
        for (loaded, percent) in [(0, "0"), (50, "13"), (200, "50"), (399, "100")] {
            page.script("window.tell(arguments[0])", vec![json!(loaded)]).await;
            let told = format!(
                "return root.querySelector('.form-foot [role=progressbar]')?.getAttribute('aria-valuenow') === '{percent}'"
            );
            wait_for(&format!("{percent} percent"), async || (page.in_root(&told).await == true).then_some(())).await;
            page.see_text_in(FOOT, "Sending the photo").await;
        }
        page.script("window.go()", vec![]).await;
        page.see_status("Saved.").await;
    })
    .await;
}

#[tokio::test]
async fn the_row_has_the_new_photo_while_it_is_saved_and_the_old_one_after_a_failure() {
    let (server, folder) = (Server::start().await, Folder::new());
    let id = server.create(whole_agent()).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        page.fill("Search agents", "quibble.example").await;
        page.see_rows(1).await;
        let see_row = async |beginning: &str| {
            let shown = format!(
                "return (root.querySelector('tbody img')?.getAttribute('src') ?? 'none').startsWith('{beginning}')"
            );
            wait_for(&format!("a photo at {beginning}"), async || (page.in_root(&shown).await == true).then_some(()))
                .await;
        };
        let mut old = "none".to_owned();
        for picture in [40, 50].map(|width| quarters(width, 30, ImageFormat::Png)) {
            edit(page).await;
            see_row(&old).await;
            choose(page, &folder.put("zelda.png", &picture)).await;
            let slow = json!({"kind": "latency", "milliseconds": 60_000});
            server.order_fault(json!({"method": "PATCH", "times": 1, "fault": slow})).await;
            page.press("Save").await;
            see_row("blob:").await;
            page.press("Stop").await;
            page.see_alert("The save was stopped.").await;
            see_row(&old).await;
            save(page).await;
            let new = server.record(&id).await["image_url"].as_str().unwrap().to_owned();
            assert_ne!(new, old);
            see_row(&new).await;
            old = new;
        }
    })
    .await;
}
