//! The system's packages, on Debian and its kin.

use std::{env, path::Path, process::Stdio};

use anyhow::{Result, bail};
use tokio::process::Command;

use crate::command::{command, output, run};

/// Installs packages where there is apt and this user may use it without being asked for a password.
pub async fn install(packages: &[&str]) -> Result<()> {
    if which::which("apt-get").is_err() {
        bail!("there is no apt on this machine");
    }
    let needs_sudo = !is_root().await;
    if needs_sudo && output(command("sudo").args(["-n", "true"])).await.is_none() {
        bail!("apt needs root, and sudo asks for a password");
    }
    println!("Installing {} by apt (once; about a minute)", packages.join(" and "));
    run(apt(needs_sudo).arg("update")).await?;
    run(apt(needs_sudo).args(["install", "--yes", "--no-install-recommends"]).args(packages)).await
}

/// Ends services that an installation has started, now and for the next start of the machine.
pub async fn switch_off(services: &[&str]) -> Result<()> {
    if !Path::new("/run/systemd/system").exists() {
        return Ok(());
    }
    run(as_root("systemctl", !is_root().await).args(["disable", "--now"]).args(services)).await
}

/// Whether this user is root.
pub async fn is_root() -> bool {
    cfg!(unix) && output(command("id").arg("-u")).await.as_deref() == Some("0")
}

fn apt(needs_sudo: bool) -> Command {
    let mut apt = as_root("apt-get", needs_sudo);
    // Without a terminal to ask at, apt takes the defaults.
    apt.env("DEBIAN_FRONTEND", env::var("DEBIAN_FRONTEND").unwrap_or_else(|_| "noninteractive".into()));
    apt
}

fn as_root(program: &str, needs_sudo: bool) -> Command {
    let mut as_root = command(if needs_sudo { "sudo" } else { program });
    if needs_sudo {
        as_root.args(["-n", program]);
    }
    as_root.stdin(Stdio::null());
    as_root
}
