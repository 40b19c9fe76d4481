use serde_json::{Value, json};

use super::bytes::{gif, jpeg, png};
use crate::harness::{Page, Server, in_browser, wait_for};

/// Lets an event with a file, with text, or with both, come to what matches a selector; whether the form takes it for itself.
const GIVE: &str = r#"
    const [selector, type, name, bytes, text] = arguments;
    const target = document.querySelector("agent-directory").shadowRoot.querySelector(selector);
    const data = new DataTransfer();
    if (bytes) data.items.add(new File([new Uint8Array(bytes)], name));
    else data.setData("text/plain", name);
    if (text) data.setData("text/plain", text);
    const options = { bubbles: true, cancelable: true, composed: true };
    const event = type === "paste"
        ? new ClipboardEvent(type, { ...options, clipboardData: data })
        : new DragEvent(type, { ...options, dataTransfer: data });
    // Firefox makes the event without its data.
    if (type === "paste") Object.defineProperty(event, "clipboardData", { value: data });
    return !target.dispatchEvent(event);
"#;

/// Drops two pictures at once.
const GIVE_TWO: &str = r#"
    const [bytes] = arguments;
    const target = document.querySelector("agent-directory").shadowRoot.querySelector(".photo-field");
    const data = new DataTransfer();
    for (const name of ["first.png", "second.png"]) data.items.add(new File([new Uint8Array(bytes)], name));
    target.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, composed: true, dataTransfer: data }));
"#;

const PHOTO: &str = ".photo-field";
const NAME: &str = "#form-last_name";
const STATUS: &str = ".photo-field [role=status]";

async fn give(page: &Page, selector: &str, event: &str, name: &str, bytes: Option<&[u8]>) -> bool {
    page.script(GIVE, vec![json!(selector), json!(event), json!(name), json!(bytes)]).await == Value::Bool(true)
}

#[tokio::test]
async fn a_picture_can_be_dropped_and_pasted_and_a_bad_one_is_told() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.find("input", "Photo").await;
        for (target, event, name, bytes) in [
            (PHOTO, "drop", "dropped.png", png()),
            (NAME, "paste", "pasted.jpg", jpeg()),
            (PHOTO, "paste", "pasted-again.gif", gif()),
        ] {
            assert!(give(page, target, event, name, Some(&bytes)).await, "{name} was left to the browser");
            page.see_text_in(STATUS, &format!("New photo: {name}.")).await;
            assert!(give(page, target, event, "page.jpg", Some(b"<!doctype html>")).await);
            page.see_problem("Photo", "a web page, not a picture").await;
            page.see_text_in(STATUS, &format!("New photo: {name}.")).await;
        }
        page.press("Don’t use it").await;
        page.see_none("button", "Don’t use it").await;
        page.see_focus("Photo").await;
    })
    .await;
}

#[tokio::test]
async fn only_files_are_taken_from_a_drag_or_the_clipboard() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.find("input", "Photo").await;
        assert!(give(page, PHOTO, "dragover", "photo.png", Some(&png())).await, "a file can be dropped");
        assert!(!give(page, PHOTO, "dragover", "text", None).await, "text can’t be dropped");
        assert!(!give(page, NAME, "paste", "Quibble", None).await, "text is pasted as everywhere");
        assert!(!give(page, PHOTO, "drop", "text", None).await);
        // A spreadsheet gives its cells as text and as a picture of them.
        let cells = vec![json!(NAME), json!("paste"), json!("cells.png"), json!(png()), json!("Quibble")];
        assert_eq!(page.script(GIVE, cells).await, false, "text is meant where it comes with a picture");
        assert!(page.in_root("return root.querySelector('.photo-field [role=status]').textContent").await == "");
    })
    .await;
}

/// It vanished without a word.
#[tokio::test]
async fn a_picture_that_comes_while_a_save_is_under_way_is_told_to_wait() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.fill("Email", "zelda@quibble.example").await;
        let slow = json!({"kind": "latency", "milliseconds": 60_000});
        server.order_fault(json!({"method": "POST", "times": 1, "fault": slow})).await;
        page.press("Save").await;
        wait_for("the create", async || (server.writes().await.len() == 1).then_some(())).await;
        for (target, event) in [(PHOTO, "drop"), (NAME, "paste")] {
            assert!(give(page, target, event, "late.png", Some(&png())).await, "{event} was left to the browser");
            page.see_text_in(STATUS, "The agent is being saved. Choose the picture after that.").await;
        }
        page.press("Stop").await;
        page.see_no_text_in(STATUS, "is being saved").await;
        give(page, PHOTO, "drop", "late.png", Some(&png())).await;
        page.see_text_in(STATUS, "New photo: late.png.").await;
    })
    .await;
}

/// The others were left out without a word.
#[tokio::test]
async fn of_several_files_the_first_is_taken_and_that_is_told() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.find("input", "Photo").await;
        page.script(GIVE_TWO, vec![json!(png())]).await;
        page.see_text_in(STATUS, "Only the first of the files was taken. New photo: first.png.").await;
        give(page, PHOTO, "drop", "third.png", Some(&png())).await;
        page.see_text_in(STATUS, "New photo: third.png.").await;
        page.see_no_text_in(STATUS, "Only the first").await;
    })
    .await;
}

#[tokio::test]
async fn the_newer_of_two_pictures_stays_whichever_is_read_first() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.find("input", "Photo").await;
        page.script(LARGE, vec![]).await;
        give(page, PHOTO, "drop", "small.png", Some(&png())).await;
        page.see_text_in(STATUS, "New photo: small.png.").await;
        page.set("First name", "Zelda").await;
        page.press("Save").await;
        page.see_status("Saved.").await;
        let sent = server.list("filter[fulltext]=Zelda").await;
        let photo = server.photo(sent[0]["id"].as_str().unwrap()).await;
        assert_eq!(photo, png());
    })
    .await;
}

/// Drops a picture that takes long to be read.
const LARGE: &str = r#"
    const canvas = new OffscreenCanvas(6000, 6000);
    canvas.getContext("2d").fillRect(0, 0, 3000, 6000);
    return canvas.convertToBlob({ type: "image/jpeg" }).then((blob) => {
        const target = document.querySelector("agent-directory").shadowRoot.querySelector(".photo-field");
        const data = new DataTransfer();
        data.items.add(new File([blob], "large.jpg"));
        target.dispatchEvent(new DragEvent("drop", { bubbles: true, cancelable: true, dataTransfer: data }));
        return true;
    });
"#;
