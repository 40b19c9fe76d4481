//! The example of a sign-in in front: nobody gets past it.

use std::{fs, net::TcpListener};

use reqwest::{Client, Method, redirect::Policy};
use serde_json::json;
use tokio::{io::AsyncReadExt, io::AsyncWriteExt, net::TcpStream, process::Command};

use crate::Outcome;
use deployment::{Api, Files, Kind, Process, Proxy, until};

/// A sign-in service that lets one session in, and leads straight back whoever is sent to it. Its address.
async fn sign_in_service() -> std::io::Result<String> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await?;
    let address = listener.local_addr()?.to_string();
    tokio::spawn(async move {
        while let Ok((mut connection, _)) = listener.accept().await {
            let mut request = Vec::new();
            while !request.ends_with(b"\r\n\r\n") && connection.read_buf(&mut request).await.unwrap() > 0 {}
            let request = String::from_utf8_lossy(&request);
            let back = request.lines().find_map(|line| line.strip_prefix("X-Auth-Request-Redirect: "));
            let status = match back {
                Some(back) if request.starts_with("GET /oauth2/start HTTP/") => format!("302 x\r\nLocation: {back}"),
                _ if request.contains("session=good") => "202 x".into(),
                _ => "401 x".into(),
            };
            let answer = format!("HTTP/1.1 {status}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            connection.write_all(answer.as_bytes()).await.unwrap();
        }
    });
    Ok(address)
}

#[tokio::test]
async fn only_who_has_signed_in_reaches_the_directory() -> Outcome {
    let (api, files) = (Api::start().await, Files::create());
    let proxy = Proxy::start(Kind::Nginx, &api).await;
    let address = TcpListener::bind("127.0.0.1:0")?.local_addr()?;
    let example = fs::read_to_string(Kind::Nginx.start_script().with_file_name("sign-in.conf"))?;
    let example = example.replace("127.0.0.1:8080", &proxy.address.to_string());
    let example = example.replace("127.0.0.1:4180", &sign_in_service().await?);
    let example = example.replace("443 ssl http2", &address.to_string());
    let example: String =
        example.lines().filter(|line| !line.contains("ssl_")).map(|line| format!("{line}\n")).collect();
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(|name| format!("{name}_temp_path temp;"));
    let http = format!("access_log off; {}\n{example}", temporary.concat());
    let settings = format!("daemon off; pid pid; error_log stderr; events {{}}\nhttp {{\n{http}}}\n");
    fs::write(files.run().join("nginx.conf"), settings)?;
    let path = std::env::var("PATH")? + ":/usr/sbin";
    let mut command = Command::new("nginx");
    command.env("PATH", path).args(["-e", "stderr", "-c", "nginx.conf", "-p"]).arg(files.run());
    let _front = Process::start(&mut command);
    until("the sign-in in front", || async { TcpStream::connect(address).await.ok() }).await;

    let client = Client::builder().redirect(Policy::none()).build()?;
    let ask = |path: &str, session: &str| {
        client.get(format!("http://{address}{path}")).header("cookie", format!("session={session}")).send()
    };
    let page = "/?ad.filter%5Btag%5D=A%26B&ad.sort=-agent_inspections&x=1";
    let sent_away = ask(page, "bad").await?;
    assert_eq!((sent_away.status().as_u16(), sent_away.headers()["location"].to_str()?), (302, page));
    let signed_out = ask("/api/connections/17", "bad").await?;
    assert_eq!(signed_out.status(), 401);
    assert_eq!(signed_out.headers()["content-type"], "application/vnd.api+json");
    assert_eq!(signed_out.headers()["cache-control"], "no-store");
    let document: serde_json::Value = signed_out.json().await?;
    assert_eq!(document["errors"][0]["detail"], "You have been signed out. Reload the page.");
    assert_eq!(api.count().await, 0);
    assert_eq!(ask("/", "good").await?.status(), 200);
    assert_eq!(ask("/api/connections/17", "good").await?.status(), 200);
    api.answer_once(401, json!({})).await;
    let unknown_key = ask("/api/connections", "good").await?;
    assert_eq!((unknown_key.status().as_u16(), unknown_key.text().await?.as_str()), (401, r#"{"data":[]}"#));

    // The page's own writes come through two proxies and are still its own.
    let write = |origin: String| {
        let request = client.request(Method::PATCH, format!("http://{address}/api/connections/17"));
        request.header("cookie", "session=good").header("origin", origin).body("{}").send()
    };
    assert_eq!(write("https://elsewhere.example".into()).await?.status(), 403);
    assert_ne!(write(format!("http://{address}")).await?.status(), 403);
    Ok(())
}
