//! What passes, and what does not.

use reqwest::{Method, Response};
use serde_json::json;

use crate::{Outcome, on_both};
use deployment::{Api, Headers, Kind, Proxy, raw, until};

on_both!(
    the_four_operations_pass,
    everything_else_is_refused,
    the_key_is_added_and_cookies_stay_behind,
    nothing_about_the_person_reaches_the_api,
    a_read_goes_on_without_a_body,
    the_answer_loses_cookies_and_the_upstreams_own_policy,
    a_request_id_is_passed_or_made,
    redirects_are_not_followed,
    what_the_api_refuses_is_told,
    an_api_that_is_gone_is_told_as_a_document,
    answers_are_compressed_and_kept_out_of_the_browsers_store,
);

fn header<'a>(response: &'a Response, name: &str) -> Option<&'a str> {
    response.headers().get(name)?.to_str().ok()
}

async fn the_four_operations_pass(kind: Kind) -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start(kind, &api).await;
    let list =
        proxy.get("/api/connections?filter[tag][]=VIP&page%5Bsize%5D=5&filter[email]=a%2Bb%40c.d").send().await?;
    assert_eq!(list.status(), 200);
    assert_eq!(header(&list, "content-type"), Some("application/vnd.api+json"));
    let seen = api.only_request().await;
    assert_eq!((seen["method"].as_str(), seen["path"].as_str()), (Some("GET"), Some("/v2/connections")));
    assert_eq!(seen["query"], json!([["filter[tag][]", "VIP"], ["page[size]", "5"], ["filter[email]", "a+b@c.d"]]));

    let record = |id: Option<&str>, name: &str| {
        json!({ "data": { "type": "connection", "id": id, "attributes": { "first_name": name } } }).to_string()
    };
    let write = |method, path: &str, body| {
        proxy.request(method, path).header("content-type", "application/vnd.api+json").body(body)
    };
    let created = write(Method::POST, "/api/connections", record(None, "Ana")).send().await?;
    assert_eq!(created.status(), 201);
    let created: serde_json::Value = created.json().await?;
    let id = created["data"]["id"].as_str().unwrap();
    let path = format!("/api/connections/{id}");
    assert_eq!(write(Method::PATCH, &path, record(Some(id), "Eva")).send().await?.status(), 200);
    let read: serde_json::Value = proxy.get(&path).send().await?.json().await?;
    assert_eq!(read["data"]["attributes"]["first_name"], "Eva");
    Ok(())
}

async fn everything_else_is_refused(kind: Kind) -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start(kind, &api).await;
    let mut cases = Vec::new();
    for method in ["PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"] {
        cases.push((method, "/api/connections", 405, Some("GET, POST")));
    }
    for method in ["PUT", "POST", "DELETE", "HEAD", "OPTIONS"] {
        cases.push((method, "/api/connections/17?a=1", 405, Some("GET, PATCH")));
    }
    for path in [
        "/api",
        "/api/",
        "/api/inspections",
        "/api/connections/",
        "/api/connections//17",
        "/api//connections",
        "/api/connections/17/notes",
        "/api/connections/17%2Fnotes",
        "/api/connections/%2e%2e",
        "/api/connections/%2E%2E%2Finspections",
        "/api/connections/..%2finspections",
        "/api/connections/17%0a",
        "/api/connections/17%00",
        "/api/connections/a%20b",
        "/api/connections/17;x",
        "/api/connections/../inspections",
        "/api/Connections",
        "/v2/connections",
        "/connections",
    ] {
        cases.push(("GET", path, 404, None));
    }
    for (method, path, status, allow) in cases {
        let answer = raw(proxy.address, &format!("{method} {path}"), &[]).await;
        // A null byte is not even a path to nginx.
        let is_refused = answer.status == status || (path.ends_with("%00") && answer.status == 400);
        assert!(is_refused, "{method} {path}: {}", answer.status);
        assert_eq!(answer.header("allow").as_deref(), allow, "{method} {path}");
    }
    assert_eq!(api.count().await, 0);
    Ok(())
}

