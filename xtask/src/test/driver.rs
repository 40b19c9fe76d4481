//! ChromeDriver as a program beside this one.

use std::process::Stdio;

use anyhow::{Context, Result};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, BufReader};

use super::browser::Browser;
use crate::{command::command, group::Group};

/// A driver that answers, until it is dropped.
pub struct Driver {
    /// Where it answers, for example `http://127.0.0.1:9515`.
    pub url: String,
    /// What a session asks for (WebDriver, "Capabilities").
    pub capabilities: Value,
    _group: Group,
}

/// What makes Chrome quiet and, in containers, able to start at all.
const ARGUMENTS: [&str; 10] = [
    "--headless=new",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--no-default-browser-check",
    "--lang=en-US",
];

/// How often the driver is started before it counts as unable to.
const ATTEMPTS: u32 = 5;

impl Driver {
    /// Starts the driver on a free port and waits until it says that it answers. Of the port that it finds free for IPv4, it
    /// sometimes finds that another program has it for IPv6: then it gives up, and is started again.
    pub async fn start(browser: &Browser) -> Result<Self> {
        let mut attempts = 1;
        loop {
            match Self::start_once(browser).await {
                Err(_) if attempts < ATTEMPTS => attempts += 1,
                outcome => return outcome,
            }
        }
    }

    async fn start_once(browser: &Browser) -> Result<Self> {
        let mut driver = command(&browser.driver);
        driver.args(["--port=0"]).stdin(Stdio::null()).stdout(Stdio::piped());
        let mut group = Group::start(driver)?;
        let mut lines = BufReader::new(group.take_output().context("ChromeDriver has no output")?).lines();
        let port = loop {
            let line = lines.next_line().await?.context("ChromeDriver could not start; its message is above")?;
            if let Some(port) = port(&line) {
                break port;
            }
        };
        // Whatever else it writes is read and dropped, so that it never waits for a reader.
        tokio::spawn(async move { while let Ok(Some(_)) = lines.next_line().await {} });
        Ok(Self { url: format!("http://127.0.0.1:{port}"), capabilities: capabilities(browser), _group: group })
    }
}

fn port(line: &str) -> Option<u16> {
    let (_, rest) = line.split_once("started successfully on port ")?;
    rest.trim_end_matches('.').parse().ok()
}

fn capabilities(browser: &Browser) -> Value {
    let mut arguments: Vec<&str> = ARGUMENTS.to_vec();
    if browser.needs_no_sandbox {
        arguments.push("--no-sandbox");
    }
    json!({"browserName": "chrome", "goog:chromeOptions": {"binary": browser.chrome, "args": arguments}})
}

#[cfg(test)]
mod tests {
    use super::port;

    #[test]
    fn the_port_is_read_from_what_the_driver_says() {
        assert_eq!(port("ChromeDriver was started successfully on port 40213."), Some(40213));
        assert_eq!(port("Only local connections are allowed."), None);
    }
}
