use sandbox::{Config, DuplicateEmail};
use serde_json::json;

use super::fields::{open_new, save};
use crate::harness::{Page, Server, in_browser, wait_for};

const ELEMENT: &str = r#"<agent-directory api="/api" url-state="ad"></agent-directory>"#;
const EMAIL: &str = "ana@ruiz.example";

/// A server that has Ana Ruiz, and her id.
async fn with_ana(duplicate_email: DuplicateEmail) -> (Server, String) {
    let config = Config { agents: 60, duplicate_email, ..Config::default() };
    let server = Server::with(config, ELEMENT).await;
    let ana = json!({"first_name": "Ana", "last_name": "Ruiz-Quibble", "email": EMAIL, "phone": "(555) 010-0017"});
    let id = server.create(ana).await;
    (server, id)
}

/// Types another agent with Ana's email, and insists until the server has had its say.
async fn create_another(page: &Page, server: &Server) {
    let before = server.writes().await.len();
    open_new(page, server).await;
    page.fill("First name", "Anabel").await;
    page.fill("Email", EMAIL).await;
    page.fill("City", "Quibbleton").await;
    page.press("Save").await;
    page.see_alert("somebody like this already").await;
    page.press("Create anyway").await;
    wait_for("the create", async || (server.writes().await.len() == before + 1).then_some(())).await;
    page.see_no("the save", ".form-fields[aria-busy=true]").await;
    assert_eq!(server.list("page[size]=200").await.len(), 61);
}

#[tokio::test]
async fn a_likely_duplicate_is_shown_beside_what_was_typed_and_can_be_opened() {
    for (what, fields) in [
        ("email", &[("First name", "Bea"), ("Email", EMAIL)][..]),
        ("name", &[("First name", "ana"), ("Last name", "Ruiz-Quibble"), ("City", "Salem")]),
        ("phone number", &[("Phone", "555 010 0017")]),
    ] {
        let (server, _) = with_ana(DuplicateEmail::default()).await;
        in_browser(async |page| {
            open_new(page, &server).await;
            for (label, text) in fields {
                page.fill(label, text).await;
            }
            page.press("Save").await;
            page.see_alert("somebody like this already").await;
            let group = "[role=group][aria-label='Compared with Ana Ruiz-Quibble']";
            page.see_text_in(group, EMAIL).await;
            let (label, text) = fields[0];
            page.see_text_in(group, &format!("{label}You typed: {text}")).await;
            page.press("Open Ana Ruiz-Quibble").await;
            page.press("Discard changes").await;
            page.see_text_in("[role=dialog] h2", "Ana Ruiz-Quibble").await;
            page.see_no("the form", "#form-first_name").await;
            assert_eq!(server.list("page[size]=200").await.len(), 61, "by {what}");
        })
        .await;
    }
}

#[tokio::test]
async fn an_agent_of_the_same_name_is_created_when_the_person_says_so() {
    let (server, _) = with_ana(DuplicateEmail::default()).await;
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("First name", "Ana").await;
        page.fill("Last name", "Ruiz-Quibble").await;
        page.fill("Email", "other@ruiz.example").await;
        page.press("Save").await;
        page.press("Back to the form").await;
        page.fill("City", "Salem").await;
        page.press("Save").await;
        page.press("Create anyway").await;
        page.see_status("Saved.").await;
        let created = server.list("filter[email]=other@ruiz.example").await;
        assert_eq!(created.len(), 1);
        assert_eq!(created[0]["attributes"]["city"], "Salem");
        assert_eq!(server.list("filter[fulltext]=Ruiz-Quibble").await.len(), 2);
    })
    .await;
}

#[tokio::test]
async fn what_was_typed_can_be_taken_to_the_agent_who_is_there() {
    let (server, id) = with_ana(DuplicateEmail::default()).await;
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("Email", EMAIL).await;
        page.fill("City", "Salem").await;
        page.press("Save").await;
        page.press("Edit with what you typed: Ana Ruiz-Quibble").await;
        assert_eq!(page.value("First name").await, "Ana");
        assert_eq!(page.value("City").await, "Salem");
        save(page).await;
        let stored = server.record(&id).await;
        assert_eq!((&stored["city"], &stored["phone"]), (&json!("Salem"), &json!("(555) 010-0017")));
        assert_eq!(server.list("page[size]=200").await.len(), 61);
    })
    .await;
}

