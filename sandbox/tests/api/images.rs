use reqwest::{
    Method,
    multipart::{Form, Part},
};
use sandbox::Config;

use crate::harness::{Api, answer, picture};

#[tokio::test]
async fn images_are_served_safely_without_a_key() {
    let api = Api::with_agents(20).await;
    let agents = api.list("").await;
    let url = agents.iter().find_map(|agent| agent["attributes"]["image_url"].as_str()).unwrap();
    let response = api.client.get(url).send().await.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["x-content-type-options"], "nosniff");
    let claimed = response.headers()["content-type"].to_str().unwrap().to_owned();
    let bytes = response.bytes().await.unwrap();
    assert_eq!(image::guess_format(&bytes).unwrap().to_mime_type(), claimed);
}

#[tokio::test]
async fn what_is_no_image_is_refused_whatever_its_name() {
    let api = Api::with_agents(0).await;
    let png = picture(image::ImageFormat::Png);
    for bytes in
        [b"<svg/>".to_vec(), b"MZ\x90\0".to_vec(), Vec::new(), b"RIFF\0\0\0\0WEBPVP8 ".to_vec(), png[..20].to_vec()]
    {
        let part = Part::bytes(bytes).file_name("photo.png").mime_str("image/png").unwrap();
        let form = Form::new().text("data[attributes][first_name]", "Ana").part("data[attributes][image]", part);
        assert_eq!(answer(api.request(Method::POST, "").multipart(form)).await.0, 422);
    }
    assert!(api.list("").await.is_empty());
}

#[tokio::test]
async fn an_image_over_the_limit_is_too_large() {
    let api = Api::start(Config { agents: 0, max_image_bytes: 100, ..Config::default() }).await;
    let mut bytes = picture(image::ImageFormat::Png);
    bytes.resize(101, 0);
    let form =
        Form::new().text("data[attributes][first_name]", "Ana").part("data[attributes][image]", Part::bytes(bytes));
    assert_eq!(answer(api.request(Method::POST, "").multipart(form)).await.0, 413);
}
