use sandbox::{Config, LinkDialect, PaginationDialect};
use serde_json::json;

use crate::harness::{Server, in_browser, wait_for};

/// A server that tells nothing of its pages.
fn silent(agents: u32) -> Config {
    Config { agents, pagination: PaginationDialect::None, links: LinkDialect::Absent, ..Config::default() }
}

#[tokio::test]
async fn the_loader_s_request_has_the_embedder_s_headers_and_is_the_widget_s() {
    let element = r#"<agent-directory api="/api" headers="Accept-Language: tlh"></agent-directory>"#;
    let server = Server::with(Config { agents: 20, ..Config::default() }, element).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–20 of 20").await;
        let requests = server.requests().await;
        let lists: Vec<_> = requests.iter().filter(|request| request["path"] == "/v2/connections").collect();
        assert_eq!(lists.len(), 1);
        assert!(lists[0]["headers"].as_array().unwrap().contains(&json!(["accept-language", "tlh"])));
    })
    .await;
}

/// A page to which the WebAssembly never comes.
const WITHOUT_WEB_ASSEMBLY: &str = "<script>const ask = window.fetch; window.fetch = (address, ...rest) => \
    String(address).includes('.wasm') ? new Promise(() => {}) : ask(address, ...rest)</script>\
    <agent-directory api='/api'></agent-directory>";

#[tokio::test]
async fn the_first_agents_are_asked_for_without_waiting_for_the_web_assembly() {
    let server = Server::with(Config { agents: 60, ..Config::default() }, WITHOUT_WEB_ASSEMBLY).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        server.see_list_query(&[("page[number]", "1"), ("page[size]", "50"), ("sort", "last_first_name")]).await;
        page.see_status("Loading").await;
    })
    .await;
}

#[tokio::test]
async fn the_widget_does_not_wait_for_a_slow_first_answer() {
    let server = Server::start().await;
    server.order_list_fault(1, json!({"kind": "latency", "milliseconds": 60_000})).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.find("button", "New agent").await;
        let is_awaited = "return root.querySelector('table').ariaBusy";
        assert_eq!(page.in_root(is_awaited).await, "true", "the agents are still on their way");
    })
    .await;
}

#[tokio::test]
async fn a_key_in_the_page_is_refused_and_not_sent() {
    let element = r#"<agent-directory api="/api" headers="Authorization: Bearer secret"></agent-directory>"#;
    let server = Server::with(Config { agents: 20, ..Config::default() }, element).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_alert("let the proxy add the key").await;
        assert!(!page.text().await.contains("secret"));
        assert!(server.requests().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_page_beyond_the_end_of_a_server_that_tells_no_total_leads_to_the_last() {
    let element = r#"<agent-directory api="/api" query="page[number]=9"></agent-directory>"#;
    let server = Server::with(silent(120), element).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_text_in(".remarks", "Page 9 is beyond the end; this is the last page.").await;
        page.see_rows(20).await;
        page.see_status("101–120").await;
    })
    .await;
}

#[tokio::test]
async fn pages_of_a_server_that_tells_no_total_can_be_turned_up_to_the_end() {
    let server = Server::with(silent(100), r#"<agent-directory api="/api"></agent-directory>"#).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–50").await;
        page.press("Next page").await;
        page.see_status("51–100").await;
        // Full as it is, the second page may have one after it: looking ahead tells that it has none.
        let next = "return root.querySelector('[aria-label=\"Next page\"]').ariaDisabled";
        wait_for("the end", async || (page.in_root(next).await == "true").then_some(())).await;
        page.press("Previous page").await;
        page.see_status("1–50").await;
    })
    .await;
}

#[tokio::test]
async fn too_many_requests_are_waited_for_as_told() {
    let server = Server::start().await;
    let fault = json!({"kind": "status", "status": 429, "headers": {"Retry-After": "3"}});
    server.order_list_fault(1, fault).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_text_in(".notice", "Too many requests were made.").await;
        page.find("button", "Retry now").await;
        page.see_text_in("[role=timer]", "Trying again in ").await;
        page.see_rows(50).await;
        page.see_none("button", "Retry now").await;
    })
    .await;
}

