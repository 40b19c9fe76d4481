//! Turning pages while the server does not do its part.

use sandbox::{Config, LinkDialect, PaginationDialect};
use serde_json::{Value, json};

use crate::harness::{Page, Server, in_browser, wait_for};

fn status(status: u16) -> Value {
    json!({"kind": "status", "status": status})
}

/// A success with this body.
fn answer(body: &Value) -> Value {
    json!({"kind": "status", "status": 200, "body": body.to_string()})
}

async fn see_next_page_enabled(page: &Page, is_enabled: bool) {
    let disabled = "return root.querySelector('[aria-label=\"Next page\"]').ariaDisabled";
    let wanted = if is_enabled { "false" } else { "true" };
    wait_for("the next page's button", async || (page.in_root(disabled).await == wanted).then_some(())).await;
}

/// Such an answer made the page before the last one: “Page 1 of 1”, “1–50 of 300”, and no way on.
#[tokio::test]
async fn one_bad_answer_to_a_page_turn_does_not_cut_the_list_off() {
    let counted = json!({"data": [], "meta": {"pagination": {"current": 2, "records": 300}}});
    for (fault, told) in [
        (status(404), "did not find"),
        (answer(&counted), "sent no agents for page 2"),
        (answer(&json!({"data": []})), "sent no agents for page 2"),
    ] {
        let server = Server::start().await;
        server.order_fault(json!({"query": "page[number]=2&", "fault": fault})).await;
        in_browser(async |page| {
            page.open(&server.url).await;
            page.see_status("1–50 of 300").await;
            page.press("Next page").await;
            page.see_alert(told).await;
            page.see_text_in(".place", "Page 2 of 6").await;
            page.see_no("the remark", ".remarks p").await;
            see_next_page_enabled(page, true).await;
            assert_eq!(page.rows().await.len(), 50, "the agents from before stay");
            server.clear_faults().await;
            page.press("Retry").await;
            page.see_status("51–100 of 300").await;
            page.see_no_alert().await;
        })
        .await;
    }
}

/// A page from memory gave way to the first one.
#[tokio::test]
async fn one_bad_answer_to_a_quiet_refresh_does_not_cut_the_list_off() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–50 of 300").await;
        page.press("Next page").await;
        page.see_status("51–100 of 300").await;
        page.press("Previous page").await;
        page.see_status("1–50 of 300").await;
        server.order_fault(json!({"query": "page[number]=2&", "fault": status(404)})).await;
        page.press("Next page").await;
        page.see_alert("did not find").await;
        page.see_status("51–100 of 300").await;
        page.see_text_in(".place", "Page 2 of 6").await;
        server.clear_faults().await;
        page.press("Retry").await;
        page.see_no_alert().await;
        page.see_status("51–100 of 300").await;
    })
    .await;
}

/// Whatever a server tells of its pages.
#[tokio::test]
async fn a_record_that_goes_and_takes_its_page_along_leads_to_the_last_page() {
    let silent = Config { pagination: PaginationDialect::None, links: LinkDialect::Absent, ..Config::default() };
    let variants = [
        (Config::default(), None, "1–25 of 25"),
        (Config::default(), Some(404), "1–25 of 25"),
        (silent.clone(), None, "1–25"),
        (silent, Some(404), "1–25"),
    ];
    for (config, beyond_the_end, told) in variants {
        let element = r#"<agent-directory page-size="25" query="filter[tag]=Leaving"></agent-directory>"#;
        let server = Server::with(Config { agents: 8, ..config }, element).await;
        let mut id = String::new();
        for number in 0..26 {
            id = server.create(json!({"first_name": format!("Agent {number}"), "tags": ["Leaving"]})).await;
        }
        in_browser(async |page| {
            page.open(&server.url).await;
            page.see_rows(25).await;
            page.press("Next page").await;
            page.see_rows(1).await;
            page.press("Previous page").await;
            page.see_rows(25).await;
            server.change(&id, json!({"tags": []})).await;
            if let Some(code) = beyond_the_end {
                server.order_fault(json!({"query": "page[number]=2&", "fault": status(code)})).await;
            }
            page.press("Next page").await;
            page.see_text_in(".remarks", "Page 2 is beyond the end; this is the last page.").await;
            page.see_status(told).await;
            page.see_text_in(".place", "Page 1 of 1").await;
            page.see_rows(25).await;
            see_next_page_enabled(page, false).await;
            page.see_no_alert().await;
        })
        .await;
    }
}

/// Next and Last counted with the pages of the result before, and asked for pages that the new one may not have.
#[tokio::test]
async fn no_page_follows_before_the_first_answer_to_another_query() {
    let server = Server::start().await;
    let slow = json!({"kind": "latency", "milliseconds": 60_000});
    server.order_fault(json!({"query": "filter[fulltext]=ana&", "fault": slow})).await;
    server.order_fault(json!({"query": "filter[fulltext]=bobby&", "fault": status(500)})).await;
    in_browser(async |page| {
        let see_only_page = async || {
            see_next_page_enabled(page, false).await;
            let seen = "return [root.querySelector('.place').textContent, \
                root.querySelector('[aria-label=\"Last page\"]').ariaDisabled]";
            assert_eq!(page.in_root(seen).await, json!(["Page 1", "true"]));
        };
        page.open(&server.url).await;
        page.see_text_in(".place", "Page 1 of 6").await;
        page.fill("Search agents", "ana").await;
        see_only_page().await;
        assert_eq!(page.rows().await.len(), 50);
        page.fill("Search agents", "bobby").await;
        page.see_alert("has a problem").await;
        see_only_page().await;
        page.fill("Search agents", "").await;
        page.see_text_in(".place", "Page 1 of 6").await;
        see_next_page_enabled(page, true).await;
    })
    .await;
}

