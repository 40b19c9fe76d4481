use crate::harness::{Page, Server, in_browser};

async fn type_name(page: &Page, server: &Server) {
    page.open(&server.url).await;
    page.see_rows(8).await;
    page.press("New agent").await;
    page.set("First name", "Zelda").await;
    page.see_draft("Zelda").await;
}

async fn see_an_empty_form_after_a_reload(page: &Page) {
    page.see_no_draft().await;
    page.reload().await;
    page.press("New agent").await;
    assert_eq!(page.value("First name").await, "");
    page.see_none("button", "Start afresh").await;
}

#[tokio::test]
async fn a_draft_is_gone_once_it_is_saved() {
    let server = Server::small().await;
    in_browser(async |page| {
        type_name(page, &server).await;
        page.press("Save").await;
        page.see_status("Saved.").await;
        see_an_empty_form_after_a_reload(page).await;
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_gone_once_it_is_discarded() {
    let server = Server::small().await;
    in_browser(async |page| {
        type_name(page, &server).await;
        page.press("Cancel").await;
        page.press("Discard changes").await;
        see_an_empty_form_after_a_reload(page).await;
    })
    .await;
}

#[tokio::test]
async fn a_draft_is_gone_once_its_typing_is_undone() {
    let server = Server::small().await;
    in_browser(async |page| {
        type_name(page, &server).await;
        page.change("First name", "").await;
        see_an_empty_form_after_a_reload(page).await;
    })
    .await;
}

#[tokio::test]
async fn one_can_start_afresh_instead_of_with_the_draft() {
    let server = Server::small().await;
    in_browser(async |page| {
        type_name(page, &server).await;
        page.reload().await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.press("Start afresh").await;
        page.see_none("button", "Start afresh").await;
        assert_eq!(page.value("First name").await, "");
        see_an_empty_form_after_a_reload(page).await;
    })
    .await;
}