async fn the_key_is_added_and_cookies_stay_behind(kind: Kind) -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start(kind, &api).await;
    let request = proxy.get("/api/connections/17").header("cookie", "session=1").bearer_auth("the page's own");
    // The sandbox answers 401 to any other key.
    assert_eq!(request.send().await?.status(), 200);
    let seen = api.only_request().await;
    assert_eq!(seen.header("cookie"), None);
    assert_eq!(seen.header("host"), Some(api.address()));
    Ok(())
}

async fn nothing_about_the_person_reaches_the_api(kind: Kind) -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start(kind, &api).await;
    let gone = [
        "accept-language",
        "forwarded",
        "if-none-match",
        "origin",
        "range",
        "referer",
        "sec-ch-ua",
        "sec-fetch-site",
        "via",
        "x-forwarded-for",
        "x-forwarded-host",
        "x-forwarded-user",
        "x-real-ip",
    ];
    let mut request = proxy.get("/api/connections?page[size]=1").header("user-agent", "the browser's");
    for name in gone {
        // The origin and the site are the proxy's own, so that nothing is refused.
        let value = if name == "sec-fetch-site" { "same-origin" } else { &proxy.url };
        request = request.header(name, value);
    }
    assert_eq!(request.send().await?.status(), 200);
    let seen = api.only_request().await;
    for name in gone {
        assert_eq!(seen.header(name), None, "{name}");
    }
    assert_eq!(seen.header("user-agent"), Some("agent-directory"));
    assert_eq!(seen.header("accept"), Some("application/vnd.api+json, application/json"));
    Ok(())
}

/// So that no answer which readers share depends on anything but the address.
async fn a_read_goes_on_without_a_body(kind: Kind) -> Outcome {
    const BODY: &str = "filter[tag]=VIP";
    let api = Api::start().await;
    let proxy = Proxy::start(kind, &api).await;
    for path in ["/api/connections?page[size]=1", "/api/connections/17"] {
        let chunks = futures_util::stream::iter([Ok::<_, std::io::Error>(BODY)]);
        for body in [BODY.into(), reqwest::Body::wrap_stream(chunks)] {
            api.forget_requests().await;
            let request = proxy.get(path).header("content-type", "application/x-www-form-urlencoded");
            let response = request.header("cache-control", "no-cache").body(body).send().await?;
            assert_eq!(response.status(), 200, "{path}");
            let seen = api.only_request().await;
            for name in ["content-length", "content-type", "transfer-encoding"] {
                assert_eq!(seen.header(name), None, "{path}: {name}");
            }
            // Nor does it stand before the next request on the connection to the API.
            assert_eq!(proxy.get("/api/connections/18").send().await?.status(), 200, "{path}");
        }
    }
    let logged = until("the log", || async { proxy.log().contains("/api/connections/17").then(|| proxy.log()) }).await;
    assert!(!logged.contains("READ"), "{logged}");
    Ok(())
}

async fn the_answer_loses_cookies_and_the_upstreams_own_policy(kind: Kind) -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start(kind, &api).await;
    let gone = [
        "accept-ch",
        "access-control-allow-origin",
        "alt-svc",
        "authorization",
        "clear-site-data",
        "content-security-policy",
        "content-security-policy-report-only",
        "critical-ch",
        "expires",
        "link",
        "nel",
        "permissions-policy",
        "pragma",
        "refresh",
        "report-to",
        "reporting-endpoints",
        "server-timing",
        "service-worker-allowed",
        "set-cookie",
        "strict-transport-security",
        "timing-allow-origin",
        "www-authenticate",
        "x-powered-by",
    ];
    let mut headers =
        json!({ "retry-after": "7", "x-ratelimit-remaining": "0", "cache-control": "public, max-age=600" });
    for name in gone {
        headers[name] = "upstream's own".into();
    }
    api.answer_once(429, headers).await;
    let response = proxy.get("/api/connections").send().await?;
    assert_eq!((response.status().as_u16(), header(&response, "retry-after")), (429, Some("7")));
    assert_eq!(header(&response, "x-ratelimit-remaining"), Some("0"));
    for name in gone {
        assert_eq!(header(&response, name), None, "{name}");
    }
    assert_eq!(response.headers().get_all("cache-control").iter().collect::<Vec<_>>(), ["no-store"]);
    Ok(())
}

