use reqwest::{
    Method,
    multipart::{Form, Part},
};
use sandbox::{Config, DuplicateEmail};
use serde_json::{Value, json};

use crate::harness::{Api, answer, picture, source};

#[tokio::test]
async fn what_was_sent_is_stored_and_given_back() {
    let api = Api::with_agents(0).await;
    let sent = json!({
        "first_name": "  Ana ", "last_name": "Ruiz", "email": "ana@ruiz.example", "phone": "555-0100", "agency_name": "Harbor",
        "agent_team_name": "North", "address": "1 Main St", "city": "Denver", "state": "CO", "zip": "80014",
        "website": "https://ruiz.example", "notes": "Two\nlines", "tags": ["VIP", " VIP ", "", "Gold"],
    });
    let id = api.created(sent).await;
    let (_, document) = api.get(&format!("/{id}?include=agent_team")).await;
    let attributes = &document["data"]["attributes"];
    assert_eq!(attributes["first_name"], "Ana");
    assert_eq!(attributes["notes"], "Two\nlines");
    assert_eq!(attributes["tags"], json!(["VIP", "Gold"]));
    assert_eq!(attributes["agency_name"], "Harbor");
    assert_eq!(document["included"][0]["attributes"]["name"], "North");
}

#[tokio::test]
async fn attributes_that_a_client_may_not_set_are_dropped_without_a_word() {
    let api = Api::with_agents(0).await;
    let id = api
        .created(
            json!({"first_name": "Ana", "agent_inspections": 99, "agency_id": "7", "image_url": "x", "shoe_size": 9}),
        )
        .await;
    let (_, document) = api.get(&format!("/{id}")).await;
    let attributes = &document["data"]["attributes"];
    assert_eq!(attributes["agent_inspections"], 0);
    assert_eq!((&attributes["agency_id"], &attributes["image_url"]), (&Value::Null, &Value::Null));
    assert!(attributes.get("shoe_size").is_none());
}

#[tokio::test]
async fn a_taken_email_is_answered_in_the_dialect_asked_for() {
    for (dialect, status) in
        [(DuplicateEmail::Unprocessable, 422), (DuplicateEmail::Conflict, 409), (DuplicateEmail::Link, 200)]
    {
        let api = Api::start(Config { agents: 0, duplicate_email: dialect, ..Config::default() }).await;
        let first = api.created(json!({"email": "ana@ruiz.example"})).await;
        let (answered, document) = api.create(json!({"email": "ANA@ruiz.example", "first_name": "Other"})).await;
        assert_eq!(answered, status);
        assert_eq!(api.list("").await.len(), 1);
        if dialect == DuplicateEmail::Link {
            assert_eq!(document["data"]["id"], first.as_str());
        }
    }
}

#[tokio::test]
async fn bad_values_are_refused_each_with_its_pointer() {
    let api = Api::with_agents(0).await;
    let long = "x".repeat(300);
    for (attributes, pointer) in [
        (json!({"last_name": "Ruiz"}), "email"),
        (json!({"email": "not an email"}), "email"),
        (json!({"first_name": "Ana", "phone": 5550100}), "phone"),
        (json!({"first_name": "Ana", "tags": "VIP"}), "tags"),
        (json!({"first_name": "Ana", "tags": [1]}), "tags"),
        (json!({"first_name": long}), "first_name"),
    ] {
        let (status, document) = api.create(attributes).await;
        assert_eq!(status, 422, "{pointer}");
        assert_eq!(source(&document)["pointer"], format!("/data/attributes/{pointer}"));
    }
    assert!(api.list("").await.is_empty());
}

#[tokio::test]
async fn multipart_brings_values_tags_and_an_image() {
    let api = Api::with_agents(0).await;
    let bytes = picture(image::ImageFormat::Gif);
    let form = Form::new()
        .text("data[attributes][first_name]", "Ana")
        .text("data[attributes][tags][]", "VIP")
        .text("data[attributes][tags][]", "Gold")
        .part(
            "data[attributes][image]",
            Part::bytes(bytes.clone()).file_name("me.jpg").mime_str("image/jpeg").unwrap(),
        );
    let (status, document) = answer(api.request(Method::POST, "").multipart(form)).await;
    assert_eq!(status, 201, "{document}");
    let attributes = &document["data"]["attributes"];
    assert_eq!(attributes["tags"], json!(["VIP", "Gold"]));
    let url = attributes["image_url"].as_str().unwrap();
    assert!(url.ends_with(".gif"), "named after its bytes: {url}");
    assert_eq!(api.client.get(url).send().await.unwrap().bytes().await.unwrap(), bytes);
}

#[tokio::test]
async fn a_server_may_store_emails_in_lower_case_and_find_them_by_that_alone() {
    let api = Api::start(Config { agents: 0, exact_emails: true, ..Config::default() }).await;
    api.created(json!({"email": "Ana@Ruiz.example"})).await;
    let found = api.list("?filter[email]=ana@ruiz.example").await;
    assert_eq!(found[0]["attributes"]["email"], "ana@ruiz.example");
    assert!(api.list("?filter[email]=Ana@Ruiz.example").await.is_empty());
}
