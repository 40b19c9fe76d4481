//! Writes that a page of another site sends.

use reqwest::Method;

use crate::{Outcome, on_both};
use deployment::{Api, Kind, Proxy};

on_both!(a_write_from_another_site_is_refused, a_read_is_of_no_use_to_another_site);

/// A document that the API refuses, so that nothing is written where the proxy lets it pass.
const INVALID: &str = "{}";

async fn a_write_from_another_site_is_refused(kind: Kind) -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start(kind, &api).await;
    let own = [proxy.url.clone(), proxy.url.replace("http:", "https:")];
    let foreign = ["null", "https://elsewhere.example", "http://127.0.0.1", &format!("{}.elsewhere.example", own[0])];
    let mut cases = vec![
        (None, None, true),
        (Some("same-origin"), None, true),
        (Some("none"), None, true),
        (Some("same-site"), None, false),
        (Some("cross-site"), None, false),
        (Some("same-site"), Some(&*own[0]), false),
        (Some("cross-site"), Some(&*own[0]), false),
    ];
    cases.extend(own.iter().map(|origin| (Some("same-origin"), Some(&**origin), true)));
    cases.extend(own.iter().map(|origin| (None, Some(&**origin), true)));
    cases.extend(foreign.iter().map(|origin| (None, Some(*origin), false)));
    cases.extend(foreign.iter().map(|origin| (Some("same-origin"), Some(*origin), false)));
    for (site, origin, passes) in cases {
        for (method, path) in [(Method::POST, "/api/connections"), (Method::PATCH, "/api/connections/17")] {
            api.forget_requests().await;
            let mut request = proxy.request(method, path).body(INVALID);
            if let Some(site) = site {
                request = request.header("sec-fetch-site", site);
            }
            if let Some(origin) = origin {
                request = request.header("origin", origin);
            }
            let response = request.send().await?;
            let case = format!("{path} {site:?} {origin:?}: {}", response.status());
            assert_eq!(response.status() != 403, passes, "{case}");
            assert_eq!(api.count().await, usize::from(passes), "{case}");
            if !passes {
                let document: serde_json::Value = response.json().await?;
                assert_eq!(document["errors"][0]["status"], "403");
            }
        }
    }
    Ok(())
}

async fn a_read_is_of_no_use_to_another_site(kind: Kind) -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start(kind, &api).await;
    let request = proxy.get("/api/connections").header("origin", "https://elsewhere.example");
    let response = request.header("sec-fetch-site", "cross-site").send().await?;
    assert_eq!(response.headers().get("access-control-allow-origin"), None);
    assert_eq!(response.headers()["cross-origin-resource-policy"], "same-origin");
    let preflight = proxy.request(Method::OPTIONS, "/api/connections").header("origin", "https://elsewhere.example");
    let preflight = preflight.header("access-control-request-method", "POST").send().await?;
    assert_eq!(preflight.status(), 405);
    assert_eq!(preflight.headers().get("access-control-allow-origin"), None);
    Ok(())
}