#[tokio::test]
async fn too_many_requests_are_not_made_more_before_the_time() {
    let server = Server::start().await;
    let fault = json!({"kind": "status", "status": 429, "headers": {"Retry-After": "100"}});
    server.order_fault(json!({"query": "filter[fulltext]=a&", "fault": fault})).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.type_into("Search agents", "a").await;
        page.find("button", "Retry now").await;
        let left = "return Number(root.querySelector('[role=timer]')?.textContent.match(/\\d+/)?.[0])";
        let begun = wait_for("the wait", async || page.in_root(left).await.as_i64()).await;
        // The widget's own waits without a word of the server are shorter than this.
        wait_for("three seconds of the wait", async || {
            page.in_root(left).await.as_i64().filter(|left| *left <= begun - 3)
        })
        .await;
        let asked = server.list_queries().await.into_iter().flatten().filter(|(_, value)| value == "a");
        assert_eq!(asked.count(), 1);
    })
    .await;
}

#[tokio::test]
async fn the_next_page_is_loaded_when_its_button_has_the_focus() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–50 of 300").await;
        page.find("button", "Next page").await.focus().await.unwrap();
        let second = ("page[number]".to_owned(), "2".to_owned());
        let asked = async || server.list_queries().await.into_iter().filter(|query| query.contains(&second)).count();
        wait_for("the request ahead of time", async || (asked().await == 1).then_some(())).await;
        page.press("Next page").await;
        page.see_status("51–100 of 300").await;
        assert_eq!(asked().await, 1);
    })
    .await;
}

/// A page ahead was asked for at every touch of the button, though the server had asked for a pause.
#[tokio::test]
async fn nothing_is_loaded_ahead_from_a_server_that_asks_for_a_pause() {
    let server = Server::start().await;
    let pause = json!({"kind": "status", "status": 429, "headers": {"Retry-After": "100"}});
    let first_words = "include=agent,agent_team&sort=last_first_name&";
    server.order_fault(json!({"query": format!("{first_words}page[number]=2&"), "fault": pause})).await;
    in_browser(async |page| {
        let refused = async |number: &str| {
            let requests = server.requests().await;
            let wanted = [json!(["sort", "last_first_name"]), json!(["page[number]", number])];
            let is_wanted = |query: &Vec<serde_json::Value>| wanted.iter().all(|pair| query.contains(pair));
            let lists = requests.iter().filter(|request| is_wanted(request["query"].as_array().unwrap()));
            lists.filter(|request| request["status"] == 429).count()
        };
        let touch = "const next = root.querySelector('[aria-label=\"Next page\"]');\
            for (let times = 0; times < 3; times += 1) next.dispatchEvent(new PointerEvent('pointerenter'));";
        page.open(&server.url).await;
        page.see_status("1–50 of 300").await;
        page.find("button", "Next page").await;
        wait_for("the answer to the page ahead", async || {
            page.in_root(touch).await;
            (refused("2").await > 0).then_some(())
        })
        .await;
        page.in_root(touch).await;
        // The first page comes from memory, and making sure of it has to wait.
        page.fill("Search agents", "bobby").await;
        page.see_first_row("<b>Bobby</b>").await;
        server.order_fault(json!({"query": format!("{first_words}page[number]=1&"), "fault": pause})).await;
        page.fill("Search agents", "").await;
        page.see_status("1–50 of 300").await;
        wait_for("the answer to the first page", async || (refused("1").await > 0).then_some(())).await;
        page.in_root(touch).await;
        // Whatever that has sent is there before this.
        page.choose("Sort by", "First name, A to Z").await;
        server.see_list_query(&[("sort", "first_name"), ("page[number]", "1"), ("page[size]", "50")]).await;
        assert_eq!((refused("1").await, refused("2").await), (1, 1));
    })
    .await;
}

/// The focus was lost to the page when the wait ended by itself while a person was on its button.
#[tokio::test]
async fn the_end_of_a_wait_leaves_the_focus_in_the_list() {
    let server = Server::start().await;
    let fault = json!({"kind": "status", "status": 429, "headers": {"Retry-After": "3"}});
    server.order_list_fault(1, fault).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.find("button", "Retry now").await;
        page.in_root("root.querySelector('.notice button').focus()").await;
        page.see_rows(50).await;
        page.see_none("button", "Retry now").await;
        assert_eq!(page.in_root("return root.activeElement?.className ?? 'nothing'").await, "directory");
    })
    .await;
}

/// A page that is translated by the browser would have its names replaced, and the rows then never changed again.
#[tokio::test]
async fn a_translator_leaves_the_names_alone() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        assert_eq!(page.in_root("return root.querySelector('tbody td').translate").await, false);
    })
    .await;
}
