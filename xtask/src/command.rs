//! Starting other programs.

use std::{
    env,
    ffi::{OsStr, OsString},
    process::Stdio,
};

use anyhow::{Context, Result, bail};
use tokio::process::Command;

use crate::workspace;

/// The environment variable with the key of the real API. No child process gets it.
pub const API_KEY_VARIABLE: &str = "SPECTORA_API_KEY";

/// A program to be started in the root, with the project's own tools found first.
pub fn command(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    command.current_dir(workspace::root()).env("PATH", search_path()).kill_on_drop(true);
    for (name, _) in env::vars_os() {
        if stays_here(&name) {
            command.env_remove(name);
        }
    }
    command
}

/// A cargo command, by the cargo that runs this program.
pub fn cargo() -> Command {
    command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// Runs a command to its end; its output goes to the terminal.
pub async fn run(command: &mut Command) -> Result<()> {
    let status = command.status().await.with_context(|| format!("can't start {}", name(command)))?;
    if !status.success() {
        bail!("{} failed ({status}); its messages are above", name(command));
    }
    Ok(())
}

/// Runs a command and returns what it writes, or nothing if it can't be started or fails.
pub async fn output(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::null()).output().await.ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// The program and its first argument, as one says "cargo install".
fn name(command: &Command) -> String {
    let command = command.as_std();
    let program = std::path::Path::new(command.get_program()).file_stem().unwrap_or(command.get_program());
    let first = command.get_args().next().unwrap_or_default();
    format!("`{} {}`", program.display(), first.display()).replace(" `", "`")
}

fn search_path() -> OsString {
    let tools = workspace::tools().join("bin");
    let inherited = env::var_os("PATH").unwrap_or_default();
    env::join_paths(std::iter::once(tools).chain(env::split_paths(&inherited))).unwrap_or(inherited)
}

/// Besides the key, what cargo tells this program about itself: build scripts would take it for a change and run anew.
/// Trunk misreads the usual `NO_COLOR=1`.
fn stays_here(variable: &OsStr) -> bool {
    let Some(name) = variable.to_str() else { return false };
    name == API_KEY_VARIABLE
        || name == "NO_COLOR"
        || ["CARGO_PKG_", "CARGO_MANIFEST_", "CARGO_BIN_", "CARGO_CRATE_"].iter().any(|prefix| name.starts_with(prefix))
}
