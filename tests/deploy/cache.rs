//! What readers share, and that nobody sees what was before a write.

use std::time::{Duration, Instant};

use futures_util::future::join_all;
use reqwest::Method;
use serde_json::{Value, json};

use crate::{Outcome, on_both};
use deployment::{Api, Kind, Proxy, raw, until};

on_both!(a_write_is_seen_at_once, a_write_whose_answer_is_lost_is_seen_at_once, errors_are_not_kept);

const LIST: &str = "/api/connections?page[size]=50&filter[id]=17";

fn first_name(document: &Value) -> &str {
    let data = &document["data"];
    let record = if data.is_array() { &data[0] } else { data };
    record["attributes"]["first_name"].as_str().unwrap()
}

async fn name(proxy: &Proxy, path: &str) -> String {
    // Each on a connection of its own: nginx gives no further answer on one that has caused a refresh, until it is done.
    let response = proxy.get(path).header("connection", "close").send().await.unwrap();
    assert_eq!(response.status(), 200);
    first_name(&response.json().await.unwrap()).to_owned()
}

fn rename(name: &str) -> String {
    json!({ "data": { "type": "connection", "id": "17", "attributes": { "first_name": name } } }).to_string()
}

/// Renames through the proxy; the status.
async fn write(proxy: &Proxy, name: &str) -> u16 {
    let request = proxy.request(Method::PATCH, "/api/connections/17").header("content-type", "application/json");
    request.body(rename(name)).send().await.unwrap().status().as_u16()
}

/// Renames as the vendor's own pages do, past the proxy.
async fn write_directly(api: &Api, name: &str) {
    let request = api.directly(Method::PATCH, "/connections/17").header("content-type", "application/json");
    assert_eq!(request.body(rename(name)).send().await.unwrap().status(), 200);
}

async fn a_write_is_seen_at_once(kind: Kind) -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start(kind, &api).await;
    for round in 0..10 {
        let expected = format!("Ana{round}");
        // So the old name is where it could be taken from.
        join_all([name(&proxy, LIST), name(&proxy, "/api/connections/17")]).await;
        assert_eq!(write(&proxy, &expected).await, 200);
        let seen = join_all([name(&proxy, LIST), name(&proxy, "/api/connections/17"), name(&proxy, LIST)]).await;
        assert_eq!(seen, [expected.as_str(); 3]);
    }
    let count = || async {
        let page: Value = proxy.get("/api/connections?page[size]=1").send().await.unwrap().json().await.unwrap();
        page["meta"]["pagination"]["records"].as_u64().unwrap()
    };
    let before = count().await;
    let new = json!({ "data": { "type": "connection", "attributes": { "first_name": "Eva" } } });
    assert_eq!(proxy.request(Method::POST, "/api/connections").json(&new).send().await?.status(), 201);
    assert_eq!(count().await, before + 1);
    Ok(())
}

async fn a_write_whose_answer_is_lost_is_seen_at_once(kind: Kind) -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start(kind, &api).await;
    name(&proxy, LIST).await;
    let fault = json!({ "kind": "closed_connection", "after_processing": true });
    api.order(json!({ "method": "PATCH", "times": 1, "fault": fault })).await;
    assert_eq!(write(&proxy, "Lost").await, 502);
    assert_eq!(name(&proxy, LIST).await, "Lost");
    let fault = json!({ "kind": "bad_gateway_html" });
    api.order(json!({ "method": "PATCH", "times": 1, "fault": fault })).await;
    assert_eq!(write(&proxy, "Refused").await, 502);
    assert_eq!(name(&proxy, LIST).await, "Lost");
    Ok(())
}

async fn errors_are_not_kept(kind: Kind) -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start(kind, &api).await;
    for status in [302, 401, 404, 429, 503] {
        api.answer_once(status, json!({})).await;
        let path = format!("/api/connections?page[size]={}", status % 100 + 1);
        assert_eq!(proxy.get(&path).send().await?.status(), status);
        assert_eq!(proxy.get(&path).send().await?.status(), 200);
    }
    Ok(())
}

#[tokio::test]
async fn caddy_keeps_nothing() -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start(Kind::Caddy, &api).await;
    name(&proxy, LIST).await;
    write_directly(&api, "Direct").await;
    assert_eq!(name(&proxy, LIST).await, "Direct");
    Ok(())
}

#[tokio::test]
async fn nginx_asks_once_for_all_who_ask_at_the_same_time() -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start(Kind::Nginx, &api).await;
    api.order(json!({ "fault": { "kind": "latency", "milliseconds": 700 } })).await;
    for (path, requests) in [(LIST, 1), ("/api/connections/17", 2)] {
        let names = join_all((0..40).map(|_| name(&proxy, path))).await;
        assert!(names.iter().all(|name| *name == names[0]));
        assert_eq!(api.count().await, requests, "{path}");
    }
    Ok(())
}

#[tokio::test]
async fn nginx_can_do_without_a_cache() -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start_with(Kind::Nginx, api.url(), &[("CACHE_SECONDS", "0")]).await;
    for path in [LIST, "/api/connections/17"] {
        api.forget_requests().await;
        let started = Instant::now();
        join_all((0..20).map(|_| name(&proxy, path))).await;
        assert_eq!(api.count().await, 20, "{path}");
        // Nobody waits for anybody else.
        assert!(started.elapsed() < Duration::from_secs(5), "{path}: {:?}", started.elapsed());
    }
    Ok(())
}

