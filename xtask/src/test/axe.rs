//! axe-core, which finds what keeps people with disabilities out, from the npm registry.

use std::{path::PathBuf, process::Stdio};

use anyhow::{Context, Result, ensure};

use super::apt;
use crate::{
    command::{command, run},
    workspace,
};

const VERSION: &str = "4.14.1";

const ADVICE: &str =
    "The accessibility tests need npm on the PATH, to fetch axe-core: install Node.js, https://nodejs.org";

/// The script to run in a page, fetched if it is missing.
pub async fn ensure() -> Result<PathBuf> {
    let folder = workspace::tools().join(format!("axe-core-{VERSION}"));
    let script = folder.join("node_modules/axe-core/axe.min.js");
    if script.exists() {
        return Ok(script);
    }
    if which::which("npm").is_err() {
        apt::install(&["npm"]).await.context(ADVICE)?;
    }
    println!("Fetching axe-core {VERSION} into target/tools (once; seconds)");
    let npm = which::which("npm").context(ADVICE)?;
    let package = format!("axe-core@{VERSION}");
    let mut install = command(npm);
    install.args(["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", &package, "--prefix"]);
    run(install.arg(&folder).stdin(Stdio::null())).await.context("axe-core could not be fetched")?;
    ensure!(script.exists(), "axe-core {VERSION} has no axe.min.js");
    Ok(script)
}
