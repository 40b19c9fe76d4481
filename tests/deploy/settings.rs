//! Starting and stopping.

use std::fs;

use reqwest::Method;

use crate::{Outcome, on_both};
use deployment::{Api, Files, KEY, Kind, PATIENCE, Proxy, Settings};

on_both!(
    settings_that_cannot_be_used_are_told_without_the_key,
    the_key_may_come_from_a_file,
    nothing_is_left_behind_at_the_end,
    an_address_that_is_taken_ends_the_start,
);

async fn settings_that_cannot_be_used_are_told_without_the_key(kind: Kind) -> Outcome {
    let cases: [(Settings, &str); 13] = [
        (&[("SPECTORA_API_KEY", "")], "SPECTORA_API_KEY"),
        (&[("SPECTORA_API_KEY", "secret\"; return 200")], "the key holds"),
        (&[("SPECTORA_API_KEY", "secret\nline")], "the key holds"),
        (&[("SPECTORA_API_KEY_FILE", "/nowhere")], "SPECTORA_API_KEY_FILE"),
        (&[("UPSTREAM", "ftp://api.example/v2")], "UPSTREAM"),
        (&[("UPSTREAM", "http://api.example/v2")], "UPSTREAM must be https"),
        (&[("UPSTREAM", "http://localhost.elsewhere.example/v2")], "UPSTREAM must be https"),
        (&[("UPSTREAM", "https://api.example/v2?a")], "UPSTREAM"),
        (&[("UPSTREAM", "https://user@api.example/v2")], "UPSTREAM"),
        (&[("LISTEN", "8080; x")], "LISTEN"),
        (&[("FILES", "/nowhere")], "/nowhere"),
        (&[("FILES", "/a\"; b")], "FILES"),
        (&[("UPSTREAM_TIMEOUT", "soon")], "time-outs"),
    ];
    let files = Files::create();
    for (settings, told) in cases {
        let output = kind.command("https://api.example/v2", &files, settings).output().await?;
        let message = String::from_utf8(output.stderr)?;
        assert!(!output.status.success() && message.contains(told), "{settings:?}: {message}");
        assert!(!message.contains("secret") && !message.contains(KEY), "{message}");
    }
    assert!(files.written().is_empty());
    Ok(())
}

async fn the_key_may_come_from_a_file(kind: Kind) -> Outcome {
    let (api, folder) = (Api::start().await, Files::create());
    let file = folder.run().join("key");
    fs::write(&file, format!("{KEY}\n"))?;
    let settings = [("SPECTORA_API_KEY", "another"), ("SPECTORA_API_KEY_FILE", file.to_str().unwrap())];
    let proxy = Proxy::start_with(kind, api.url(), &settings).await;
    assert_eq!(proxy.request(Method::GET, "/api/connections/17").send().await?.status(), 200);
    Ok(())
}

async fn nothing_is_left_behind_at_the_end(kind: Kind) -> Outcome {
    let api = Api::start().await;
    let mut proxy = Proxy::start(kind, &api).await;
    assert_eq!(proxy.get("/api/connections").send().await?.status(), 200);
    assert!(proxy.stop().await.success());
    let left = proxy.files.written();
    let has_data = |content: &[u8]| String::from_utf8_lossy(content).contains("first_name");
    assert!(!left.iter().any(|(path, content)| path.ends_with("key.conf") || has_data(content)));
    assert!(kind == Kind::Caddy || left.is_empty());
    Ok(())
}

async fn an_address_that_is_taken_ends_the_start(kind: Kind) -> Outcome {
    let (taken, files) = (std::net::TcpListener::bind("127.0.0.1:0")?, Files::create());
    let address = taken.local_addr()?.to_string();
    let mut command = kind.command("https://127.0.0.1:9/v2", &files, &[("LISTEN", &address)]);
    let output = tokio::time::timeout(PATIENCE, command.kill_on_drop(true).output()).await??;
    assert!(!output.status.success());
    assert!(String::from_utf8(output.stderr)?.contains("in use"));
    Ok(())
}
