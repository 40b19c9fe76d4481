//! The element's properties, which mirror its attributes.

use crate::harness::{Server, in_browser};

fn sandbox() -> sandbox::Config {
    sandbox::Config { agents: 60, ..sandbox::Config::default() }
}

/// They lay over the element's own properties for good, and nothing came of them.
#[tokio::test]
async fn properties_that_are_set_before_the_loader_has_arrived_count() {
    let element = "<agent-directory></agent-directory><script>\
        Object.assign(document.querySelector('agent-directory'), { pageSize: 10, readonly: true })</script>";
    let server = Server::with(sandbox(), element).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(10).await;
        page.see_none(".toolbar button", "New agent").await;
        assert_eq!(server.list_queries().await.len(), 1, "they are there before the first request");
        page.script("document.querySelector('agent-directory').pageSize = 25", vec![]).await;
        page.see_rows(25).await;
        page.script("document.querySelector('agent-directory').readonly = false", vec![]).await;
        page.find(".toolbar button", "New agent").await;
    })
    .await;
}

#[tokio::test]
async fn a_flag_is_off_where_it_is_false_for_the_attribute_and_the_property() {
    let server = Server::with(sandbox(), r#"<agent-directory readonly="false"></agent-directory>"#).await;
    in_browser(async |page| {
        let set = async |value: &str| {
            let script = format!(
                "const element = document.querySelector('agent-directory'); \
                element.readonly = {value}; return element.readonly"
            );
            page.script(&script, vec![]).await
        };
        page.open(&server.url).await;
        page.find(".toolbar button", "New agent").await;
        assert_eq!(page.script("return document.querySelector('agent-directory').readonly", vec![]).await, false);
        assert_eq!(set("true").await, true);
        page.see_none(".toolbar button", "New agent").await;
        assert_eq!(set("'false'").await, false);
        page.find(".toolbar button", "New agent").await;
    })
    .await;
}
