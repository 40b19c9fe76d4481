//! Firefox and its driver, which comes from crates.io: the system's packages have none.

use std::path::PathBuf;

use anyhow::{Context, Result};
use serde_json::json;

use super::Browser;
use crate::{test::apt, tools};

const FIREFOX_NAMES: [&str; 2] = ["firefox-esr", "firefox"];

const ADVICE: &str = "The tests in Firefox need it on the PATH. On Debian: apt-get install firefox-esr. Elsewhere: \
    https://www.mozilla.org/firefox";

/// Finds both, or installs them.
pub async fn ensure() -> Result<Browser> {
    let driver = tools::ensure_geckodriver().await?;
    let firefox = match find() {
        Some(firefox) => firefox,
        None => {
            apt::install(&["firefox-esr"]).await.context(ADVICE)?;
            find().context(ADVICE)?
        }
    };
    let preferences = json!({"intl.accept_languages": "en-US", "datareporting.policy.dataSubmissionEnabled": false});
    let options = json!({"binary": firefox, "args": ["-headless"], "prefs": preferences});
    let capabilities = json!({"browserName": "firefox", "moz:firefoxOptions": options});
    Ok(Browser { driver, capabilities, environment: Vec::new(), _display: None })
}

fn find() -> Option<PathBuf> {
    FIREFOX_NAMES.iter().find_map(|name| which::which(name).ok())
}
