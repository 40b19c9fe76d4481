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
