//! Saves whose fate can't be seen at once: what was done is found later, and nothing is done twice.

use image::ImageFormat;
use sandbox::Config;
use serde_json::{Value, json};

use super::fields::{choose, edit, only_with_email, open_agent, open_new, save, whole_agent};
use super::pictures::{Folder, quarters};
use crate::harness::{Page, Server, in_browser, wait_for};

const EMAIL: &str = "zelda@quibble.example";

/// Makes the next write slow and then lose its answer, and every question after it fail.
async fn lose_sight(page: &Page, server: &Server, method: &str, is_done: bool) {
    let before = server.writes().await.len();
    server.order_fault(json!({"method": method, "times": 1, "fault": {"kind": "latency", "milliseconds": 1500}})).await;
    let lost = json!({"kind": "closed_connection", "after_processing": is_done});
    server.order_fault(json!({"method": method, "times": 1, "fault": lost})).await;
    page.press("Save").await;
    wait_for("the write", async || (server.writes().await.len() > before).then_some(())).await;
    server.order_fault(json!({"method": "GET", "fault": {"kind": "status", "status": 500}})).await;
    page.see_alert("Whether it was saved can’t be told right now.").await;
    server.clear_faults().await;
}

#[tokio::test]
async fn a_create_of_which_nothing_can_be_seen_is_found_by_the_next_save() {
    let (server, folder) = (Server::start().await, Folder::new());
    let path = folder.put("zelda.png", &quarters(40, 30, ImageFormat::Png));
    for (number, (is_done, has_photo)) in [(true, false), (true, true), (false, false)].into_iter().enumerate() {
        in_browser(async |page| {
            let email = format!("{number}{EMAIL}");
            open_new(page, &server).await;
            page.fill("Email", &email).await;
            page.fill("City", "Quibbleton").await;
            if has_photo {
                choose(page, &path).await;
            }
            let before = server.writes().await.len();
            lose_sight(page, &server, "POST", is_done).await;
            assert_eq!(page.value("City").await, "Quibbleton");
            save(page).await;
            assert_eq!(server.writes().await.len() - before, if is_done { 1 } else { 2 });
            let created = only_with_email(&server, &email).await;
            assert_eq!(created["attributes"]["city"], "Quibbleton");
            assert_eq!(created["attributes"]["image_url"].is_string(), has_photo);
        })
        .await;
    }
}

/// It was not found by the email as it was typed, and sent again.
#[tokio::test]
async fn a_create_is_found_where_emails_are_stored_in_lower_case_and_compared_to_the_letter() {
    let element = r#"<agent-directory api="/api" url-state="ad"></agent-directory>"#;
    let server = Server::with(Config { agents: 60, exact_emails: true, ..Config::default() }, element).await;
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Email", "Zelda@Quibble.example").await;
        page.fill("City", "Quibbleton").await;
        lose_sight(page, &server, "POST", true).await;
        save(page).await;
        assert_eq!(server.writes().await.len(), 1);
        assert_eq!(only_with_email(&server, EMAIL).await["attributes"]["city"], "Quibbleton");
    })
    .await;
}

#[tokio::test]
async fn an_agent_without_an_email_is_not_created_twice_either() {
    let server = Server::start().await;
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("First name", "Zelda").await;
        page.fill("Last name", "Quibble").await;
        page.fill("Phone", "(555) 010-0017").await;
        lose_sight(page, &server, "POST", true).await;
        save(page).await;
        assert_eq!(server.list("filter[fulltext]=Zelda Quibble").await.len(), 1);
        assert_eq!(server.writes().await.len(), 1);
    })
    .await;
}

/// Only “Saved.” was said.
#[tokio::test]
async fn whoever_saves_hears_that_there_was_no_answer_and_what_was_found() {
    let server = Server::start().await;
    server
        .order_fault(
            json!({"method": "POST", "times": 1, "fault": {"kind": "closed_connection", "after_processing": true}}),
        )
        .await;
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Email", EMAIL).await;
        page.press("Save").await;
        page.see_status("Saved. The server gave no usable answer, but the directory looked: what you typed is there.")
            .await;
    })
    .await;
}

/// The other one’s record was called saved, and what was typed was to be saved into it.
#[tokio::test]
async fn an_agent_of_another_name_who_has_come_meanwhile_is_not_taken_for_the_one_that_was_sent() {
    let server = Server::start().await;
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Email", EMAIL).await;
        page.fill("First name", "Zelda").await;
        page.fill("City", "Quibbleton").await;
        // The other one comes while the create is on its way, which is lost.
        server
            .order_fault(json!({"method": "POST", "times": 1, "fault": {"kind": "latency", "milliseconds": 3000}}))
            .await;
        server.order_fault(json!({"method": "POST", "times": 1, "fault": {"kind": "closed_connection"}})).await;
        page.press("Save").await;
        wait_for("the create", async || (!server.writes().await.is_empty()).then_some(())).await;
        let other = server.create(json!({"email": EMAIL, "first_name": "Yorick", "city": "Salem"})).await;
        page.see_alert("Yorick, who was not there before, has this email now").await;
        page.see_alert("What you typed is still here").await;
        assert_eq!(server.record(&other).await["city"], "Salem");
        assert_eq!(page.value("City").await, "Quibbleton");
        page.fill("City", "Eugene").await;
        page.press("Save").await;
        page.find("button", "Create anyway").await;
    })
    .await;
}

