//! A browser and its driver, found on the machine or installed by the system's packages.

use std::{env, fs, path::PathBuf, process::Stdio};

use anyhow::{Context, Result, bail};

use crate::command::{command, output, run};

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
    let Some(install) = apt().await else { bail!("{ADVICE}") };
    let packages =
        if is_ubuntu() { ["chromium-browser", "chromium-chromedriver"] } else { ["chromium", "chromium-driver"] };
    install.install(&packages).await.context(ADVICE)?;
    find().await.context(ADVICE)
}

async fn find() -> Option<Browser> {
    let named = CHROME_NAMES.iter().find_map(|name| which::which(name).ok());
    let chrome = named.or_else(|| CHROME_PLACES.iter().map(PathBuf::from).find(|path| path.exists()))?;
    let driver = which::which("chromedriver").ok()?;
    Some(Browser { chrome, driver, needs_no_sandbox: is_root().await })
}

async fn is_root() -> bool {
    cfg!(unix) && output(command("id").arg("-u")).await.as_deref() == Some("0")
}

fn is_ubuntu() -> bool {
    fs::read_to_string("/etc/os-release").is_ok_and(|release| release.lines().any(|line| line == "ID=ubuntu"))
}

/// The system's packages, as this user may install them.
struct Apt {
    needs_sudo: bool,
}

/// Apt, where there is one and this user may use it without being asked for a password.
async fn apt() -> Option<Apt> {
    which::which("apt-get").ok()?;
    if is_root().await {
        return Some(Apt { needs_sudo: false });
    }
    output(command("sudo").args(["-n", "true"])).await.map(|_| Apt { needs_sudo: true })
}

impl Apt {
    async fn install(&self, packages: &[&str]) -> Result<()> {
        println!("Installing {} by apt (once; about a minute)", packages.join(" and "));
        run(self.command().arg("update")).await?;
        run(self.command().args(["install", "--yes", "--no-install-recommends"]).args(packages)).await
    }

    fn command(&self) -> tokio::process::Command {
        let mut apt = if self.needs_sudo { command("sudo") } else { command("apt-get") };
        if self.needs_sudo {
            apt.args(["-n", "apt-get"]);
        }
        // Without a terminal to ask at, apt takes the defaults.
        apt.env("DEBIAN_FRONTEND", env::var("DEBIAN_FRONTEND").unwrap_or_else(|_| "noninteractive".into()));
        apt.stdin(Stdio::null());
        apt
    }
}
