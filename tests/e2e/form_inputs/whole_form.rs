use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::{Server, in_browser, wait_for};

#[tokio::test]
async fn the_fields_with_suggestions_are_marked_as_wrong_too() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.set("First name", "Zelda").await;
        let (line, tag) = ("x".repeat(256), "x".repeat(101));
        for (field, text, words) in [
            ("Agency", line.as_str(), "too long by 1 of 255"),
            ("Team", line.as_str(), "too long by 1 of 255"),
            ("Agency", "pasted\u{7}bell", "can’t be seen"),
            ("Team", "pasted\u{7}bell", "can’t be seen"),
            ("Tags", tag.as_str(), "at most 100 characters, and this has 101"),
            ("Tags", "pasted\u{7}bell", "can’t be seen"),
        ] {
            page.set(field, text).await;
            page.see_problem(field, words).await;
            page.press("Save").await;
            page.see_focus(field).await;
            match field {
                "Tags" => page.press(&format!("Remove tag {text}")).await,
                _ => page.change(field, "").await,
            }
            page.see_no_problem(field, words).await;
        }
        assert!(server.writes().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_tag_with_a_character_that_can_not_be_seen_is_not_sent() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.set("First name", "Zelda").await;
        page.set("Tags", "V\u{7}IP").await;
        page.press("Save").await;
        page.see_text_in("#form-tags-problem", "can’t be seen").await;
        assert!(server.writes().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_email_of_a_new_agent_can_be_typed_after_another_was_edited() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&format!("{}/?ad.open=3", server.url)).await;
        page.press("Edit").await;
        page.find("input", "First name").await;
        page.press("New agent").await;
        page.see_text_in("#form-title", "New agent").await;
        page.see_focus("First name").await;
        page.type_into("Email", "zelda@quibble.example").await;
        assert_eq!(page.value("Email").await, "zelda@quibble.example");
        page.see_text_in(".agent-form .hint", "An agent needs an email").await;
    })
    .await;
}

#[tokio::test]
async fn the_email_is_locked_once_a_duplicate_is_edited_instead() {
    let server = Server::small().await;
    let email = server.record("7").await["email"].as_str().unwrap().to_owned();
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.set("First name", "Zelda").await;
        page.set("Email", &email).await;
        page.press("Save").await;
        page.see_text_in("h3", "Is it this agent?").await;
        page.in_root("root.querySelector('.obstacle [aria-label^=\"Edit with what you typed\"]').click()").await;
        page.see_text_in("#form-title", "Edit").await;
        let is_locked = "return root.querySelector('#form-email').readOnly";
        wait_for("a locked email", async || (page.in_root(is_locked).await == Value::Bool(true)).then_some(())).await;
        page.see_text_in(".agent-form .hint", "doesn’t let an agent’s email be changed").await;
        page.press("Save").await;
        page.see_status("Saved.").await;
        assert_eq!(server.record("7").await["first_name"], json!("Zelda"));
    })
    .await;
}

#[tokio::test]
async fn a_picture_dropped_beside_its_field_does_not_take_the_page_away() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.find("input", "First name").await;
        page.press_key(Key::Tab).await;
        // A browser shows a dropped file in the place of the page unless the page takes it.
        let drop = "const data = new DataTransfer(); data.items.add(new File(['GIF89a'], 'a.gif')); \
            const event = (type) => new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer: data }); \
            const field = root.querySelector('#form-notes'); \
            return ['dragover', 'drop'].map((type) => field.dispatchEvent(event(type)))";
        assert_eq!(page.in_root(drop).await, json!([false, false]));
    })
    .await;
}
