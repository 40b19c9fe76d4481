use image::ImageFormat;
use serde_json::{Value, json};
use thirtyfour::Key;

use super::fields::{TEXTS, choose, open_agent, save, whole_agent};
use super::pictures::{Folder, quarters};
use super::sent::{self, document, form};
use crate::harness::{Page, Server, in_browser, wait_for};

const IMAGE: &str = "data[attributes][image]";

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

/// Asserts that just `changes` have become of `before`, but for what the server changes by itself.
async fn see_changed(server: &Server, id: &str, before: &Value, changes: &Value) {
    let mut expected = before.clone();
    changes.as_object().unwrap().iter().for_each(|(name, value)| expected[name] = value.clone());
    let mut stored = server.record(id).await;
    for name in ["updated_at", "agency_id", "agent_team_id"] {
        stored[name] = Value::Null;
        expected[name] = Value::Null;
    }
    assert_eq!(stored, expected, "{changes}");
}

/// Opens the form with the agent who is open.
async fn edit(page: &Page) {
    page.press("Edit").await;
    page.find("input", "First name").await;
}

/// Waits until the panel shows the picture at `url`.
async fn see_photo(page: &Page, url: &Value) {
    let is_shown = format!(
        "return [...root.querySelectorAll('.detail-header img')].some((image) => image.src === {url} && image.naturalWidth > 0)"
    );
    wait_for("the photo in the panel", async || (page.in_root(&is_shown).await == true).then_some(())).await;
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
        edit(page).await;
        save(page).await;
        edit(page).await;
        page.fill("City", "Salem").await;
        page.fill("City", "  São Quibble ").await;
        page.type_into("Tags", "Boats,").await;
        page.press("Remove tag Boats").await;
        save(page).await;
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
        save(page).await;
        assert_eq!(server.record(&id).await["email"], "zelda+new@quibble.example");
    })
    .await;
}

#[tokio::test]
async fn a_new_photo_takes_the_place_of_the_old_and_changes_nothing_else() {
    let (server, folder) = (Server::start().await, Folder::new());
    let id = server.create(whole_agent()).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        sent::listen(page).await;
        for (name, format) in [("first.png", ImageFormat::Png), ("second.jpg", ImageFormat::Jpeg)] {
            let (before, picture) = (server.record(&id).await, quarters(120, 90, format));
            edit(page).await;
            choose(page, &folder.put(name, &picture)).await;
            save(page).await;
            assert_eq!(sent::take(page).await, [form(&id, &[(IMAGE, name)])]);
            assert_eq!(server.photo(&id).await, picture);
            let now = server.record(&id).await;
            assert_ne!(now["image_url"], before["image_url"]);
            see_changed(&server, &id, &before, &json!({"image_url": now["image_url"]})).await;
            see_photo(page, &now["image_url"]).await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_photo_goes_with_what_is_typed_and_after_what_is_cleared() {
    let (server, folder) = (Server::start().await, Folder::new());
    let id = server.create(whole_agent()).await;
    let picture = quarters(120, 90, ImageFormat::Png);
    let path = folder.put("zelda.png", &picture);
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        sent::listen(page).await;
        edit(page).await;
        page.fill("City", "Salem").await;
        page.type_into("Tags", "Boats,").await;
        choose(page, &path).await;
        save(page).await;
        let tags = ["Waterfront", "Repeat client", "Boats"].map(|tag| ("data[attributes][tags][]", tag));
        let parts = [&[("data[attributes][city]", "Salem")][..], &tags, &[(IMAGE, "zelda.png")]].concat();
        assert_eq!(sent::take(page).await, [form(&id, &parts)]);
        let before = server.record(&id).await;
        edit(page).await;
        page.fill("City", "Eugene").await;
        page.fill("Phone", "").await;
        choose(page, &path).await;
        save(page).await;
        let changes = json!({"city": "Eugene", "phone": null});
        assert_eq!(sent::take(page).await, [document(&id, &changes), form(&id, &[(IMAGE, "zelda.png")])]);
        let image = &server.record(&id).await["image_url"];
        see_changed(&server, &id, &before, &json!({"city": "Eugene", "phone": null, "image_url": image})).await;
        assert_eq!(server.photo(&id).await, picture);
    })
    .await;
}
