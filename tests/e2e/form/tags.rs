//! Tags that are picked, and tags in another order.

use serde_json::{Value, json};
use thirtyfour::Key;

use super::fields::{edit, open_agent, save, save_nothing};
use super::sent::{self, document};
use crate::harness::{Page, Server, in_browser};

async fn pick(page: &Page, text: &str) {
    page.type_into("Tags", text).await;
    page.find("[role=option]", "Smith, Jones").await.click().await.unwrap();
}

/// A suggestion with a comma was taken apart at it, as what is typed is.
#[tokio::test]
async fn a_tag_with_a_comma_is_picked_as_one() {
    let server = Server::small().await;
    server.create(json!({"first_name": "Ana", "tags": ["Smith, Jones"]})).await;
    let id = server.create(json!({"first_name": "Zelda", "tags": ["VIP"]})).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        page.see_rows(10).await;
        edit(page).await;
        sent::listen(page).await;
        pick(page, "smi").await;
        assert_eq!(page.tags().await, ["VIP", "Smith, Jones"]);
        save(page).await;
        assert_eq!(sent::take(page).await, [document(&id, &json!({"tags": ["VIP", "Smith, Jones"]}))]);
    })
    .await;
}

#[tokio::test]
async fn a_tag_with_a_comma_is_one_filter() {
    let server = Server::small().await;
    server.create(json!({"first_name": "Ana", "tags": ["Smith, Jones"]})).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(9).await;
        page.press("Filters").await;
        pick(page, "smi").await;
        page.find("button", "Remove Tag: Smith, Jones").await;
        page.see_rows(1).await;
    })
    .await;
}

/// The order was compared too: a tag that was taken off and put on again was asked about on leaving, and sent.
#[tokio::test]
async fn a_tag_that_is_taken_off_and_put_on_again_is_no_change() {
    let server = Server::small().await;
    let id = server.create(json!({"first_name": "Zelda", "tags": ["VIP", "Gold"]})).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        sent::listen(page).await;
        edit(page).await;
        page.press("Remove tag VIP").await;
        page.type_into("Tags", "VIP").await;
        page.press_key(Key::Enter).await;
        assert_eq!(page.tags().await, ["Gold", "VIP"]);
        page.press("Cancel").await;
        page.see_focus("Edit").await;
        edit(page).await;
        page.press("Remove tag VIP").await;
        page.type_into("Tags", "VIP,").await;
        save_nothing(page).await;
        assert_eq!(sent::take(page).await, Vec::<Value>::new());
    })
    .await;
}

/// The focus was lost with the button, and with it Escape.
#[tokio::test]
async fn a_tag_that_is_taken_off_by_its_button_leaves_the_focus_to_the_field() {
    let server = Server::small().await;
    let id = server.create(json!({"first_name": "Zelda", "tags": ["VIP", "Gold"]})).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        edit(page).await;
        page.press("Remove tag VIP").await;
        page.see_focus("Tags").await;
        page.press_key(Key::Escape).await;
        page.find("button", "Keep editing").await;
    })
    .await;
}

/// What was not made a tag before Save was sent as it stood, commas, other case and all.
#[tokio::test]
async fn what_is_typed_of_tags_at_the_save_becomes_tags_too() {
    let server = Server::small().await;
    let id = server.create(json!({"first_name": "Zelda", "tags": ["VIP"]})).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        edit(page).await;
        sent::listen(page).await;
        page.change("Tags", "vip, Gold").await;
        save(page).await;
        assert_eq!(sent::take(page).await, [document(&id, &json!({"tags": ["VIP", "Gold"]}))]);
    })
    .await;
}

#[tokio::test]
async fn a_tag_in_another_case_becomes_the_one_that_is_suggested() {
    let server = Server::small().await;
    server.create(json!({"first_name": "Ana", "tags": ["ZEBRA crossing"]})).await;
    let id = server.create(json!({"first_name": "Zelda"})).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        page.see_rows(10).await;
        edit(page).await;
        sent::listen(page).await;
        page.type_into("Tags", "zebra Crossing").await;
        page.find("[role=option]", "ZEBRA crossing").await;
        page.press_key(Key::Enter).await;
        assert_eq!(page.tags().await, ["ZEBRA crossing"]);
        save(page).await;
        assert_eq!(sent::take(page).await, [document(&id, &json!({"tags": ["ZEBRA crossing"]}))]);
    })
    .await;
}

/// Lets a key be pressed where the focus is, as one that is held down is told if it `repeats`.
async fn press_held(page: &Page, key: &str, repeats: bool) {
    let script = format!(
        "root.activeElement.dispatchEvent(new KeyboardEvent('keydown', {{ key: '{key}', repeat: {repeats}, bubbles: true, \
         cancelable: true }}))"
    );
    page.in_root(&script).await;
}

/// Whoever held it down to take back a word that was typed wiped the tags that were saved.
#[tokio::test]
async fn backspace_that_is_held_down_takes_off_no_tag_and_each_press_one() {
    let server = Server::small().await;
    let id = server.create(json!({"first_name": "Zelda", "tags": ["VIP", "Gold"]})).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        edit(page).await;
        page.type_into("Tags", "B").await;
        page.press_key(Key::Backspace).await;
        assert_eq!(page.value("Tags").await, "");
        for _ in 0..5 {
            press_held(page, "Backspace", true).await;
        }
        assert_eq!(page.tags().await, ["VIP", "Gold"]);
        press_held(page, "Backspace", false).await;
        page.see_text_in(".agent-form .tokens [aria-live]", "Gold is removed.").await;
        assert_eq!(page.tags().await, ["VIP"]);
    })
    .await;
}

/// By keyboard, a tag could only be taken off after all that follow it.
#[tokio::test]
async fn any_tag_is_taken_off_by_keyboard_alone() {
    let server = Server::small().await;
    let id = server.create(json!({"first_name": "Zelda", "tags": ["VIP", "Gold", "Boats"]})).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        edit(page).await;
        page.type_into("Tags", "").await;
        page.press_key(Key::Left).await;
        page.see_focus("Remove tag Boats").await;
        page.press_key(Key::Left).await;
        page.see_focus("Remove tag Gold").await;
        page.press_key(Key::Delete).await;
        page.see_focus("Remove tag Boats").await;
        assert_eq!(page.tags().await, ["VIP", "Boats"]);
        page.press_key(Key::Left).await;
        page.see_focus("Remove tag VIP").await;
        page.press_key(Key::Enter).await;
        page.see_focus("Tags").await;
        assert_eq!(page.tags().await, ["Boats"]);
        page.press_key(Key::Left).await;
        page.press_key(Key::Right).await;
        page.see_focus("Tags").await;
        save(page).await;
        assert_eq!(server.record(&id).await["tags"], json!(["Boats"]));
    })
    .await;
}
