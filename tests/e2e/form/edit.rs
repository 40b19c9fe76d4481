use serde_json::{Value, json};
use thirtyfour::Key;

use super::fields::{TEXTS, edit, open_agent, save, save_nothing, see_changed, whole_agent};
use super::sent::{self, document};
use crate::harness::{Server, in_browser};

/// What each field is changed to, in the order of the fields.
fn others() -> impl Iterator<Item = (&'static str, &'static str, String)> {
    TEXTS.into_iter().filter(|(_, attribute, _)| *attribute != "email").map(|(label, attribute, text)| {
        let other = match attribute {
            "website" => "quibble.example".to_owned(),
            "phone" => "1-800-QUIBBLE 555".to_owned(),
            _ => format!("{text} 2"),
        };
        (label, attribute, other)
    })
}

#[tokio::test]
async fn each_field_is_changed_alone() {
    let server = Server::start().await;
    let id = server.create(whole_agent()).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        sent::listen(page).await;
        for (label, attribute, text) in others() {
            let before = server.record(&id).await;
            edit(page).await;
            page.fill(label, &text).await;
            save(page).await;
            let changes = json!({ attribute: text });
            assert_eq!(sent::take(page).await, [document(&id, &changes)]);
            see_changed(&server, &id, &before, &changes).await;
        }
    })
    .await;
}

#[tokio::test]
async fn each_field_is_cleared_alone() {
    let server = Server::start().await;
    let id = server.create(whole_agent()).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        sent::listen(page).await;
        for (label, attribute, _) in others() {
            let before = server.record(&id).await;
            edit(page).await;
            page.fill(label, "").await;
            // The suggestions of an empty field lie over the buttons.
            page.press_key(Key::Tab).await;
            save(page).await;
            let changes = json!({ attribute: null });
            assert_eq!(sent::take(page).await, [document(&id, &changes)]);
            see_changed(&server, &id, &before, &changes).await;
            edit(page).await;
            assert_eq!(page.value(label).await, "");
            page.press("Cancel").await;
        }
    })
    .await;
}

#[tokio::test]
async fn tags_are_added_taken_off_and_cleared() {
    let server = Server::start().await;
    let id = server.create(whole_agent()).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        sent::listen(page).await;
        let steps = [
            (&["Waterfront"][..], "", &["Repeat client"][..]),
            (&[], "Quays,waterfront,", &["Repeat client", "Quays", "waterfront"]),
            // What is typed and left without Enter was meant as a tag too.
            (&["Quays"], "Boats", &["Repeat client", "waterfront", "Boats"]),
            (&["Repeat client", "waterfront", "Boats"], "", &[]),
        ];
        for (removed, typed, tags) in steps {
            let before = server.record(&id).await;
            edit(page).await;
            for tag in removed {
                page.press(&format!("Remove tag {tag}")).await;
            }
            page.type_into("Tags", typed).await;
            save(page).await;
            let changes = json!({ "tags": tags });
            assert_eq!(sent::take(page).await, [document(&id, &changes)]);
            see_changed(&server, &id, &before, &changes).await;
        }
    })
    .await;
}

#[tokio::test]
async fn several_changes_go_in_one_request_and_no_change_in_none() {
    let server = Server::start().await;
    let id = server.create(whole_agent()).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        sent::listen(page).await;
        // It was told as saved, too.
        let hear = "window.saved = 0; document.addEventListener('agent-directory-saved', () => window.saved++)";
        page.script(hear, vec![]).await;
        edit(page).await;
        save_nothing(page).await;
        page.see_focus("Edit").await;
        edit(page).await;
        page.fill("City", "Salem").await;
        page.fill("City", "  São Quibble ").await;
        page.type_into("Tags", "Boats,").await;
        page.press("Remove tag Boats").await;
        save_nothing(page).await;
        assert_eq!(page.script("return window.saved", vec![]).await, 0);
        page.see_no_draft().await;
        assert_eq!(sent::take(page).await, Vec::<Value>::new());
        let before = server.record(&id).await;
        edit(page).await;
        page.press("Remove tag Waterfront").await;
        page.fill("City", "Salem").await;
        page.fill("Phone", "").await;
        page.fill("Notes", "one\ntwo\n\nthree").await;
        save(page).await;
        let changes = json!({"city": "Salem", "phone": null, "notes": "one\ntwo\n\nthree", "tags": ["Repeat client"]});
        assert_eq!(sent::take(page).await, [document(&id, &changes)]);
        see_changed(&server, &id, &before, &changes).await;
    })
    .await;
}

#[tokio::test]
async fn the_email_is_locked_and_says_why() {
    let server = Server::start().await;
    let id = server.create(whole_agent()).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        edit(page).await;
        page.see_text_in("#form-email-hint", "doesn’t let an agent’s email be changed").await;
        assert_eq!(page.in_root("return root.getElementById('form-email').readOnly").await, true);
        page.type_into("Email", "other@quibble.example").await;
        assert_eq!(page.value("Email").await, "zelda+new@quibble.example");
        page.fill("City", "Salem").await;
        save(page).await;
        assert_eq!(server.record(&id).await["email"], "zelda+new@quibble.example");
    })
    .await;
}
