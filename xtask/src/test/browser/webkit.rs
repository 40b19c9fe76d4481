//! The MiniBrowser of WebKitGTK and its driver, on Debian and its kin.

use std::{fs, path::PathBuf};

use anyhow::{Context, Result};
use serde_json::json;

use super::{Browser, Display};
use crate::test::apt;

const ADVICE: &str = "The tests in WebKit need WebKitGTK's MiniBrowser, its WebKitWebDriver and Xvfb. On Debian: apt-get \
    install webkit2gtk-driver xvfb";

/// Finds them, or installs them by apt where that is possible, and gives the browser a screen of its own.
pub async fn ensure() -> Result<Browser> {
    let (driver, browser) = match find() {
        Some(found) => found,
        None => {
            apt::install(&["webkit2gtk-driver", "xvfb"]).await.context(ADVICE)?;
            find().context(ADVICE)?
        }
    };
    let display = Display::start().await?;
    let mut environment = vec![("DISPLAY", display.name.clone()), ("LANG", "C.UTF-8".into())];
    // As root, it can't start its own sandbox.
    if apt::is_root().await {
        environment.push(("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1".into()));
    }
    let capabilities = json!({"webkitgtk:browserOptions": {"binary": browser, "args": ["--automation"]}});
    Ok(Browser { driver, capabilities, environment, _display: Some(display) })
}

fn find() -> Option<(PathBuf, PathBuf)> {
    which::which("Xvfb").ok()?;
    Some((which::which("WebKitWebDriver").ok()?, mini_browser()?))
}

/// `/usr/lib/<architecture>/webkit2gtk-<version>/MiniBrowser`, the newest one.
fn mini_browser() -> Option<PathBuf> {
    let folders = |path: PathBuf| fs::read_dir(path).ok().into_iter().flatten().flatten().map(|entry| entry.path());
    let is_webkit = |path: &PathBuf| path.to_string_lossy().contains("/webkit2gtk-");
    let versions = folders("/usr/lib".into()).flat_map(folders).filter(is_webkit);
    versions.map(|version| version.join("MiniBrowser")).filter(|browser| browser.exists()).max()
}
