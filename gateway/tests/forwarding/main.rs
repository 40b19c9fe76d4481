//! The gateway between a real client and a real upstream.

#![allow(clippy::unwrap_used, reason = "a failed step of a test may panic, in its helpers too")]

mod upstream;

use std::error::Error;

use axum::http::StatusCode;
use gateway::{Config, Key, Running};
use reqwest::{Client, Method, Response};
use upstream::Upstream;

const KEY: &str = "key-that-no-page-may-see";

type Outcome = Result<(), Box<dyn Error>>;

async fn gateway_to(upstream: &str) -> Result<Running, Box<dyn Error>> {
    Ok(gateway::start(Config::new(upstream.parse()?, Key::new(KEY)?)).await?)
}

fn header<'a>(response: &'a Response, name: &str) -> Option<&'a str> {
    response.headers().get(name)?.to_str().ok()
}

#[tokio::test]
async fn adds_the_key_and_passes_only_what_the_api_needs() -> Outcome {
    let upstream = Upstream::start().await?;
    let gateway = gateway_to(&upstream.url).await?;
    let query = "filter[tag][]=VIP%20a&filter%5Bemail%5D=o'neil%40x.y&page[number]=2&q=+%2B";
    let response = Client::new()
        .get(format!("{}/api/connections/17?{query}", gateway.url))
        .header("authorization", "Bearer the page's own")
        .header("cookie", "session=1")
        .header("accept", "application/vnd.api+json")
        .header("x-request-id", "r-1")
        .header("if-none-match", "\"e\"")
        .send()
        .await?;

    assert_eq!(response.status(), StatusCode::IM_A_TEAPOT);
    assert_eq!(header(&response, "content-type"), Some("application/vnd.api+json"));
    assert_eq!(header(&response, "retry-after"), Some("7"));
    assert_eq!(header(&response, "x-request-id"), Some("r-1"));
    assert_eq!(header(&response, "link"), Some("<next>"));
    assert_eq!(header(&response, "set-cookie"), None);
    assert_eq!(header(&response, "authorization"), None);
    assert_eq!(response.text().await?, r#"{"data":[]}"#);

    let seen = upstream.next_request().await;
    // The client escapes the apostrophe itself; from there on not a byte may change.
    assert_eq!(seen.target, format!("/v2/connections/17?{}", query.replace('\'', "%27")));
    assert_eq!(seen.header("authorization"), [format!("Bearer {KEY}")]);
    assert_eq!(seen.header("cookie"), [""; 0]);
    assert_eq!(seen.header("accept"), ["application/vnd.api+json"]);
    assert_eq!(seen.header("if-none-match"), ["\"e\""]);
    Ok(())
}

#[tokio::test]
async fn passes_a_body_on_as_it_is() -> Outcome {
    let upstream = Upstream::start().await?;
    let gateway = gateway_to(&upstream.url).await?;
    let body = vec![7; 300_000];
    let request = Client::new().post(format!("{}/api/connections", gateway.url));
    request.header("content-type", "application/json").body(body.clone()).send().await?;
    let seen = upstream.next_request().await;
    assert_eq!(seen.body, body);
    assert_eq!(seen.header("content-type"), ["application/json"]);
    assert_eq!(seen.header("content-length"), ["300000"]);
    Ok(())
}

#[tokio::test]
async fn refuses_everything_but_the_four_operations() -> Outcome {
    let upstream = Upstream::start().await?;
    let gateway = gateway_to(&upstream.url).await?;
    for (method, path, status, allow) in [
        (Method::DELETE, "/api/connections/17", 405, Some("GET, PATCH")),
        (Method::PUT, "/api/connections", 405, Some("GET, POST")),
        (Method::HEAD, "/api/connections", 405, Some("GET, POST")),
        (Method::GET, "/api/inspections", 404, None),
        (Method::GET, "/api/connections/17/agent", 404, None),
        (Method::GET, "/api", 404, None),
        (Method::GET, "/v2/connections", 404, None),
    ] {
        let response = Client::new().request(method.clone(), format!("{}{path}", gateway.url)).send().await?;
        assert_eq!((response.status().as_u16(), header(&response, "allow")), (status, allow), "{method} {path}");
    }
    assert_eq!(upstream.requests_seen(), 0);
    Ok(())
}

#[tokio::test]
async fn says_when_the_api_cannot_be_reached_and_recovers() -> Outcome {
    let upstream = Upstream::start().await?;
    let gateway = gateway_to(&upstream.url).await?;
    let url = format!("{}/api/connections", gateway.url);
    assert_eq!(Client::new().get(&url).send().await?.status(), StatusCode::IM_A_TEAPOT);

    let address = upstream.stop().await;
    let response = Client::new().get(&url).send().await?;
    assert_eq!(response.status(), StatusCode::BAD_GATEWAY);
    assert_eq!(header(&response, "content-type"), Some("application/vnd.api+json"));
    let document: serde_json::Value = response.json().await?;
    assert_eq!(document["errors"][0]["status"], "502");
    assert_eq!(document["errors"][0]["title"], "The directory can't be reached");

    let _restarted = Upstream::start_at(address).await?;
    assert_eq!(Client::new().get(&url).send().await?.status(), StatusCode::IM_A_TEAPOT);
    Ok(())
}

#[tokio::test]
async fn a_body_that_breaks_off_breaks_off_for_the_page_too() -> Outcome {
    let gateway = gateway_to(&upstream::cut_off_once().await?).await?;
    let response = Client::new().get(format!("{}/api/connections/17", gateway.url)).send().await?;
    assert_eq!(response.status(), StatusCode::OK);
    assert!(response.bytes().await.is_err());
    Ok(())
}

#[tokio::test]
async fn a_page_that_goes_away_takes_its_request_along() -> Outcome {
    let upstream = Upstream::start().await?;
    let gateway = gateway_to(&upstream.url).await?;
    let waiting = tokio::spawn(Client::new().get(format!("{}/api/connections/never", gateway.url)).send());
    upstream.next_request().await;
    waiting.abort();
    upstream.next_abandoned().await;
    Ok(())
}

#[tokio::test]
async fn serves_files_beside_the_api_for_tests() -> Outcome {
    let folder = tempfile::tempdir()?;
    std::fs::write(folder.path().join("index.html"), "<!doctype html>")?;
    std::fs::write(folder.path().join("a_bg.wasm"), b"\0asm")?;
    let mut config = Config::new("http://127.0.0.1:9".parse()?, Key::new(KEY)?);
    config.static_files = Some(folder.path().to_owned());
    config.allow_origin = Some("*".to_owned());
    let gateway = gateway::start(config).await?;
    for (path, content_type) in [("/", "text/html"), ("/a_bg.wasm", "application/wasm")] {
        let response = Client::new().get(format!("{}{path}", gateway.url)).header("origin", "http://x").send().await?;
        assert_eq!(header(&response, "content-type"), Some(content_type));
        assert_eq!(header(&response, "access-control-allow-origin"), Some("*"));
    }
    gateway.stop().await;
    Ok(())
}

#[tokio::test]
async fn wants_an_address_that_it_can_forward_to() -> Outcome {
    for address in ["ftp://example.com/v2", "/v2", "https://example.com/v2?key=1"] {
        let error = gateway::start(Config::new(address.parse()?, Key::new(KEY)?)).await.err();
        assert!(error.is_some_and(|error| error.to_string().contains(address)), "{address}");
    }
    Ok(())
}
