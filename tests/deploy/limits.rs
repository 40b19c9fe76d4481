//! Sizes and times.

use reqwest::Method;
use serde_json::json;
use tokio::{io::AsyncWriteExt, net::TcpStream, time::timeout};

use crate::{Outcome, on_both};
use deployment::{Api, Headers, Kind, PATIENCE, Proxy, raw, read_answer};

on_both!(
    a_body_that_is_too_large_is_refused,
    a_large_photo_passes,
    an_api_that_takes_too_long_is_given_up,
    headers_that_do_not_come_are_given_up,
    a_body_that_does_not_come_is_given_up,
);

async fn a_body_that_is_too_large_is_refused(kind: Kind) -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start(kind, &api).await;
    for length in ["12600000", "99999999", "123456789"] {
        for target in ["POST /api/connections", "PATCH /api/connections/17"] {
            let answer = raw(proxy.address, target, &[&format!("Content-Length: {length}")]).await;
            assert_eq!(answer.status, 413, "{length}");
            assert!(String::from_utf8_lossy(&answer.bytes).contains(r#""title":"Too large""#));
        }
    }
    // Without a length, one or the other notices.
    let endless = futures_util::stream::repeat_with(|| Ok::<_, std::io::Error>(vec![b' '; 1_000_000]));
    let body = reqwest::Body::wrap_stream(futures_util::StreamExt::take(endless, 14));
    // The connection may close before all is sent.
    if let Ok(response) = proxy.request(Method::POST, "/api/connections").body(body).send().await {
        assert!(matches!(response.status().as_u16(), 411 | 413), "{}", response.status());
    }
    assert_eq!(api.count().await, 0);
    Ok(())
}

async fn a_large_photo_passes(kind: Kind) -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start(kind, &api).await;
    // Not JSON, so the API refuses it; but it has seen it.
    let request = proxy.request(Method::POST, "/api/connections").header("content-type", "application/json");
    assert_eq!(request.body(vec![b' '; 10_500_000]).send().await?.status(), 400);
    assert_eq!(api.count().await, 1);
    Ok(())
}

async fn an_api_that_takes_too_long_is_given_up(kind: Kind) -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start_with(kind, api.url(), &[("UPSTREAM_TIMEOUT", "1")]).await;
    api.order(json!({ "fault": { "kind": "latency", "milliseconds": 60_000 } })).await;
    let response = proxy.get("/api/connections/17").send().await?;
    assert_eq!(response.status(), 504);
    let document: serde_json::Value = response.json().await?;
    assert_eq!(document["errors"][0]["title"], "The directory takes too long");
    Ok(())
}

#[tokio::test]
async fn nginx_takes_a_body_whose_length_is_not_told() -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start(Kind::Nginx, &api).await;
    let record = json!({ "data": { "type": "connection", "attributes": { "first_name": "Eva" } } }).to_string();
    let body = reqwest::Body::wrap_stream(futures_util::stream::iter([Ok::<_, std::io::Error>(record.clone())]));
    let request = proxy.request(Method::POST, "/api/connections").header("content-type", "application/json");
    assert_eq!(request.body(body).send().await?.status(), 201);
    // The API is told it.
    assert_eq!(api.only_request().await.header("content-length"), Some(&*record.len().to_string()));
    Ok(())
}

/// Sends this and nothing more; the status of the answer, or 0 where the connection ends without one.
async fn status_of_part(proxy: &Proxy, part: &str) -> u16 {
    let mut connection = TcpStream::connect(proxy.address).await.unwrap();
    connection.write_all(part.as_bytes()).await.unwrap();
    timeout(PATIENCE, read_answer(&mut connection)).await.unwrap().status
}

async fn headers_that_do_not_come_are_given_up(kind: Kind) -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start_with(kind, api.url(), &[("HEADER_TIMEOUT", "1")]).await;
    let status = status_of_part(&proxy, "GET /api/connections HTTP/1.1\r\nHost: x\r\nX-").await;
    assert!(matches!(status, 0 | 400 | 408), "{status}");
    assert_eq!(api.count().await, 0);
    Ok(())
}

async fn a_body_that_does_not_come_is_given_up(kind: Kind) -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start_with(kind, api.url(), &[("BODY_TIMEOUT", "1")]).await;
    let part = "POST /api/connections HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{";
    let status = status_of_part(&proxy, part).await;
    assert!(matches!(status, 0 | 400..), "{status}");
    Ok(())
}
