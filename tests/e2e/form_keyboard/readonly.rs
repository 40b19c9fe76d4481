use crate::harness::{Server, in_browser};

#[tokio::test]
async fn where_nothing_may_be_written_there_is_no_way_to_the_form() {
    let element = r#"<agent-directory url-state="ad" readonly></agent-directory>"#;
    let server = Server::with(sandbox::Config { agents: 8, ..sandbox::Config::default() }, element).await;
    in_browser(async |page| {
        page.open(&format!("{}/?ad.open=3", server.url)).await;
        page.see_rows(8).await;
        page.see_text_in("[role=dialog]", "@").await;
        page.see_none("button", "Edit").await;
        page.see_none(".toolbar button", "New agent").await;
        page.script("document.querySelector('agent-directory').removeAttribute('readonly')", vec![]).await;
        page.find("button", "New agent").await;
        page.find("button", "Edit").await;
    })
    .await;
}
