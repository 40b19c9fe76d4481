//! The time until the widget is there, and what can go wrong in it.

use crate::harness::{Server, in_browser};

/// Whether a file of the build is the script that the loader loads.
fn is_script(name: &str) -> bool {
    name.starts_with("agent-directory-") && name.ends_with(".js") && !name.contains("-photo-")
}

/// Chromium remembers a script that could not be had, so that nothing but a reload of the page helped.
#[tokio::test]
async fn a_file_that_is_missing_is_had_by_retry_once_it_is_there() {
    let kinds: [fn(&str) -> bool; 3] = [is_script, |name| name.ends_with(".wasm"), |name| name.ends_with(".css")];
    for is_missing in kinds {
        let server = Server::without(is_missing).await;
        in_browser(async |page| {
            page.open(&server.url).await;
            page.see_alert("could not be loaded. Check the connection.").await;
            page.press("Retry").await;
            page.see_alert("could not be loaded. Check the connection.").await;
            server.put_back();
            page.press("Retry").await;
            page.see_rows(50).await;
            page.see_no_alert().await;
            page.press("New agent").await;
            page.find("button", "Save").await;
        })
        .await;
    }
}
