use serde_json::json;

use crate::harness::{Page, Server, in_browser, wait_for};

const QUESTION: &str = "dialog.question[open]";

const AGENT: [(&str, &str, &str); 3] = [
    ("First name", "first_name", "Zelda"),
    ("Last name", "last_name", "Quibble"),
    ("Phone", "phone", "(555) 010-0017"),
];

/// Types a new agent without an email.
async fn type_agent(page: &Page) {
    page.press("New agent").await;
    page.find("input", "First name").await;
    for (field, _, text) in AGENT {
        page.set(field, text).await;
    }
}

/// Creates are sent when the page is told to go on.
const HOLD_CREATES: &str = "const ask = window.fetch.bind(window); const held = new Promise((go) => { window.go = go; }); \
    window.fetch = (request, ...more) => \
        request.method === 'POST' ? held.then(() => ask(request, ...more)) : ask(request, ...more);";

/// Saves, and waits until the create has reached the server, which does not answer.
async fn save_without_end(page: &Page, server: &Server) {
    let before = server.writes().await.len();
    let slow = json!({"kind": "latency", "milliseconds": 60_000});
    server.order_fault(json!({"method": "POST", "times": 1, "fault": slow})).await;
    page.press("Save").await;
    wait_for("the create", async || (server.writes().await.len() > before).then_some(())).await;
}

/// The directory starts anew with another setting.
const SET_ANEW: &str = "document.querySelector('agent-directory').setAttribute('timeout', '30')";

async fn made(server: &Server) -> usize {
    server.list("filter[fulltext]=Zelda Quibble").await.len()
}

#[tokio::test]
async fn a_save_is_not_left_alone() {
    // The write was aborted, whether it had been done or not, and nobody heard of it.
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        type_agent(page).await;
        page.script(HOLD_CREATES, vec![]).await;
        page.press("Save").await;
        page.see_text_in(".form-foot [role=status]", "Saving…").await;
        page.press("Close").await;
        page.see_text_in(QUESTION, "Still saving").await;
        page.see_none("button", "Discard changes").await;
        page.see_none("button", "Keep as draft").await;
        page.press("Wait").await;
        page.see_no("the question", QUESTION).await;
        page.open_row(2).await;
        page.see_text_in(QUESTION, "Still saving").await;
        // The question goes with the save.
        page.script("window.go()", vec![]).await;
        page.see_status("Saved.").await;
        page.see_no("the question", QUESTION).await;
        page.see_text_in(".detail h2", "Zelda Quibble").await;
        page.see_rows(9).await;
        assert_eq!(made(&server).await, 1);
    })
    .await;
}

#[tokio::test]
async fn a_save_is_stopped_from_the_question() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        type_agent(page).await;
        save_without_end(page, &server).await;
        page.press("Close").await;
        page.press("Stop saving").await;
        page.see_alert("The save was stopped. The directory looked, and nothing is saved yet.").await;
        page.see_no("the question", QUESTION).await;
        assert_eq!(page.value("First name").await, "Zelda");
        page.press("Close").await;
        page.see_text_in(QUESTION, "Leave without saving?").await;
        page.press("Discard changes").await;
        page.see_focus("New agent").await;
    })
    .await;
}

#[tokio::test]
async fn a_create_that_was_cut_off_is_looked_for_by_whoever_has_the_draft() {
    // What was known of it was in memory only: the next save made a second agent.
    for reloads in [true, false] {
        let server = Server::small().await;
        in_browser(async |page| {
            page.open(&server.url).await;
            page.see_rows(8).await;
            type_agent(page).await;
            save_without_end(page, &server).await;
            // The page may go at any moment: it would ask.
            assert!(page.asks_before_unload().await);
            match reloads {
                true => page.reload().await,
                // The form opens again by itself.
                false => drop(page.script(SET_ANEW, vec![]).await),
            }
            // The server has done it all the same.
            server.create(AGENT.iter().map(|(_, name, text)| ((*name).to_owned(), json!(text))).collect()).await;
            let writes = server.writes().await.len();
            if reloads {
                page.press("New agent").await;
            }
            page.see_text_in(".agent-form [role=status]", "may be saved already. Save looks first").await;
            page.press("Save").await;
            page.see_status("Saved.").await;
            assert_eq!(server.writes().await.len(), writes, "reloads: {reloads}");
            assert_eq!(made(&server).await, 1, "reloads: {reloads}");
            page.see_no_draft().await;
        })
        .await;
    }
}
