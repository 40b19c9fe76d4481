use serde_json::json;

use crate::harness::{Server, in_browser, wait_for};

#[tokio::test]
async fn the_newest_query_wins_whatever_the_order_of_the_answers() {
    let server = Server::start().await;
    for (text, milliseconds) in [("a", 60_000), ("b", 50_000), ("c", 40_000)] {
        server
            .order_fault(json!({
                "query": format!("filter[fulltext]={text}&"),
                "fault": {"kind": "latency", "milliseconds": milliseconds},
            }))
            .await;
    }
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        for text in ["a", "b", "c", "bobby"] {
            page.fill("Search agents", text).await;
            wait_for(&format!("the search for {text}"), async || {
                let searched = ("filter[fulltext]".to_owned(), text.to_owned());
                server.list_queries().await.iter().any(|query| query.contains(&searched)).then_some(())
            })
            .await;
        }
        page.see_first_row("<b>Bobby</b>").await;
        for text in ["a", "b", "c"] {
            let searched = json!(["filter[fulltext]", text]);
            wait_for(&format!("the end of the request for {text} at the server"), async || {
                let requests = server.requests().await;
                let mut late =
                    requests.iter().filter(|request| request["query"].as_array().unwrap().contains(&searched));
                late.all(|request| request["aborted"] == true).then_some(())
            })
            .await;
        }
        page.see_first_row("<b>Bobby</b>").await;
    })
    .await;
}

#[tokio::test]
async fn quick_typing_makes_few_requests() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        let typed = "harbor realty bobby!";
        page.type_into("Search agents", typed).await;
        let searched = ("filter[fulltext]".to_owned(), typed.to_owned());
        wait_for("the request for the whole text", async || {
            server.list_queries().await.iter().any(|query| query.contains(&searched)).then_some(())
        })
        .await;
        let searches = server
            .list_queries()
            .await
            .into_iter()
            .filter(|query| query.iter().any(|(name, _)| name == "filter[fulltext]"));
        assert!(searches.count() <= 3, "twenty characters are no twenty requests");
    })
    .await;
}
