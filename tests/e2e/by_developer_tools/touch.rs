use crate::harness::{NARROW, Server, in_browser};

#[tokio::test]
async fn a_screen_that_is_touched_offers_to_take_a_photo() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.resize(NARROW).await;
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.touch().await;
        page.press("New agent").await;
        page.find("button", "Take a photo").await;
    })
    .await;
}
