use std::time::Duration;

use crate::harness::{Server, in_browser};

const DAY: Duration = Duration::from_secs(24 * 60 * 60);
const HOUR: Duration = Duration::from_secs(60 * 60);

#[tokio::test]
async fn a_draft_is_kept_for_seven_days_and_no_longer() {
    let server = Server::small().await;
    in_browser(async |page| {
        for (age, is_back) in [(7 * DAY - HOUR, true), (7 * DAY + HOUR, false)] {
            page.open(&server.url).await;
            page.see_rows(8).await;
            page.press("New agent").await;
            page.set("First name", "Zelda").await;
            page.see_draft("Zelda").await;
            page.reload().await;
            page.see_rows(8).await;
            page.age_drafts(age).await;
            page.press("New agent").await;
            if is_back {
                page.see_text_in(".agent-form [role=status]", "is back").await;
                assert_eq!(page.value("First name").await, "Zelda");
            } else {
                page.see_no_draft().await;
                assert_eq!(page.value("First name").await, "");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn old_drafts_of_others_go_when_any_form_is_opened() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&format!("{}/?ad.open=3", server.url)).await;
        page.press("Edit").await;
        page.set("City", "Salem by the Sea").await;
        page.see_draft("Salem by the Sea").await;
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.age_drafts(8 * DAY).await;
        page.press("New agent").await;
        page.see_no_draft().await;
    })
    .await;
}

/// They stayed until somebody opened a form.
#[tokio::test]
async fn old_drafts_go_though_nobody_opens_a_form() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.set("First name", "Zelda").await;
        page.see_draft("Zelda").await;
        page.reload().await;
        page.see_rows(8).await;
        page.age_drafts(8 * DAY).await;
        page.reload().await;
        page.see_no_draft().await;
    })
    .await;
}

#[tokio::test]
async fn a_draft_of_another_version_of_the_widget_stays_for_that_version() {
    // It was taken for one that is too old.
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.set("First name", "Zelda").await;
        let draft = page.see_draft("Zelda").await;
        page.press("Cancel").await;
        page.press("Keep as draft").await;
        page.change_drafts("draft.draft = { shoe_size: 9 }").await;
        page.reload().await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.set("First name", "Ana").await;
        page.see_draft("Ana").await;
        assert!(page.drafts().await.iter().any(|kept| kept["key"] == draft["key"]), "the other draft is there");
    })
    .await;
}
