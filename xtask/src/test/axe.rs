//! axe-core, which finds what keeps people with disabilities out, from the npm registry.

use std::path::PathBuf;

use anyhow::{Context, Result};

use super::apt;
use crate::npm::Package;

const AXE: Package = Package { name: "axe-core", version: "4.14.1", file: "axe-core/axe.min.js" };

const ADVICE: &str =
    "The tests need npm on the PATH, for axe-core and for the package: install Node.js, https://nodejs.org";

/// The script to run in a page, fetched if it is missing.
pub async fn ensure() -> Result<PathBuf> {
    ensure_npm().await?;
    AXE.ensure().await.context(ADVICE)
}

/// Installs npm where it is missing.
pub async fn ensure_npm() -> Result<()> {
    if which::which("npm").is_err() {
        apt::install(&["npm"]).await.context(ADVICE)?;
    }
    Ok(())
}