/// The email of an agent who was found by name gave way to theirs without a word.
#[tokio::test]
async fn an_email_that_can_not_be_taken_to_the_agent_who_is_there_is_told() {
    let (server, id) = with_ana(DuplicateEmail::default()).await;
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("First name", "Ana").await;
        page.fill("Last name", "Ruiz-Quibble").await;
        page.fill("Email", "new@ruiz.example").await;
        page.fill("City", "Salem").await;
        page.press("Save").await;
        page.press("Edit with what you typed: Ana Ruiz-Quibble").await;
        page.see_alert("new@ruiz.example, which you typed, will not be saved").await;
        assert_eq!(page.value("Email").await, EMAIL);
        page.see_accessible("an email that can't be saved").await;
        // It comes back with the rest.
        page.see_draft("Salem").await;
        page.open(&format!("{}/?ad.open={id}", server.url)).await;
        page.press("Edit").await;
        page.see_alert("new@ruiz.example, which you typed").await;
        save(page).await;
        assert_eq!(server.record(&id).await["email"], EMAIL);
    })
    .await;
}

#[tokio::test]
async fn a_server_that_refuses_a_taken_email_is_explained() {
    for mode in [DuplicateEmail::Unprocessable, DuplicateEmail::Conflict] {
        let (server, _) = with_ana(mode).await;
        in_browser(async |page| {
            create_another(page, &server).await;
            // The one who has the email is who the person wants to see.
            page.find("button", "Open Ana Ruiz-Quibble").await;
            page.see_alert("Nothing has been saved yet").await;
            assert_eq!(page.value("First name").await, "Anabel", "{mode:?}");
            page.fill("Email", "anabel@ruiz.example").await;
            save(page).await;
            assert_eq!(server.list("filter[email]=anabel@ruiz.example").await.len(), 1, "{mode:?}");
        })
        .await;
    }
}

#[tokio::test]
async fn a_server_that_links_a_taken_email_is_explained() {
    let (server, id) = with_ana(DuplicateEmail::Link).await;
    let before = server.record(&id).await;
    in_browser(async |page| {
        create_another(page, &server).await;
        page.see_text_in("h3", "This agent is there already").await;
        page.see_alert("The server made no new agent.").await;
        page.see_alert("It did not take over: First name, City.").await;
        assert_eq!(server.record(&id).await, before);
        page.press("Edit with what you typed: Ana Ruiz-Quibble").await;
        save(page).await;
        let stored = server.record(&id).await;
        assert_eq!((&stored["first_name"], &stored["city"]), (&json!("Anabel"), &json!("Quibbleton")));
        assert_eq!(server.list("page[size]=200").await.len(), 61);
    })
    .await;
}

#[tokio::test]
async fn create_anyway_is_said_of_those_who_were_shown_and_of_no_others() {
    let (server, _) = with_ana(DuplicateEmail::default()).await;
    server.create(json!({"first_name": "Bea", "last_name": "Boggs", "email": "bea@boggs.example"})).await;
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("First name", "Ana").await;
        page.fill("Last name", "Ruiz-Quibble").await;
        page.press("Save").await;
        page.see_alert("somebody like this already").await;
        let refused = json!({"kind": "status", "status": 403});
        server.order_fault(json!({"method": "POST", "times": 1, "fault": refused})).await;
        page.press("Create anyway").await;
        page.see_alert("What you typed is still here").await;
        page.fill("Email", "bea@boggs.example").await;
        let before = server.writes().await.len();
        page.press("Save").await;
        page.find("button", "Open Bea Boggs").await;
        page.see_none("button", "Open Ana Ruiz-Quibble").await;
        assert_eq!(server.writes().await.len(), before, "nothing is sent before the person has said it of Bea too");
        page.press("Back to the form").await;
        page.fill("Email", "ana@boggs.example").await;
        save(page).await;
        assert_eq!(server.list("filter[email]=ana@boggs.example").await.len(), 1);
    })
    .await;
}

/// Only the email was told of: the rest came out at the next save.
#[tokio::test]
async fn what_else_the_server_refuses_with_a_taken_email_is_told_at_its_field() {
    let (server, _) = with_ana(DuplicateEmail::default()).await;
    server.refuse_next_create(&[("email", "is taken"), ("city", "No such place")]).await;
    in_browser(async |page| {
        create_another(page, &server).await;
        page.find("button", "Open Ana Ruiz-Quibble").await;
        page.see_problem("City", "No such place").await;
        page.see_no_problem("Email", "is taken").await;
    })
    .await;
}

/// The email was asked for as it was typed alone, and a server that has it in lower case knew nobody.
#[tokio::test]
async fn a_duplicate_is_found_where_emails_are_stored_in_lower_case_and_compared_to_the_letter() {
    let config = Config { agents: 60, exact_emails: true, ..Config::default() };
    let server = Server::with(config, ELEMENT).await;
    server.create(json!({"first_name": "Ana", "last_name": "Ruiz-Quibble", "email": EMAIL})).await;
    in_browser(async |page| {
        open_new(page, &server).await;
        page.fill("First name", "Bea").await;
        page.fill("Email", "Ana@Ruiz.example").await;
        let before = server.writes().await.len();
        page.press("Save").await;
        page.see_alert("somebody like this already").await;
        page.find("button", "Open Ana Ruiz-Quibble").await;
        assert_eq!(server.writes().await.len(), before);
    })
    .await;
}
