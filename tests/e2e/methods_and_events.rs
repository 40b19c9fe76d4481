//! What a page can tell the element, and what it hears from it.

use serde_json::{Value, json};

use crate::harness::{Page, Server, in_browser, wait_for};

/// A page that keeps all events of the element in `heard`, each as its name and its detail, from the first on.
async fn server(element: &str) -> Server {
    let listen = "<script>window.heard = []; for (const name of ['ready', 'loaded', 'opened', 'error']) \
        addEventListener(`agent-directory-${name}`, ({ detail }) => heard.push([name, detail]))</script>";
    Server::with(sandbox::Config { agents: 60, ..sandbox::Config::default() }, &format!("{listen}{element}")).await
}

/// The details of all events of a kind so far.
async fn heard(page: &Page, name: &str) -> Vec<Value> {
    let heard = page.script("return heard.filter(([name]) => name === arguments[0])", vec![name.into()]).await;
    heard.as_array().unwrap().iter().map(|event| event[1].clone()).collect()
}

async fn hear(page: &Page, name: &str, count: usize) -> Value {
    wait_for(&format!("{name} {count} times"), async || heard(page, name).await.get(count - 1).cloned()).await
}

async fn call(page: &Page, call: &str) {
    page.script(&format!("document.querySelector('agent-directory').{call}"), vec![]).await;
}

#[tokio::test]
async fn reload_asks_anew_for_the_list_and_the_agent_that_is_open() {
    let server = server("<agent-directory></agent-directory>").await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        call(page, "open(7)").await;
        page.see_text_in("[role=dialog]", "Download contact").await;
        let (first, lists) =
            (server.list("sort=last_first_name&page[size]=1").await, server.list_queries().await.len());
        server.change(first[0]["id"].as_str().unwrap(), json!({"first_name": "Zebedee"})).await;
        server.change("7", json!({"notes": "Prefers Salem by the Sea."})).await;
        call(page, "reload()").await;
        page.see_first_row("Zebedee").await;
        page.see_text_in("[role=dialog]", "Salem by the Sea").await;
        assert!(server.list_queries().await.len() > lists);
        // With nobody open, the panel doesn't wait for anybody.
        call(page, "close()").await;
        call(page, "reload()").await;
        hear(page, "loaded", 3).await;
        page.see_no("the panel", "[role=dialog].detail").await;
    })
    .await;
}

#[tokio::test]
async fn an_agent_who_could_not_be_read_is_asked_for_again_by_open() {
    let server = server("<agent-directory></agent-directory>").await;
    let fault = json!({"kind": "status", "status": 403});
    server.order_fault(json!({"method": "GET", "path": "/v2/connections/55", "times": 1, "fault": fault})).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        call(page, "open(55)").await;
        page.see_alert("not allowed with this page’s key").await;
        let error = hear(page, "error", 1).await;
        assert_eq!((&error["operation"], &error["status"]), (&json!("get"), &json!(403)));
        assert!(error["message"].as_str().unwrap().contains("not allowed"), "{error}");
        call(page, "open(55)").await;
        page.see_text_in("[role=dialog]", "Download contact").await;
        page.see_no_alert().await;
    })
    .await;
}

#[tokio::test]
async fn a_list_that_fails_is_an_error_with_its_operation_status_and_message() {
    let server = server("<agent-directory></agent-directory>").await;
    server.order_list_fault(1, json!({"kind": "status", "status": 500})).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        let error = hear(page, "error", 1).await;
        assert_eq!((&error["operation"], &error["status"]), (&json!("list"), &json!(500)));
        page.see_alert(error["message"].as_str().unwrap()).await;
        assert_eq!(heard(page, "ready").await.len(), 1, "the element works, whatever the server says");
    })
    .await;
}

#[tokio::test]
async fn a_save_that_fails_is_an_error_with_its_operation_status_and_message() {
    let server = server("<agent-directory></agent-directory>").await;
    for method in ["POST", "PATCH"] {
        let fault = json!({"kind": "status", "status": 403});
        server.order_fault(json!({"method": method, "times": 1, "fault": fault})).await;
    }
    in_browser(async |page| {
        let see_error = async |count: usize, operation: &str| {
            let error = hear(page, "error", count).await;
            assert_eq!((&error["operation"], &error["status"]), (&json!(operation), &json!(403)));
            page.see_alert("What you typed is still here").await;
            page.see_alert(error["message"].as_str().unwrap()).await;
        };
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.press("New agent").await;
        page.set("First name", "Zelda").await;
        page.press("Save").await;
        see_error(1, "create").await;
        page.press("Save again").await;
        page.see_status("Saved.").await;
        page.press("Edit").await;
        page.set("City", "Old Harbour").await;
        page.press("Save").await;
        see_error(2, "update").await;
        page.press("Save again").await;
        page.see_text_in("[role=dialog]", "Old Harbour").await;
        assert_eq!(heard(page, "error").await.len(), 2);
    })
    .await;
}

/// It was ready to show what is wrong with its settings, and forgot who was to be opened.
#[tokio::test]
async fn an_element_is_ready_once_its_settings_are_good_and_opens_then_what_was_asked_before() {
    let server = server(
        "<agent-directory page-size=\"many\"></agent-directory><script type=\"module\">\
        document.querySelector('agent-directory').open(7)</script>",
    )
    .await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_alert("page-size").await;
        assert!(heard(page, "ready").await.is_empty());
        call(page, "setAttribute('page-size', '10')").await;
        page.see_rows(10).await;
        page.see_text_in("[role=dialog]", "Download contact").await;
        assert_eq!(hear(page, "opened", 1).await, json!({"id": "7"}));
        call(page, "setAttribute('timeout', '30')").await;
        page.see_rows(10).await;
        assert_eq!(heard(page, "ready").await.len(), 1);
        // Asked while they are bad again.
        call(page, "setAttribute('timeout', 'long')").await;
        page.see_alert("timeout").await;
        call(page, "open(8)").await;
        call(page, "removeAttribute('timeout')").await;
        wait_for("the other agent", async || {
            heard(page, "opened").await.last().is_some_and(|opened| opened["id"] == "8").then_some(())
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_page_can_use_the_element_as_soon_as_it_is_ready() {
    let element = "<agent-directory></agent-directory><script>\
        addEventListener('agent-directory-ready', ({ target }) => target.open(7))</script>";
    let server = server(element).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_text_in("[role=dialog]", "Download contact").await;
    })
    .await;
}

#[tokio::test]
async fn events_leave_the_shadow_trees_around_the_element() {
    let element = "<div id=\"tree\"></div><script>document.querySelector('#tree').attachShadow({ mode: 'open' }).innerHTML = \
        '<agent-directory></agent-directory>'</script>";
    let server = server(element).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        hear(page, "ready", 1).await;
        let loaded = hear(page, "loaded", 1).await;
        assert_eq!((&loaded["page"], &loaded["total"]), (&json!(1), &json!(60)));
    })
    .await;
}
