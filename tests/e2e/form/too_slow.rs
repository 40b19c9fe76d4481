//! Saves whose answer does not come in time.

use image::ImageFormat;
use sandbox::Config;
use serde_json::json;

use super::fields::{choose, edit, only_with_email, open_agent, open_new, save, whole_agent};
use super::pictures::{Folder, quarters};
use crate::harness::{Page, Server, in_browser};

/// An element that waits for an answer no longer than four seconds.
async fn impatient() -> Server {
    let element = r#"<agent-directory api="/api" url-state="ad" timeout="4"></agent-directory>"#;
    Server::with(Config { agents: 300, ..Config::default() }, element).await
}

async fn save_too_slowly(page: &Page, server: &Server, method: &str) {
    let slow = json!({"kind": "latency", "milliseconds": 60_000});
    server.order_fault(json!({"method": method, "times": 1, "fault": slow})).await;
    page.press("Save").await;
    page.see_alert("There was no answer within 4 seconds. Try again. The directory looked, and nothing is saved yet.")
        .await;
}

#[tokio::test]
async fn a_create_that_takes_too_long_can_be_taken_up_again() {
    let (server, folder) = (impatient().await, Folder::new());
    let path = folder.put("zelda.png", &quarters(40, 30, ImageFormat::Png));
    in_browser(async |page| {
        open_new(page, &server).await;
        for has_photo in [false, true] {
            let email = format!("{has_photo}zelda@quibble.example");
            page.fill("Email", &email).await;
            if has_photo {
                choose(page, &path).await;
            }
            save_too_slowly(page, &server, "POST").await;
            save(page).await;
            let created = only_with_email(&server, &email).await;
            assert_eq!(created["attributes"]["image_url"].is_string(), has_photo);
            page.press("New agent").await;
            page.find("input", "First name").await;
        }
    })
    .await;
}

#[tokio::test]
async fn a_change_that_takes_too_long_can_be_taken_up_again() {
    let (server, folder) = (impatient().await, Folder::new());
    let path = folder.put("zelda.png", &quarters(40, 30, ImageFormat::Png));
    let id = server.create(whole_agent()).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        for (city, has_photo) in [("Salem", false), ("Eugene", true)] {
            edit(page).await;
            page.fill("City", city).await;
            if has_photo {
                choose(page, &path).await;
            }
            save_too_slowly(page, &server, "PATCH").await;
            assert_eq!(page.value("City").await, city);
            save(page).await;
            let stored = server.record(&id).await;
            assert_eq!(json!([stored["city"], stored["image_url"].is_string()]), json!([city, has_photo]));
        }
    })
    .await;
}