async fn a_request_id_is_passed_or_made(kind: Kind) -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start(kind, &api).await;
    let too_long = "a".repeat(65);
    for (given, passes) in [(Some("r-1_2.3"), true), (None, false), (Some("a b"), false), (Some(&*too_long), false)] {
        api.forget_requests().await;
        let request = proxy.get("/api/connections/17");
        let request = given.into_iter().fold(request, |request, id| request.header("x-request-id", id));
        let response = request.header("cache-control", "no-cache").send().await?;
        let id = header(&response, "x-request-id").unwrap();
        assert_eq!(given == Some(id), passes, "{given:?} became {id}");
        assert!(id.len() >= 7);
        assert_eq!(api.only_request().await.header("x-request-id"), Some(id));
    }
    Ok(())
}

async fn redirects_are_not_followed(kind: Kind) -> Outcome {
    let (api, elsewhere) = (Api::start().await, Api::start().await);
    let proxy = Proxy::start(kind, &api).await;
    api.answer_once(302, json!({ "location": format!("{}/connections", elsewhere.url()) })).await;
    assert_eq!(proxy.get("/api/connections").send().await?.status(), 302);
    assert_eq!((api.count().await, elsewhere.count().await), (1, 0));
    Ok(())
}

async fn what_the_api_refuses_is_told(kind: Kind) -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start(kind, &api).await;
    let response = proxy.get("/api/connections/999999").send().await?;
    assert_eq!(response.status(), 404);
    let document: serde_json::Value = response.json().await?;
    assert_ne!(document["errors"][0]["detail"], "Only /api/connections and /api/connections/{id} are forwarded.");
    api.order(json!({ "times": 1, "fault": { "kind": "bad_gateway_html" } })).await;
    let response = proxy.get("/api/connections/17").send().await?;
    assert_eq!((response.status().as_u16(), header(&response, "content-type")), (502, Some("text/html")));
    Ok(())
}

async fn an_api_that_is_gone_is_told_as_a_document(kind: Kind) -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start(kind, &api).await;
    api.order(json!({ "times": 1, "fault": { "kind": "closed_connection" } })).await;
    let response = proxy.request(Method::POST, "/api/connections").body("{}").send().await?;
    assert_eq!(response.status(), 502);
    assert_eq!(header(&response, "content-type"), Some("application/vnd.api+json"));
    assert_eq!(header(&response, "cache-control"), Some("no-store"));
    assert!(header(&response, "x-request-id").is_some());
    let document: serde_json::Value = response.json().await?;
    assert_eq!(document["errors"][0]["title"], "The directory can't be reached");
    Ok(())
}

async fn answers_are_compressed_and_kept_out_of_the_browsers_store(kind: Kind) -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start(kind, &api).await;
    let plain = proxy.get("/api/connections").send().await?;
    assert_eq!(header(&plain, "content-encoding"), None);
    assert_eq!(header(&plain, "cache-control"), Some("no-store"));
    assert_eq!(header(&plain, "cross-origin-resource-policy"), Some("same-origin"));
    assert_eq!(header(&plain, "x-content-type-options"), Some("nosniff"));
    assert_eq!(header(&plain, "referrer-policy"), Some("no-referrer"));
    let compressed = proxy.get("/api/connections").header("accept-encoding", "gzip").send().await?;
    assert_eq!(header(&compressed, "content-encoding"), Some("gzip"));
    assert!(compressed.bytes().await?.len() * 3 < plain.bytes().await?.len());
    Ok(())
}
