use image::ImageFormat;
use serde_json::{Value, json};

use super::fields::{TEXTS, choose, only_with_email, open_new, save, whole_agent};
use super::pictures::{Folder, quarters};
use crate::harness::{Page, Server, in_browser};

/// Fills in every field there is for text and tags.
async fn fill_everything(page: &Page) {
    for (label, _, text) in TEXTS {
        page.fill(label, text).await;
    }
    page.type_into("Tags", "Waterfront,Repeat client,").await;
}

#[tokio::test]
async fn every_field_is_stored_as_it_was_typed() {
    let server = Server::start().await;
    in_browser(async |page| {
        open_new(page, &server).await;
        fill_everything(page).await;
        save(page).await;
        let stored = only_with_email(&server, "zelda+new@quibble.example").await["attributes"].clone();
        for (attribute, typed) in whole_agent().as_object().unwrap() {
            assert_eq!(stored[attribute], *typed, "{attribute}");
        }
        assert_eq!(stored["image_url"], json!(null));
        assert_eq!(server.writes().await.len(), 1);
        page.see_text_in("[role=dialog] h2", "Zoë “Zelda” O’Quibble-Ñandú").await;
    })
    .await;
}

#[tokio::test]
async fn with_a_photo_every_field_is_stored_too() {
    let (server, folder) = (Server::start().await, Folder::new());
    let picture = quarters(200, 150, ImageFormat::Png);
    in_browser(async |page| {
        open_new(page, &server).await;
        fill_everything(page).await;
        choose(page, &folder.put("zelda.png", &picture)).await;
        save(page).await;
        let created = only_with_email(&server, "zelda+new@quibble.example").await;
        for (attribute, typed) in whole_agent().as_object().unwrap() {
            assert_eq!(&created["attributes"][attribute], typed, "{attribute}");
        }
        assert_eq!(server.photo(created["id"].as_str().unwrap()).await, picture);
        // A form can't carry notes of several lines as they are.
        let methods = server.writes().await.into_iter().map(|write| write["method"].clone()).collect::<Vec<_>>();
        assert_eq!(methods, ["POST", "PATCH"]);
    })
    .await;
}

#[tokio::test]
async fn an_email_a_phone_number_or_a_first_name_is_enough() {
    let server = Server::start().await;
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Last name", "Quibble").await;
        page.press("Save").await;
        page.see_alert("email, a phone number or a first name").await;
        assert!(server.writes().await.is_empty());
        page.fill("Last name", "").await;
        for (number, (label, attribute, text)) in [
            ("First name", "first_name", "Zelda"),
            ("Email", "email", "zelda@quibble.example"),
            ("Phone", "phone", "(555) 010-0017"),
        ]
        .into_iter()
        .enumerate()
        {
            page.fill(label, text).await;
            save(page).await;
            let newest = &server.list(&format!("filter[id]={}", 301 + number)).await[0];
            assert_eq!(newest["attributes"][attribute], text);
            assert_eq!(newest["attributes"]["last_name"], json!(null));
            page.press("New agent").await;
            page.find("input", "First name").await;
        }
    })
    .await;
}

#[tokio::test]
async fn two_presses_of_save_create_one_agent() {
    let server = Server::start().await;
    let latency = json!({"method": "POST", "times": 1, "fault": {"kind": "latency", "milliseconds": 500}});
    server.order_fault(latency).await;
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("First name", "Zelda").await;
        page.fill("Last name", "Quibble").await;
        page.in_root("const save = root.querySelector('[type=submit].primary'); save.click(); save.click()").await;
        page.press_key(thirtyfour::Key::Enter).await;
        page.see_status("Saved.").await;
        assert_eq!(server.writes().await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_server_that_does_not_know_the_media_type_gets_plain_json() {
    let server = Server::start().await;
    let unknown = json!({"kind": "status", "status": 415});
    server.order_fault(json!({"method": "POST", "times": 1, "fault": unknown})).await;
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Email", "zelda@quibble.example").await;
        save(page).await;
        only_with_email(&server, "zelda@quibble.example").await;
        let media_types: Vec<_> = server.writes().await.iter().map(|write| header(write, "content-type")).collect();
        assert_eq!(media_types, ["application/vnd.api+json", "application/json"]);
    })
    .await;
}

fn header(request: &Value, name: &str) -> String {
    let headers: Vec<(String, String)> = serde_json::from_value(request["headers"].clone()).unwrap();
    headers.into_iter().find(|(other, _)| other == name).unwrap().1
}
