use serde_json::json;
use thirtyfour::Key;

use crate::harness::{Page, Server, in_browser, wait_for};

/// The focus is on something in the form.
async fn see_focus_in_form(page: &Page) {
    let is_in_form = "return !!root.activeElement?.closest('.agent-form')";
    wait_for("the focus in the form", async || (page.in_root(is_in_form).await == true).then_some(())).await;
}

#[tokio::test]
async fn the_focus_stays_in_the_form_when_duplicates_are_left_for_the_fields() {
    let server = Server::start().await;
    let email = server.record("7").await["email"].as_str().unwrap().to_owned();
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.press("New agent").await;
        page.set("First name", "Zelda").await;
        page.set("Email", &email).await;
        page.press("Save").await;
        page.press("Back to the form").await;
        page.see_none("button", "Back to the form").await;
        see_focus_in_form(page).await;
    })
    .await;
}

#[tokio::test]
async fn the_focus_stays_in_the_form_when_a_conflict_is_settled() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&format!("{}/?ad.open=3", server.url)).await;
        page.press("Edit").await;
        page.set("City", "Salem by the Sea").await;
        page.set("Notes", "Prefers mornings").await;
        server.change("3", json!({"city": "Eugene", "notes": "Prefers evenings"})).await;
        page.press("Save").await;
        page.press("Keep yours: City").await;
        page.see_none("button", "Keep yours: City").await;
        see_focus_in_form(page).await;
        page.press("Keep theirs: Notes").await;
        page.see_none("button", "Keep theirs: Notes").await;
        see_focus_in_form(page).await;
    })
    .await;
}

#[tokio::test]
async fn the_focus_stays_in_the_form_when_a_draft_is_given_up() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.press("New agent").await;
        page.set("First name", "Zelda").await;
        page.see_draft("Zelda").await;
        page.reload().await;
        page.see_rows(50).await;
        page.press("New agent").await;
        page.press("Start afresh").await;
        page.see_none("button", "Start afresh").await;
        see_focus_in_form(page).await;
    })
    .await;
}

#[tokio::test]
async fn the_focus_is_not_lost_when_the_panel_of_a_new_agent_is_closed() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.press("New agent").await;
        // Not on the first page of the list.
        page.set("First name", "Zelda").await;
        page.set("Last name", "Quibble").await;
        page.press("Save").await;
        page.see_status("Saved.").await;
        page.see_focus("Zelda Quibble").await;
        page.press_key(Key::Escape).await;
        page.see_none("button", "Edit").await;
        page.see_focus("New agent").await;
    })
    .await;
}

#[tokio::test]
async fn the_focus_goes_back_to_the_row_after_changes_were_discarded() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.in_root("root.querySelector('tbody tr:nth-child(2) [data-open]').focus()").await;
        page.press_key(Key::Enter).await;
        page.press("Edit").await;
        page.set("City", "Salem by the Sea").await;
        page.press("Cancel").await;
        page.press("Discard changes").await;
        page.see_focus("Edit").await;
        page.press_key(Key::Escape).await;
        page.see_none("button", "Edit").await;
        let row = "return root.activeElement?.closest('tr')?.rowIndex";
        wait_for("the focus in row 2", async || (page.in_root(row).await == 2).then_some(())).await;
    })
    .await;
}

/// Each step of a save called the person back who had gone on to the page around.
#[tokio::test]
async fn whoever_leaves_the_widget_during_a_save_is_left_in_peace() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&format!("{}/?ad.open=3", server.url)).await;
        page.press("Edit").await;
        page.set("City", "Salem by the Sea").await;
        for method in ["GET", "PATCH"] {
            let slow = json!({"kind": "latency", "milliseconds": 2000});
            server.order_fault(json!({"method": method, "times": 1, "fault": slow})).await;
        }
        page.press("Save").await;
        page.see_status("Looking what the directory has").await;
        // As by a click on an empty place of the page.
        page.in_root("root.activeElement.blur()").await;
        page.see_status("Saving").await;
        let after_two_frames = "return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => \
            resolve(document.activeElement === document.body))))";
        assert_eq!(page.script(after_two_frames, vec![]).await, true);
    })
    .await;
}