/// A thousand colleagues open the directory, and a few of them turn the page.
#[tokio::test]
async fn a_thousand_readers_cost_nginx_a_handful_of_requests() -> Outcome {
    const CLIENTS: usize = 50;
    const EACH: usize = 20;
    let api = Api::start().await;
    let proxy = Proxy::start(Kind::Nginx, &api).await;
    let started = Instant::now();
    let client = |client: usize| {
        let proxy = &proxy;
        async move {
            for turn in 0..EACH {
                let page = 1 + (client + turn) % 2;
                let path = format!("/api/connections?page[number]={page}&page[size]=50");
                let response = proxy.get(&path).send().await.unwrap();
                assert_eq!(response.status(), 200);
                let document: Value = response.json().await.unwrap();
                assert_eq!(document["data"].as_array().unwrap().len(), 50);
            }
        }
    };
    join_all((0..CLIENTS).map(client)).await;
    let (elapsed, requests) = (started.elapsed(), api.count().await);
    println!("{} reads by {CLIENTS} clients in {elapsed:.1?} cost the API {requests} requests", CLIENTS * EACH);
    // Two pages, and one more of each in ten seconds.
    let refreshed = 2 * usize::try_from(elapsed.as_secs() / 10)?;
    assert!(requests <= 2 + refreshed, "{requests} requests in {elapsed:?}");
    Ok(())
}

#[tokio::test]
async fn nginx_gives_what_it_has_while_it_asks_anew() -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start_with(Kind::Nginx, api.url(), &[("CACHE_SECONDS", "1")]).await;
    let before = name(&proxy, LIST).await;
    write_directly(&api, "Elsewhere").await;
    api.order(json!({ "method": "GET", "times": 1, "fault": { "kind": "latency", "milliseconds": 3000 } })).await;
    // Nobody waits for the new answer: until it is there, the old one is given.
    let waits = until("the new answer", || async {
        let started = Instant::now();
        let now = name(&proxy, LIST).await;
        let waited = started.elapsed();
        assert!(waited < Duration::from_secs(2), "{waited:?}");
        assert!(now == before || now == "Elsewhere", "{now}");
        (now == "Elsewhere").then_some(())
    });
    waits.await;
    // The first, the write, and the one behind the old answers; a further one if a second has gone by since.
    assert!(api.count().await <= 4);
    Ok(())
}

#[tokio::test]
async fn nginx_keeps_a_record_no_longer_than_a_moment() -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start(Kind::Nginx, &api).await;
    let path = "/api/connections/17";
    name(&proxy, path).await;
    write_directly(&api, "Elsewhere").await;
    let started = Instant::now();
    until("the new name", || async { (name(&proxy, path).await == "Elsewhere").then_some(()) }).await;
    assert!(started.elapsed() < Duration::from_secs(4), "{:?}", started.elapsed());
    Ok(())
}

#[tokio::test]
async fn a_reader_who_insists_is_not_answered_from_nginx_s_cache() -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start(Kind::Nginx, &api).await;
    for (round, directive) in ["no-cache", "no-store", "max-age=0"].into_iter().enumerate() {
        let expected = format!("Direct{round}");
        name(&proxy, LIST).await;
        write_directly(&api, &expected).await;
        let response = proxy.get(LIST).header("cache-control", directive).send().await?;
        assert_eq!(first_name(&response.json().await?), expected);
        // The others get the same from then on.
        assert_eq!(name(&proxy, LIST).await, expected);
    }
    Ok(())
}

#[tokio::test]
async fn while_a_write_is_under_way_nginx_gives_nothing_from_before() -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start(Kind::Nginx, &api).await;
    name(&proxy, LIST).await;
    let latency = json!({ "kind": "latency", "milliseconds": 1500 });
    api.order(json!({ "method": "PATCH", "times": 1, "fault": latency })).await;
    let reader = async {
        let seen = || async { api.requests().await.iter().any(|seen| seen["method"] == "PATCH").then_some(()) };
        until("the write at the API", seen).await;
        // As if the writer had lost patience and looked whether it was done.
        write_directly(&api, "Meanwhile").await;
        name(&proxy, LIST).await
    };
    let (status, seen) = futures_util::future::join(write(&proxy, "Late"), reader).await;
    assert_eq!((status, seen.as_str()), (200, "Meanwhile"));
    assert_eq!(name(&proxy, LIST).await, "Late");
    Ok(())
}

/// Whoever is refused must not be able to have every reader cost the API a request again.
#[tokio::test]
async fn a_refused_write_leaves_nginx_s_cache_in_force() -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start_with(Kind::Nginx, api.url(), &[("CACHE_SECONDS", "60")]).await;
    name(&proxy, LIST).await;
    let foreign = "Origin: https://elsewhere.example";
    for (target, headers, status) in [
        ("POST /api/connections", &[foreign, "Content-Length: 0"][..], 403),
        ("PATCH /api/connections/17", &[foreign, "Content-Length: 0"], 403),
        ("POST /api/connections", &[foreign, "Content-Length: 99999999"], 413),
        ("POST /api/connections", &["Content-Length: 99999999"], 413),
        ("PATCH /api/connections", &["Content-Length: 0"], 405),
        ("POST /api/connections/17", &["Content-Length: 0"], 405),
        ("POST /api/inspections", &["Content-Length: 0"], 404),
    ] {
        assert_eq!(raw(proxy.address, target, headers).await.status, status, "{target}");
        name(&proxy, LIST).await;
        assert_eq!(api.count().await, 1, "{target}, {status}");
    }
    // What is let through ends it, even if the API then refuses it.
    assert_eq!(proxy.request(Method::POST, "/api/connections").body("").send().await?.status(), 415);
    name(&proxy, LIST).await;
    assert_eq!(api.count().await, 3);
    Ok(())
}
