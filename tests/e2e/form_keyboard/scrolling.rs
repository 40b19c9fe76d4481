use thirtyfour::Key;

use crate::harness::{Server, in_browser, wait_for};

/// The list's page was turned instead, out of sight.
#[tokio::test]
async fn page_down_on_a_button_scrolls_the_panel() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.resize((1440, 500)).await;
        page.open(&format!("{}/?ad.open=3", server.url)).await;
        page.see_status("1–50 of 300").await;
        for (panel, button) in [("[part=detail]", "Edit"), ("[part=form]", "Close")] {
            page.find(&format!("{panel} button"), button).await;
            let focus = format!("root.querySelector('{panel} button:is([data-edit], [aria-label=Close])').focus()");
            page.in_root(&focus).await;
            page.press_key(Key::PageDown).await;
            let is_scrolled = format!("return root.querySelector('{panel}').scrollTop > 0");
            wait_for("the panel to scroll", async || (page.in_root(&is_scrolled).await == true).then_some(())).await;
            page.see_status("1–50 of 300").await;
            if button == "Edit" {
                page.press("Edit").await;
            }
        }
    })
    .await;
}
