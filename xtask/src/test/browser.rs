//! A browser and its driver, found on the machine or installed by the system's packages.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};

use super::apt;

/// Chrome or Chromium, and the driver of the same version.
pub struct Browser {
    /// The browser's program.
    pub chrome: PathBuf,
    /// The driver's program.
    pub driver: PathBuf,
    /// Chrome refuses to start its own sandbox as root.
    pub needs_no_sandbox: bool,
}

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
    Some(Browser { chrome, driver, needs_no_sandbox: apt::is_root().await })
}

fn is_ubuntu() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|release| release.lines().any(|line| line == "ID=ubuntu"))
}
