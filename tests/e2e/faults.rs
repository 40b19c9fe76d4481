use serde_json::{Value, json};

use crate::harness::{Server, in_browser};
use sandbox::{Config, ErrorDialect, LinkDialect, PaginationDialect};

/// Each fault, whether it heals by itself, and what a person reads of it if it stays.
fn faults() -> Vec<(Value, bool, &'static str)> {
    let status = |status: u16| json!({"kind": "status", "status": status});
    vec![
        (status(400), false, "did not accept the request"),
        (status(401), false, "signed out, or the directory’s server doesn’t know this page’s key"),
        (status(403), false, "not allowed with this page’s key"),
        (status(404), false, "tell whoever looks after this page"),
        (status(406), false, "did not accept the request"),
        (status(409), false, "refused the request. Tell whoever looks after this page"),
        (status(413), false, "refused the request. Tell whoever looks after this page"),
        (status(415), false, "refused the request. Tell whoever looks after this page"),
        (status(422), false, "did not accept these values"),
        (json!({"kind": "status", "status": 429, "headers": {"Retry-After": "1"}}), true, "Too many requests"),
        (
            json!({"kind": "status", "status": 429, "headers": {"Retry-After": "{http_date+2}"}}),
            true,
            "Too many requests",
        ),
        (status(500), false, "has a problem"),
        (status(503), true, "out of reach"),
        (status(502), true, "out of reach"),
        (status(504), true, "out of reach"),
        (json!({"kind": "bad_gateway_html"}), true, "out of reach"),
        (json!({"kind": "closed_connection"}), true, "out of reach"),
        (json!({"kind": "cut_off_body"}), true, "can’t be reached"),
        (json!({"kind": "malformed_json"}), false, "could not be understood"),
        (json!({"kind": "latency", "milliseconds": 60_000}), false, "no answer within 3 seconds"),
    ]
}

/// For every fault: it is told, what was shown stays, and the next good answer heals it.
async fn every_fault_is_told_and_healed(config: Config) {
    let server = Server::with(
        Config { agents: 60, ..config },
        r#"<agent-directory page-size="25" timeout="3"></agent-directory>"#,
    )
    .await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(25).await;
        for (number, (fault, heals_itself, sentence)) in faults().into_iter().enumerate() {
            // Each fault has a search of its own, so that no answer is in memory; all find agents by the end of their emails.
            let word = |length: usize| &"example"[..=length];
            let search = format!("{} {}", word(number % 7), word(number / 7));
            let query = format!("filter[fulltext]={search}&");
            let times = if heals_itself { Value::Null } else { json!(1) };
            server.order_fault(json!({"query": query, "times": times, "fault": fault})).await;
            page.fill("Search agents", &search).await;
            page.see_text_in(if heals_itself { ".notice" } else { "[role=alert]" }, sentence).await;
            assert_eq!(page.rows().await.len(), 25, "{fault}: the agents from before stay");
            if heals_itself {
                server.clear_faults().await;
                page.press_if_there("Retry now").await;
            } else {
                page.press("Retry").await;
            }
            page.see_no("the request", "table[aria-busy=true]").await;
            page.see_no("the notice", ".notice").await;
            page.see_rows(25).await;
        }
        // Of a good answer with a wrong type nobody hears.
        server.order_fault(json!({"query": "filter[fulltext]=e&", "fault": {"kind": "wrong_content_type"}})).await;
        page.fill("Search agents", "e").await;
        let query =
            [("filter[fulltext]", "e"), ("sort", "last_first_name"), ("page[number]", "1"), ("page[size]", "25")];
        server.see_list_query(&query).await;
        page.see_no("the request", "table[aria-busy=true]").await;
        page.see_rows(25).await;
        page.see_no_alert().await;
    })
    .await;
}

#[tokio::test]
async fn every_fault_is_told_and_healed_by_a_json_api_server() {
    every_fault_is_told_and_healed(Config::default()).await;
}

#[tokio::test]
async fn every_fault_is_told_and_healed_by_a_server_of_other_dialects() {
    every_fault_is_told_and_healed(Config {
        pagination: PaginationDialect::Pagy,
        links: LinkDialect::Relative,
        errors: ErrorDialect::Problem,
        ..Config::default()
    })
    .await;
}

#[tokio::test]
async fn every_fault_is_told_and_healed_by_a_server_that_says_little() {
    every_fault_is_told_and_healed(Config {
        pagination: PaginationDialect::None,
        links: LinkDialect::Absent,
        errors: ErrorDialect::Problem,
        ..Config::default()
    })
    .await;
}

#[tokio::test]
async fn every_fault_is_told_and_healed_by_a_server_with_flat_numbers() {
    every_fault_is_told_and_healed(Config { pagination: PaginationDialect::Flat, ..Config::default() }).await;
}
