//! Chrome or Chromium, and the driver of the same version.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result};

use serde_json::{Value, json};

use super::Browser;
use crate::test::apt;

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

const CHROME_NAMES: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// Where installers put Chrome without telling the PATH.
const CHROME_PLACES: [&str; 3] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

const ADVICE: &str = "The browser tests need Chrome or Chromium and a ChromeDriver of the same version on the PATH. \
    On Debian: apt-get install chromium chromium-driver. On Ubuntu: apt-get install chromium-browser \
    chromium-chromedriver. On macOS: brew install --cask google-chrome chromedriver. Elsewhere: \
    https://googlechromelabs.github.io/chrome-for-testing";

/// Finds both, or installs them by apt where that is possible.
pub async fn ensure() -> Result<Browser> {
    if let Some(browser) = find().await {
        return Ok(browser);
    }
    let packages =
        if is_ubuntu() { ["chromium-browser", "chromium-chromedriver"] } else { ["chromium", "chromium-driver"] };
    apt::install(&packages).await.context(ADVICE)?;
    find().await.context(ADVICE)
}

async fn find() -> Option<Browser> {
    let named = CHROME_NAMES.iter().find_map(|name| which::which(name).ok());
    let chrome = named.or_else(|| CHROME_PLACES.iter().map(PathBuf::from).find(|path| path.exists()))?;
    let driver = which::which("chromedriver").ok()?;
    let capabilities = capabilities(&chrome, apt::is_root().await);
    Some(Browser { driver, capabilities, environment: Vec::new(), _display: None })
}

/// As root, Chrome refuses to start its own sandbox.
fn capabilities(chrome: &Path, is_root: bool) -> Value {
    let no_sandbox = is_root.then_some("--no-sandbox");
    let arguments: Vec<_> = ARGUMENTS.into_iter().chain(no_sandbox).collect();
    json!({"browserName": "chrome", "goog:chromeOptions": {"binary": chrome, "args": arguments}})
}

fn is_ubuntu() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|release| release.lines().any(|line| line == "ID=ubuntu"))
}