#[tokio::test]
async fn pages_of_a_server_that_only_links_them_can_be_turned_up_to_the_end() {
    let config = Config { agents: 100, pagination: PaginationDialect::None, ..Config::default() };
    let server = Server::with(config, "<agent-directory></agent-directory>").await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–50").await;
        see_next_page_enabled(page, true).await;
        page.press("Next page").await;
        page.see_status("51–100").await;
        // Full as it is, the page has no link to another.
        see_next_page_enabled(page, false).await;
        page.press("Previous page").await;
        page.see_status("1–50").await;
        let asked = server.list_queries().await;
        assert!(!asked.iter().flatten().any(|(name, value)| name == "page[number]" && value == "3"), "{asked:?}");
    })
    .await;
}

#[tokio::test]
async fn back_is_painted_from_memory_however_slow_the_server_is() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–50 of 300").await;
        // But for the name, with which the letters stand until the photo is there.
        let texts = async || page.rows().await.into_iter().map(|row| row[1..].to_vec()).collect::<Vec<_>>();
        let first = texts().await;
        page.press("Next page").await;
        page.see_status("51–100 of 300").await;
        let slow = json!({"kind": "latency", "milliseconds": 60_000});
        server.order_fault(json!({"query": "page[number]=1&", "fault": slow})).await;
        page.script("history.back()", vec![]).await;
        // The answer comes no sooner than the test gives up.
        page.see_status("1–50 of 300").await;
        assert_eq!(texts().await, first);
        page.see_no("the loading", "table[aria-busy=true]").await;
    })
    .await;
}

#[tokio::test]
async fn what_has_changed_behind_a_page_from_memory_is_painted() {
    let server = Server::start().await;
    let first = server.list("sort=last_first_name&page[size]=1").await.remove(0);
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–50 of 300").await;
        page.press("Next page").await;
        page.see_status("51–100 of 300").await;
        // The order is by names, and stays.
        server.change(first["id"].as_str().unwrap(), json!({"phone": "555 010 7351"})).await;
        page.press("Previous page").await;
        page.see_status("1–50 of 300").await;
        page.see_first_row("555 010 7351").await;
        page.see_no("the loading", "table[aria-busy=true]").await;
        page.see_no_alert().await;
    })
    .await;
}

/// The rows stay, dimmed, below the bar; both only after a while, so that whoever has a quick answer never sees them.
#[tokio::test]
async fn an_answer_that_is_awaited_dims_the_rows_and_shows_a_bar() {
    let server = Server::start().await;
    let slow = json!({"kind": "latency", "milliseconds": 60_000});
    server.order_fault(json!({"query": "filter[fulltext]=ana&", "fault": slow})).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        let watch = "window.times = {};
            const note = (what, is_seen) => { if (is_seen) times[what] ??= performance.now(); };
            const [table, rows, bar] =
                ['table', 'tbody', '.list > [role=progressbar]'].map((found) => root.querySelector(found));
            new MutationObserver(() => note('asked', table.ariaBusy === 'true')).observe(table, { attributes: true });
            const watch = () => {
                note('bar', !bar.hidden);
                note('dimmed', getComputedStyle(rows).opacity !== '1');
                requestAnimationFrame(watch);
            };
            watch()";
        page.in_root(watch).await;
        page.fill("Search agents", "ana").await;
        let seen = "const bar = root.querySelector('.list > [role=progressbar]:not([hidden])');\
            return [root.querySelector('tbody'), bar].map((found) => found && getComputedStyle(found).opacity)";
        wait_for("dimmed rows and the bar", async || (page.in_root(seen).await == json!(["0.5", "1"])).then_some(()))
            .await;
        assert_eq!(page.rows().await.len(), 50);
        // A frame may be late, but no sooner than the 150 ms, give or take what clocks are rounded by.
        let waits = page.script("return [times.bar - times.asked, times.dimmed - times.asked]", vec![]).await;
        assert!(waits.as_array().unwrap().iter().all(|wait| wait.as_f64().unwrap() > 140.0), "{waits}");
    })
    .await;
}

/// A quiet refresh that was asked for again told the page that rows had been loaded, though none had.
#[tokio::test]
async fn a_refresh_that_is_repeated_and_brings_nothing_new_is_not_told_to_the_page() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–50 of 300").await;
        page.press("Next page").await;
        page.see_status("51–100 of 300").await;
        let busy = json!({"kind": "status", "status": 503, "headers": {"Retry-After": "1"}});
        server.order_fault(json!({"query": "page[number]=1&", "times": 1, "fault": busy})).await;
        let count = "window.loaded = 0;\
            document.addEventListener('agent-directory-loaded', () => { window.loaded += 1; });";
        page.script(count, vec![]).await;
        let before = server.requests().await.len();
        page.press("Previous page").await;
        page.see_status("1–50 of 300").await;
        wait_for("the second try", async || {
            let requests = server.requests().await.split_off(before);
            requests.iter().any(|request| request["status"] == 503).then_some(())?;
            let first = json!(["page[number]", "1"]);
            let is_answered =
                |request: &&Value| request["status"] == 200 && request["query"].as_array().unwrap().contains(&first);
            requests.iter().find(is_answered).map(|_| ())
        })
        .await;
        // Whatever the answer has brought is told before this.
        page.press("Agency").await;
        page.see_order("Agency", "ascending").await;
        page.see_no("the loading", "table[aria-busy=true]").await;
        let loaded = page.script("return window.loaded", vec![]).await;
        assert_eq!(loaded, 2, "the first page from memory, and the other order");
    })
    .await;
}
