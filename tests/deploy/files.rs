//! The widget's files.

use reqwest::Method;

use crate::{Outcome, on_both};
use deployment::{Api, CONTENTS, Kind, Proxy, raw};

on_both!(
    hashed_files_are_kept_for_good_and_the_others_are_asked_for_anew,
    files_come_compressed_ahead_of_time,
    the_page_is_under_a_strict_policy,
    photos_may_be_limited_to_a_host,
    other_files_are_not_served,
    no_error_is_kept,
);

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
    img-src 'self' data: blob: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; \
    require-trusted-types-for 'script'; trusted-types agent-directory";

async fn hashed_files_are_kept_for_good_and_the_others_are_asked_for_anew(kind: Kind) -> Outcome {
    let proxy = Proxy::start(kind, &Api::start().await).await;
    for (name, content) in CONTENTS {
        let response = proxy.get(&format!("/{name}")).send().await?;
        assert_eq!(response.status(), 200, "{name}");
        let header = |header: &str| response.headers()[header].to_str().unwrap();
        let cache =
            if name.contains("-0") || name.contains("-f") { "public, max-age=31536000, immutable" } else { "no-cache" };
        assert_eq!(header("cache-control"), cache, "{name}");
        assert_eq!(header("access-control-allow-origin"), "*", "{name}");
        assert_eq!(header("cross-origin-resource-policy"), "cross-origin", "{name}");
        assert_eq!(header("x-content-type-options"), "nosniff", "{name}");
        let content_type = header("content-type");
        let expected: &[&str] = match name.rsplit_once('.').unwrap().1 {
            "js" => &["text/javascript; charset=utf-8", "application/javascript; charset=utf-8"],
            "wasm" => &["application/wasm"],
            "css" => &["text/css; charset=utf-8"],
            _ => &["text/html; charset=utf-8"],
        };
        assert!(expected.contains(&content_type), "{name}: {content_type}");
        assert_eq!(response.text().await?, content);
    }
    let page = proxy.get("/").send().await?;
    assert_eq!(page.headers()["cache-control"], "no-cache");
    assert_eq!(page.text().await?, CONTENTS[0].1);
    Ok(())
}

async fn files_come_compressed_ahead_of_time(kind: Kind) -> Outcome {
    let proxy = Proxy::start(kind, &Api::start().await).await;
    // nginx of Debian has no Brotli.
    let best = if kind == Kind::Nginx { ("gzip", "gz") } else { ("br", "br") };
    for (accepted, (encoding, ending)) in [("gzip, deflate, br", best), ("gzip", ("gzip", "gz"))] {
        for (name, _) in &CONTENTS[1..] {
            let response = proxy.get(&format!("/{name}")).header("accept-encoding", accepted).send().await?;
            assert_eq!(response.headers()["content-encoding"], encoding, "{name}");
            assert_eq!(response.headers()["vary"].to_str()?.to_lowercase(), "accept-encoding", "{name}");
            assert!(!response.headers()["content-type"].to_str()?.contains("gzip"), "{name}");
            assert_eq!(response.text().await?, format!("{name}.{ending}"));
        }
    }
    Ok(())
}

async fn the_page_is_under_a_strict_policy(kind: Kind) -> Outcome {
    let proxy = Proxy::start(kind, &Api::start().await).await;
    let page = proxy.get("/").send().await?;
    assert_eq!(page.headers()["content-security-policy"], POLICY);
    assert_eq!(page.headers()["referrer-policy"], "no-referrer");
    assert_eq!(page.headers()["x-content-type-options"], "nosniff");
    assert_eq!(page.headers().get("strict-transport-security"), None);
    let server = page.headers().get("server").map(|server| server.to_str().unwrap());
    assert!(server.is_none_or(|server| !server.contains(char::is_numeric)), "{server:?}");
    Ok(())
}

async fn photos_may_be_limited_to_a_host(kind: Kind) -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start_with(kind, api.url(), &[("PHOTOS", "https://photos.example")]).await;
    let page = proxy.get("/").send().await?;
    assert_eq!(page.headers()["content-security-policy"], POLICY.replace("https:", "https://photos.example"));
    Ok(())
}

async fn other_files_are_not_served(kind: Kind) -> Outcome {
    let proxy = Proxy::start(kind, &Api::start().await).await;
    for path in ["/.hidden", "/missing.js", "/../log", "/%2e%2e/log", "/..%2flog"] {
        let answer = raw(proxy.address, &format!("GET {path}"), &[]).await;
        assert!(matches!(answer.status, 400 | 404), "{path}: {}", answer.status);
    }
    for method in [Method::POST, Method::PUT, Method::DELETE] {
        assert_eq!(proxy.request(method.clone(), "/agent-directory.js").send().await?.status(), 405, "{method}");
    }
    Ok(())
}

/// During an upgrade a page may ask for a file that is not there yet.
async fn no_error_is_kept(kind: Kind) -> Outcome {
    const NAME: &str = "/agent-directory-0000000000000000.js";
    let proxy = Proxy::start(kind, &Api::start().await).await;
    let present = format!("/{}", CONTENTS[2].0);
    let cases = [
        (Method::GET, NAME, 404),
        (Method::HEAD, NAME, 404),
        (Method::GET, "/agent-directory-0000000000000000_bg.wasm", 404),
        (Method::GET, "/.agent-directory-0000000000000000.js", 404),
        (Method::GET, "/missing.js", 404),
        (Method::POST, &present, 405),
    ];
    for (method, path, status) in cases {
        let response = proxy.request(method.clone(), path).send().await?;
        assert_eq!(response.status(), status, "{method} {path}");
        let cache: Vec<_> = response.headers().get_all("cache-control").iter().collect();
        assert_eq!(cache, ["no-store"], "{method} {path}");
    }
    for (condition, value) in [
        ("range", "bytes=1000000-"),
        ("if-match", "\"another\""),
        ("if-unmodified-since", "Sun, 06 Nov 1994 08:49:37 GMT"),
    ] {
        // After a 412 nginx closes the connection without a word, and the next request on it would be lost.
        let response = proxy.get(&present).header(condition, value).header("connection", "close").send().await?;
        let is_kept = response.headers()["cache-control"] != "no-store";
        assert_eq!(is_kept, response.status() == 200, "{condition}: {}", response.status());
    }
    Ok(())
}
