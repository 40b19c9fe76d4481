use crate::harness::{Page, Server, in_browser};

const BACK: &str = "and did not save is back";

async fn open(page: &Page, server: &Server) {
    page.open(&server.url).await;
    page.see_rows(8).await;
    page.press("New agent").await;
    page.find("input", "First name").await;
}

async fn type_name(page: &Page, name: &str) {
    page.set("First name", name).await;
    page.see_draft(name).await;
}

/// Waits until the form has a draft in it with this name.
async fn see_back(page: &Page, name: &str) {
    page.see_text_in(".agent-form [role=status]", BACK).await;
    assert_eq!(page.value("First name").await, name);
}

#[tokio::test]
async fn two_tabs_keep_a_draft_each_and_what_a_closed_one_has_left_is_offered() {
    // The second was offered what was being typed in the first, and each wrote over the other's.
    let server = Server::small().await;
    in_browser(async |page| {
        open(page, &server).await;
        type_name(page, "Zelda").await;
        let first = page.open_tab().await;
        open(page, &server).await;
        type_name(page, "Yolanda").await;
        page.see_none("button", "Start afresh").await;
        assert_eq!(page.drafts().await.len(), 2);
        page.reload().await;
        page.see_rows(8).await;
        page.press("New agent").await;
        see_back(page, "Yolanda").await;
        page.close_tab(first).await;
        // A tab has its own draft back, though the other is newer.
        page.reload().await;
        page.see_rows(8).await;
        page.press("New agent").await;
        see_back(page, "Zelda").await;
        page.press("Save").await;
        page.see_status("Saved.").await;
        page.press("New agent").await;
        see_back(page, "Yolanda").await;
        page.press("Cancel").await;
        page.press("Discard changes").await;
        page.see_no_draft().await;
    })
    .await;
}

#[tokio::test]
async fn tabs_that_can_not_be_told_apart_keep_what_is_typed_all_the_same() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        // As on a page without HTTPS.
        let without = "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })";
        page.script(without, vec![]).await;
        page.press("New agent").await;
        page.find("input", "First name").await;
        type_name(page, "Zelda").await;
        page.press("Cancel").await;
        page.press("Keep as draft").await;
        page.see_none("button", "Save").await;
        page.press("New agent").await;
        see_back(page, "Zelda").await;
    })
    .await;
}
