//! Filling the form from a text: what is found is shown first, and nothing of it is lost.

use serde_json::json;

use super::fields::{edit, open_agent, open_new, save, save_nothing, whole_agent};
use crate::harness::{Page, Server, in_browser, wait_for};

const BOX: &str = "E-mail signature or vCard";
const FOUND: &str = "#form-fill-box .choice";

/// A card of somebody in another city than the agent is.
const CARD: &str = "BEGIN:VCARD\nVERSION:3.0\nN:Quibble;Zelda;;;\nEMAIL:other@quibble.example\nTEL:(555) 010-0099\n\
    ADR:;;2 Pier Street;Salem;OR;97301;\nEND:VCARD";

async fn paste(page: &Page, text: &str) {
    page.press("Fill from text").await;
    page.set(BOX, text).await;
    page.find("button", "Fill in").await;
}

/// What is found, as it is read: the field, the value, and what that would take the place of.
async fn found(page: &Page) -> Vec<String> {
    let found = format!(
        "return [...root.querySelectorAll({})].map((one) => one.textContent.replace(/\\s+/g, ' ').trim())",
        json!(FOUND)
    );
    serde_json::from_value(page.in_root(&found).await).unwrap()
}

#[tokio::test]
async fn a_value_that_is_left_out_stays_as_it_was_and_the_email_is_not_offered() {
    let server = Server::start().await;
    let id = server.create(json!({"first_name": "Zelda", "email": "zelda@quibble.example", "city": "Portland"})).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        edit(page).await;
        paste(page, CARD).await;
        let expected = [
            "Last name: Quibble",
            "Phone: (555) 010-0099",
            "Address: 2 Pier Street",
            "City: Salem (instead of Portland)",
            "State: OR",
            "ZIP: 97301",
        ];
        assert_eq!(found(page).await, expected);
        page.find("input", "City: Salem (instead of Portland)").await.click().await.unwrap();
        page.press("Fill in").await;
        for (field, value) in [("City", "Portland"), ("ZIP", "97301"), ("Email", "zelda@quibble.example")] {
            assert_eq!(page.value(field).await, value, "{field}");
        }
        save(page).await;
        let stored = server.record(&id).await;
        assert_eq!((&stored["city"], &stored["last_name"]), (&json!("Portland"), &json!("Quibble")));
        assert_eq!(stored["email"], "zelda@quibble.example");
    })
    .await;
}

/// What it would take the place of was told as it had been when the text was pasted, and what was typed since went unseen.
#[tokio::test]
async fn what_is_typed_after_the_paste_is_told_as_what_would_be_replaced() {
    let server = Server::start().await;
    let id = server.create(json!({"first_name": "Zelda", "email": "zelda@quibble.example"})).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        edit(page).await;
        paste(page, CARD).await;
        assert!(found(page).await.contains(&"City: Salem".to_owned()));
        page.set("City", "Eugene").await;
        page.see_text_in(FOUND, "(instead of Eugene)").await;
        page.set("City", "").await;
        page.see_no_text_in(FOUND, "instead of").await;
    })
    .await;
}

/// The text is taken anew with each change of it: nothing of the one before is filled in.
#[tokio::test]
async fn a_text_that_is_changed_before_it_is_used_is_filled_in_as_it_is_then() {
    let server = Server::start().await;
    in_browser(async |page| {
        open_new(page, &server).await;
        paste(page, CARD).await;
        page.find("input", "City: Salem").await.click().await.unwrap();
        page.set(BOX, &CARD.replace("Salem", "Bend").replace("TEL:(555) 010-0099\n", "")).await;
        page.see_text_in(FOUND, "Bend").await;
        page.press("Fill in").await;
        for (field, value) in [("City", "Bend"), ("Phone", ""), ("Last name", "Quibble")] {
            assert_eq!(page.value(field).await, value, "{field}");
        }
    })
    .await;
}

/// It was gone with the form, although the box had said that it could be used after the save.
#[tokio::test]
async fn a_text_that_is_pasted_while_a_save_is_under_way_is_there_after_it() {
    let server = Server::start().await;
    let id = server.create(whole_agent()).await;
    in_browser(async |page| {
        for is_new in [true, false] {
            if is_new {
                open_new(page, &server).await;
                page.fill("Email", "pasted@quibble.example").await;
            } else {
                open_agent(page, &server, &id).await;
                edit(page).await;
            }
            let before = server.writes().await.len();
            page.press("Fill from text").await;
            page.find("textarea", BOX).await;
            page.fill("Notes", "Prefers mornings").await;
            let slow = json!({"kind": "latency", "milliseconds": 1500});
            server
                .order_fault(json!({"method": if is_new { "POST" } else { "PATCH" }, "times": 1, "fault": slow}))
                .await;
            page.press("Save").await;
            wait_for("the write", async || (server.writes().await.len() > before).then_some(())).await;
            page.set(BOX, CARD).await;
            page.see_status("Fill in when that is done.").await;
            page.see_alert("Saved. What is in this box was not: fill in what was found, or empty the box.").await;
            page.see_focus("Saved. What is in this box").await;
            assert_eq!(page.value(BOX).await, CARD, "new: {is_new}");
            page.press("Fill in").await;
            page.see_no("the notice", "#form-fill-box [role=alert]").await;
            save(page).await;
            assert_eq!(server.writes().await.len() - before, 2, "new: {is_new}");
            page.see_text_in("[role=dialog]", "Salem").await;
        }
        assert_eq!(server.record(&id).await["city"], "Salem");
    })
    .await;
}

/// The form closed with "Nothing was changed.", and the text was gone.
#[tokio::test]
async fn a_text_that_was_not_used_is_asked_about_where_there_is_nothing_else_to_save() {
    let server = Server::start().await;
    let id = server.create(whole_agent()).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        edit(page).await;
        paste(page, CARD).await;
        page.press("Fill from text").await;
        page.press("Save").await;
        page.see_alert("Nothing was sent. Fill in what was found, or empty this box.").await;
        page.see_focus("Nothing was sent. Fill in").await;
        assert_eq!(page.value(BOX).await, CARD);
        page.set(BOX, "").await;
        page.see_no("the notice", "#form-fill-box [role=alert]").await;
        save_nothing(page).await;
        assert_eq!(server.writes().await.len(), 1, "only what made the agent");
    })
    .await;
}