#[tokio::test]
async fn an_update_of_which_nothing_can_be_seen_is_found_by_the_next_save() {
    let server = Server::start().await;
    let id = server.create(whole_agent()).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        for (is_done, city) in [(true, "Salem"), (false, "Eugene")] {
            page.press("Edit").await;
            page.fill("City", city).await;
            let before = server.writes().await.len();
            lose_sight(page, &server, "PATCH", is_done).await;
            assert_eq!(page.value("City").await, city);
            save(page).await;
            assert_eq!(server.record(&id).await["city"], city);
            assert_eq!(server.writes().await.len() - before, if is_done { 1 } else { 2 });
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_is_sent_while_the_directory_can_not_be_asked_first() {
    let server = Server::start().await;
    let id = server.create(whole_agent()).await;
    let before = server.writes().await.len();
    let reads = [("filter[email]", "/v2/connections"), ("", &format!("/v2/connections/{id}"))];
    for (is_new, (query, path)) in [true, false].into_iter().zip(reads) {
        in_browser(async |page| {
            match is_new {
                true => open_new(page, &server).await,
                false => open_agent(page, &server, &id).await,
            }
            page.press_if_there("Edit").await;
            if is_new {
                page.fill("Email", EMAIL).await;
            }
            page.fill("City", "Salem").await;
            for fault in [json!({"kind": "status", "status": 503}), json!({"kind": "malformed_json"})] {
                server.order_fault(json!({"method": "GET", "path": path, "query": query, "fault": fault})).await;
                page.press("Save").await;
                page.see_alert("Nothing was sent. What you typed is still here").await;
                assert_eq!(page.value("City").await, "Salem");
                server.clear_faults().await;
            }
            let made = server.writes().await.len();
            save(page).await;
            assert_eq!(server.writes().await.len() - made, 1);
        })
        .await;
    }
    assert_eq!(server.writes().await.len() - before, 2);
}

#[tokio::test]
async fn a_save_that_is_stopped_can_be_taken_up_again() {
    let (server, folder) = (Server::start().await, Folder::new());
    let picture = quarters(40, 30, ImageFormat::Png);
    let path = folder.put("zelda.png", &picture);
    for has_photo in [false, true] {
        let email = format!("{has_photo}{EMAIL}");
        in_browser(async |page| {
            open_new(page, &server).await;
            let listen = "window.errors = 0; addEventListener('agent-directory-error', () => errors++);";
            page.script(listen, vec![]).await;
            page.fill("Email", &email).await;
            if has_photo {
                choose(page, &path).await;
            }
            let slow = json!({"kind": "latency", "milliseconds": 60_000});
            server.order_fault(json!({"method": "POST", "times": 1, "fault": slow})).await;
            page.press("Save").await;
            let reached = async || server.writes().await.last().filter(|write| write["status"] == Value::Null).cloned();
            wait_for("the create", reached).await;
            page.press("Stop").await;
            page.see_alert("The save was stopped. The directory looked, and nothing is saved yet.").await;
            assert_eq!(page.script("return errors", vec![]).await, 0, "a stop is no error of the page's");
            save(page).await;
            let created = only_with_email(&server, &email).await;
            assert_eq!(created["attributes"]["image_url"].is_string(), has_photo);
        })
        .await;
    }
}

/// The answer was taken for the record, and what it did not have was gone from the form and the panel.
#[tokio::test]
async fn an_answer_with_less_than_the_record_does_not_stand_for_it() {
    let server = Server::start().await;
    let id = server.create(whole_agent()).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        edit(page).await;
        page.fill("City", "Salem").await;
        let thin = json!({"data": {"type": "connection", "id": id, "attributes": {"city": "Salem"}}});
        let answers = json!({"kind": "status", "status": 200, "body": thin.to_string()});
        for fault in [json!({"kind": "latency", "milliseconds": 1500}), answers] {
            server.order_fault(json!({"method": "PATCH", "times": 1, "fault": fault})).await;
        }
        page.press("Save").await;
        wait_for("the write", async || (server.writes().await.len() == 2).then_some(())).await;
        server.order_fault(json!({"method": "GET", "fault": {"kind": "status", "status": 500}})).await;
        page.see_alert("It was saved, but could not be read again.").await;
        server.clear_faults().await;
        assert_eq!(page.value("Notes").await, whole_agent()["notes"].as_str().unwrap());
        save(page).await;
        assert_eq!(server.record(&id).await["city"], "Salem");
    })
    .await;
}

/// What was taken out after the create came back: the tag, the note and the city.
#[tokio::test]
async fn what_is_taken_out_after_a_create_without_an_answer_stays_out() {
    let server = Server::start().await;
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("First name", "Zelda").await;
        page.fill("Email", EMAIL).await;
        page.fill("City", "Quibbleton").await;
        page.type_into("Tags", "VIP,Gold,").await;
        page.fill("Notes", "one, two").await;
        lose_sight(page, &server, "POST", true).await;
        page.press("Remove tag VIP").await;
        page.fill("City", "").await;
        page.fill("Notes", "two").await;
        page.press("Save").await;
        page.see_alert("The earlier save has worked, although its answer was lost").await;
        page.press("Edit with what you typed: Zelda").await;
        assert_eq!(page.tags().await, ["Gold"]);
        save(page).await;
        let stored = only_with_email(&server, EMAIL).await["attributes"].clone();
        assert_eq!(json!([stored["city"], stored["tags"], stored["notes"]]), json!([null, ["Gold"], "two"]));
    })
    .await;
}
