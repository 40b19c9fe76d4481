//! nginx and Caddy, found on the machine or installed by the system's packages.

use std::path::Path;

use anyhow::{Context, Result};

use super::apt;

const PROGRAMS: [&str; 2] = ["nginx", "caddy"];

/// Where Debian keeps nginx, which is not on everybody's PATH.
const SYSTEM_PROGRAMS: &str = "/usr/sbin";

const ADVICE: &str = "The tests of the proxies need nginx and Caddy on the PATH. On Debian and Ubuntu: apt-get install \
    nginx caddy. On macOS: brew install nginx caddy";

/// Finds both, or installs them by apt where that is possible. Only the programs are wanted: the services that come with
/// them are switched off.
pub async fn ensure() -> Result<()> {
    let missing: Vec<&str> = PROGRAMS.into_iter().filter(|program| !is_installed(program)).collect();
    if missing.is_empty() {
        return Ok(());
    }
    apt::install(&missing).await.context(ADVICE)?;
    apt::switch_off(&missing).await
}

fn is_installed(program: &str) -> bool {
    which::which(program).is_ok() || which::which(Path::new(SYSTEM_PROGRAMS).join(program)).is_ok()
}
