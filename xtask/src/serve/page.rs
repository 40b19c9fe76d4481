//! The page, by Trunk.

use std::{
    net::{Ipv4Addr, TcpListener},
    process::Stdio,
    time::Duration,
};

use anyhow::{Context, Result};
use reqwest::{Client, StatusCode};

use crate::{command::command, group::Group, workspace};

/// How often the page is asked for while it is being built.
const INTERVAL: Duration = Duration::from_millis(200);

/// Fails if the port is taken, before anything is built for it.
pub fn check_port(port: u16) -> Result<()> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port))
        .map(drop)
        .with_context(|| format!("port {port} can't be used; give another with --port"))
}

/// Starts Trunk with `/api` forwarded to the gateway. It builds into a folder of its own, so `dist/` stays a release.
pub fn start(port: u16, release: bool, gateway: &str) -> Result<Group> {
    let served = workspace::target("serve");
    if served.exists() {
        // Otherwise a build that fails would leave an old page to be served.
        std::fs::remove_dir_all(&served).with_context(|| format!("can't clear {}", served.display()))?;
    }
    let mut trunk = command("trunk");
    trunk.args(["serve", "--port", &port.to_string(), "--dist"]).arg(served);
    trunk.args(["--proxy-backend", &format!("{gateway}/api"), "--proxy-no-system-proxy"]);
    trunk.args(release.then_some("--release")).stdin(Stdio::null());
    Group::start(trunk)
}

/// Waits until the page answers, and says where it is and whether the API behind it answers.
pub async fn announce(port: u16) -> Result<()> {
    let url = format!("http://127.0.0.1:{port}/");
    let client = Client::builder().no_proxy().build()?;
    let mut told = false;
    loop {
        match client.get(&url).send().await {
            Ok(page) if page.status().is_success() => break,
            Ok(_) if !told => {
                told = true;
                println!("\nThe build failed; its messages are above. It is built again when a file is saved.");
            }
            _ => tokio::time::sleep(INTERVAL).await,
        }
    }
    let api = client.get(format!("{url}api/connections?page[size]=1")).send().await?.status();
    println!("\n    The agent directory is at {url}\n");
    match api {
        StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN => {
            println!("The API refuses the key ({api}): check that it is valid and may see agents.");
        }
        status if !status.is_success() => println!("The API behind it answers {status}; the page will say so, too."),
        _ => {}
    }
    Ok(())
}
