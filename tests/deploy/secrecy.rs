//! Where the key is, and where it is not.

use std::{fs, os::unix::fs::PermissionsExt};

use reqwest::Method;
use serde_json::json;

use crate::{Outcome, on_both};
use deployment::{Api, CONTENTS, KEY, Kind, Proxy, raw};

on_both!(the_key_is_in_no_byte_that_a_browser_gets, the_key_is_in_no_log_and_no_arguments_and_no_open_file);

/// Whether the key is somewhere in these bytes.
fn holds_key(bytes: &[u8]) -> bool {
    bytes.windows(KEY.len()).any(|window| window == KEY.as_bytes())
}

/// Requests of all kinds, good and bad.
const TARGETS: [&str; 14] = [
    "GET /",
    "GET /missing",
    "GET /agent-directory.js",
    "GET /api/connections?page[size]=5",
    "GET /api/connections?sort=nonsense",
    "GET /api/connections/17",
    "GET /api/connections/999999",
    "GET /api/inspections",
    "GET /generation",
    "GET /errors/404.json",
    "POST /api/connections",
    "PATCH /api/connections/17",
    "DELETE /api/connections/17",
    "TRACE /api/connections",
];

async fn the_key_is_in_no_byte_that_a_browser_gets(kind: Kind) -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start(kind, &api).await;
    let json = "Content-Type: application/json";
    let headers = [&["Content-Length: 0", json][..], &["Content-Length: 0", "Origin: https://elsewhere.example"]];
    let files = CONTENTS.map(|(name, _)| format!("GET /{name}"));
    let targets: Vec<&str> = TARGETS.into_iter().chain(files.iter().map(String::as_str)).collect();
    for fault in
        [None, Some("closed_connection"), Some("bad_gateway_html"), Some("malformed_json"), Some("cut_off_body")]
    {
        if let Some(kind) = fault {
            api.order(json!({ "fault": { "kind": kind } })).await;
        }
        for target in &targets {
            for headers in headers {
                let answer = raw(proxy.address, target, headers).await;
                assert!(!holds_key(&answer.bytes), "{target}, {fault:?}");
                assert_ne!(answer.status, 0, "{target}, {fault:?}");
            }
        }
        api.clear_faults().await;
    }
    assert!(!raw(proxy.address, "GET /generation", &[]).await.bytes.is_empty());
    assert_eq!(raw(proxy.address, "GET /generation", &[]).await.status, 404);
    assert_eq!(raw(proxy.address, "GET /errors/404.json", &[]).await.status, 404);
    Ok(())
}

async fn the_key_is_in_no_log_and_no_arguments_and_no_open_file(kind: Kind) -> Outcome {
    let api = Api::start().await;
    let proxy = Proxy::start(kind, &api).await;
    api.order(json!({ "times": 1, "fault": { "kind": "closed_connection" } })).await;
    for _ in 0..2 {
        let request = proxy.get("/api/connections/17?secret-search").header("cookie", "session=secret-cookie");
        request.bearer_auth("secret-of-the-page").send().await?;
    }
    proxy.request(Method::POST, "/api/connections").body("{}").send().await?;

    let ids = proxy.process_ids();
    assert!(!ids.is_empty());
    for id in ids {
        let arguments = fs::read(format!("/proc/{id}/cmdline"))?;
        assert!(!holds_key(&arguments), "{}", String::from_utf8_lossy(&arguments));
        // nginx itself does not even have it in its environment.
        if arguments.starts_with(b"nginx") {
            assert!(!holds_key(&fs::read(format!("/proc/{id}/environ"))?));
        }
    }
    let log = deployment::until("the log", || async {
        let log = proxy.log();
        log.contains("POST").then_some(log)
    });
    let log = log.await;
    assert!(!holds_key(log.as_bytes()), "{log}");
    assert!(!log.contains("secret-cookie") && !log.contains("secret-of-the-page"), "{log}");
    // nginx names the whole request where the API fails; what goes well is logged without what was searched for.
    let lines_of_success = log.lines().filter(|line| !line.contains("[error]"));
    assert!(lines_of_success.into_iter().all(|line| !line.contains("secret-search")), "{log}");

    let written = proxy.files.written();
    assert!(kind == Kind::Caddy || written.iter().any(|(_, content)| holds_key(content)));
    for (path, content) in written {
        let mode = fs::metadata(&path)?.permissions().mode();
        let is_private = mode & 0o077 == 0;
        assert!(!holds_key(&content) || (path.ends_with("settings/key.conf") && is_private), "{}", path.display());
        assert_eq!(mode & 0o007, 0, "{} is open to all", path.display());
    }
    Ok(())
}
