use reqwest::{
    Method,
    multipart::{Form, Part},
};
use sandbox::{Config, ImageAddress};
use serde_json::{Value, json};

use crate::harness::{Api, answer, picture, source};

async fn ana() -> (Api, String) {
    ana_of(Config::default()).await
}

async fn ana_of(config: Config) -> (Api, String) {
    let api = Api::start(Config { agents: 0, ..config }).await;
    let id = api
        .created(json!({"first_name": "Ana", "email": "ana@ruiz.example", "phone": "555-0100", "agency_name": "Harbor", "tags": ["VIP"]}))
        .await;
    (api, id)
}

#[tokio::test]
async fn only_what_is_given_changes() {
    let (api, id) = ana().await;
    let (status, document) = api.update(&id, json!({"phone": "555-0199"})).await;
    assert_eq!(status, 200);
    let attributes = &document["data"]["attributes"];
    assert_eq!(attributes["phone"], "555-0199");
    assert_eq!((&attributes["first_name"], &attributes["tags"]), (&json!("Ana"), &json!(["VIP"])));
}

#[tokio::test]
async fn null_and_an_empty_list_clear() {
    let (api, id) = ana().await;
    let (_, document) = api.update(&id, json!({"phone": null, "agency_name": null, "tags": []})).await;
    let attributes = &document["data"]["attributes"];
    assert_eq!(
        (&attributes["phone"], &attributes["agency_id"], &attributes["tags"]),
        (&Value::Null, &Value::Null, &json!([]))
    );
}

#[tokio::test]
async fn the_new_words_are_found_and_the_old_ones_are_not() {
    let (api, id) = ana().await;
    api.update(&id, json!({"first_name": "Beatriz", "agency_name": "Summit"})).await;
    assert_eq!(api.list("?filter[fulltext]=beatriz summit").await.len(), 1);
    assert!(api.list("?filter[fulltext]=harbor").await.is_empty());
}

#[tokio::test]
async fn the_email_cannot_be_changed() {
    let (api, id) = ana().await;
    let (status, document) = api.update(&id, json!({"email": "new@ruiz.example", "phone": "1"})).await;
    assert_eq!(status, 422);
    assert_eq!(source(&document)["pointer"], "/data/attributes/email");
    assert_eq!(api.get(&format!("/{id}")).await.1["data"]["attributes"]["phone"], "555-0100", "nothing is half done");
}

#[tokio::test]
async fn another_id_or_type_than_the_address_s_is_a_conflict() {
    let (api, id) = ana().await;
    for data in [json!({"id": "99", "type": "connection"}), json!({"id": id, "type": "agent"})] {
        let (status, _) = answer(api.request(Method::PATCH, &format!("/{id}")).json(&json!({ "data": data }))).await;
        assert_eq!(status, 409);
    }
    assert_eq!(api.update("99", json!({})).await.0, 404);
}

fn image(format: image::ImageFormat) -> Form {
    Form::new().part("data[attributes][image]", Part::bytes(picture(format)).file_name("photo"))
}

#[tokio::test]
async fn an_image_replaces_the_one_before_by_put_as_well() {
    let (api, id) = ana().await;
    for (format, ending) in [(image::ImageFormat::Png, ".png"), (image::ImageFormat::Jpeg, ".jpg")] {
        let (status, document) = answer(api.request(Method::PUT, &format!("/{id}")).multipart(image(format))).await;
        assert_eq!(status, 200);
        assert!(document["data"]["attributes"]["image_url"].as_str().unwrap().ends_with(ending));
    }
}

#[tokio::test]
async fn an_image_s_address_may_stay_in_whole_or_in_its_path() {
    for (image_address, stays) in [(ImageAddress::Fixed, true), (ImageAddress::Versioned, false)] {
        let (api, id) = ana_of(Config { image_address, ..Config::default() }).await;
        let mut urls = Vec::new();
        for format in [image::ImageFormat::Png, image::ImageFormat::Jpeg] {
            let (_, document) = answer(api.request(Method::PATCH, &format!("/{id}")).multipart(image(format))).await;
            let url = document["data"]["attributes"]["image_url"].as_str().unwrap().to_owned();
            let bytes = api.client.get(&url).send().await.unwrap().bytes().await.unwrap();
            assert_eq!(bytes, picture(format), "{image_address:?}");
            urls.push(url);
        }
        assert_eq!(urls[0] == urls[1], stays, "{image_address:?}");
        let path = |url: &String| url.split('?').next().unwrap().to_owned();
        assert_eq!(path(&urls[0]), path(&urls[1]), "{image_address:?}");
    }
}
