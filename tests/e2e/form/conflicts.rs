use image::ImageFormat;
use serde_json::{Value, json};
use thirtyfour::Key;

use super::fields::{TEXTS, choose, open_agent, save, save_nothing, whole_agent};
use super::pictures::{Folder, quarters};
use super::sent::{self, document};
use crate::harness::{Page, Server, in_browser};

/// The page with the form of an agent on it.
async fn edit(page: &Page, server: &Server, id: &str) {
    open_agent(page, server, id).await;
    page.press("Edit").await;
    page.find("input", "First name").await;
}

/// Saves, and sees the question about a field with both values.
async fn see_question(page: &Page, label: &str, theirs: &str, mine: &str) {
    page.press("Save").await;
    page.see_text_in("h3", "Somebody else has changed this agent").await;
    page.see_text_in(&format!(".choice-of-two[aria-label='{label}']"), &format!("Theirs{theirs}Yours{mine}")).await;
}

/// What two people make of a field.
fn both(attribute: &str) -> (&'static str, &'static str) {
    match attribute {
        "phone" => ("(555) 010-0001", "(555) 010-0002"),
        "website" => ("https://theirs.example", "https://mine.example"),
        _ => ("Theirs 1", "Mine 1"),
    }
}

#[tokio::test]
async fn of_each_field_that_two_have_changed_the_person_chooses_the_value() {
    let server = Server::start().await;
    let id = server.create(whole_agent()).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        sent::listen(page).await;
        let fields = TEXTS.into_iter().filter(|(_, attribute, _)| *attribute != "email");
        for (number, (label, attribute, _)) in fields.enumerate() {
            let ((theirs, mine), keeps_mine) = (both(attribute), number % 2 == 0);
            page.press("Edit").await;
            page.fill(label, mine).await;
            page.press_key(Key::Tab).await;
            server.change(&id, json!({ attribute: theirs })).await;
            see_question(page, label, theirs, mine).await;
            assert_eq!(server.record(&id).await[attribute], theirs, "{label}: nothing is written before the choice");
            assert_eq!(page.value(label).await, mine);
            page.press(&format!("Keep {}: {label}", if keeps_mine { "yours" } else { "theirs" })).await;
            let chosen = if keeps_mine { mine } else { theirs };
            assert_eq!(page.value(label).await, chosen);
            if keeps_mine {
                save(page).await
            } else {
                save_nothing(page).await
            }
            assert_eq!(server.record(&id).await[attribute], chosen, "{label}");
            let expected: Vec<_> = keeps_mine.then(|| document(&id, &json!({ attribute: mine }))).into_iter().collect();
            assert_eq!(sent::take(page).await, expected, "{label}");
        }
    })
    .await;
}

#[tokio::test]
async fn what_one_clears_and_another_changes_is_asked_about() {
    let server = Server::start().await;
    let id = server.create(whole_agent()).await;
    in_browser(async |page| {
        edit(page, &server, &id).await;
        page.fill("City", "").await;
        page.fill("ZIP", "97201").await;
        server.change(&id, json!({"city": "Salem", "zip": null})).await;
        see_question(page, "City", "Salem", "(empty)").await;
        page.press("Keep yours: City").await;
        page.press("Keep theirs: ZIP").await;
        save(page).await;
        let stored = server.record(&id).await;
        assert_eq!((&stored["city"], &stored["zip"]), (&Value::Null, &Value::Null));
    })
    .await;
}

#[tokio::test]
async fn different_fields_are_both_kept_without_a_question() {
    let server = Server::start().await;
    let id = server.create(whole_agent()).await;
    in_browser(async |page| {
        edit(page, &server, &id).await;
        sent::listen(page).await;
        page.fill("City", "Salem").await;
        page.fill("State", "WA").await;
        server.change(&id, json!({"zip": "97201", "state": "WA", "notes": "Moved.", "tags": ["Boats"]})).await;
        save(page).await;
        // The same change made twice is none to ask about.
        assert_eq!(sent::take(page).await, [document(&id, &json!({"city": "Salem"}))]);
        page.see_text_in("[role=dialog]", "Moved.").await;
        let stored = server.record(&id).await;
        let expected = json!(["Salem", "WA", "97201", "Moved.", ["Boats"]]);
        assert_eq!(json!([stored["city"], stored["state"], stored["zip"], stored["notes"], stored["tags"]]), expected);
    })
    .await;
}

#[tokio::test]
async fn tags_that_two_have_changed_are_asked_about() {
    let server = Server::start().await;
    let id = server.create(whole_agent()).await;
    in_browser(async |page| {
        for (choice, tags) in [("theirs", json!(["Boats"])), ("yours", json!(["Quays"]))] {
            server.change(&id, json!({"tags": []})).await;
            edit(page, &server, &id).await;
            page.type_into("Tags", "Quays,").await;
            server.change(&id, json!({"tags": ["Boats"]})).await;
            see_question(page, "Tags", "Boats", "Quays").await;
            page.press(&format!("Keep {choice}: Tags")).await;
            if choice == "yours" {
                save(page).await
            } else {
                save_nothing(page).await
            }
            assert_eq!(server.record(&id).await["tags"], tags);
        }
    })
    .await;
}

#[tokio::test]
async fn who_changes_again_after_the_choice_is_asked_about_again() {
    let server = Server::start().await;
    let id = server.create(whole_agent()).await;
    in_browser(async |page| {
        edit(page, &server, &id).await;
        page.fill("City", "Eugene").await;
        server.change(&id, json!({"city": "Salem"})).await;
        see_question(page, "City", "Salem", "Eugene").await;
        page.press("Keep yours: City").await;
        server.change(&id, json!({"city": "Bend"})).await;
        see_question(page, "City", "Bend", "Eugene").await;
        page.press("Keep theirs: City").await;
        save_nothing(page).await;
        page.see_text_in("[role=dialog]", "Bend").await;
        assert_eq!(server.record(&id).await["city"], "Bend");
    })
    .await;
}

#[tokio::test]
async fn two_browsers_give_one_agent_two_photos_and_the_second_is_asked() {
    let (server, folder) = (Server::start().await, Folder::new());
    let id = server.create(whole_agent()).await;
    let [first, second, third] = [40, 50, 60].map(|width| quarters(width, 30, ImageFormat::Png));
    let [one, two, three] =
        [("one.png", &first), ("two.png", &second), ("three.png", &third)].map(|(name, bytes)| folder.put(name, bytes));
    in_browser(async |their_page| {
        in_browser(async |page| {
            for (choice, theirs, mine, kept) in [("theirs", &one, &two, &first), ("yours", &three, &two, &second)] {
                edit(page, &server, &id).await;
                choose(page, mine).await;
                edit(their_page, &server, &id).await;
                choose(their_page, theirs).await;
                save(their_page).await;
                let words = ("Another photo was saved meanwhile.", "The photo that you chose.");
                see_question(page, "Photo", words.0, words.1).await;
                let pictures = "return root.querySelectorAll('.choice-of-two img').length";
                assert_eq!(page.in_root(pictures).await, 2, "both pictures are shown");
                page.press(&format!("Keep {choice}: Photo")).await;
                if choice == "yours" {
                    save(page).await
                } else {
                    save_nothing(page).await
                }
                assert_eq!(server.photo(&id).await, *kept, "{choice}");
            }
        })
        .await;
    })
    .await;
}
