//! A screen for a browser that can't do without one.

use std::process::Stdio;

use anyhow::{Context, Result};
use tokio::io::{AsyncBufReadExt, BufReader};

use crate::{command::command, group::Group};

/// A screen in memory, until it is dropped.
pub struct Display {
    /// What `DISPLAY` is to be, for example `:1`.
    pub name: String,
    _group: Group,
}

impl Display {
    /// Starts Xvfb on a free number, with room for the widest window of the tests.
    pub async fn start() -> Result<Self> {
        let mut xvfb = command("Xvfb");
        xvfb.args(["-displayfd", "1", "-screen", "0", "2000x1600x24", "-nolisten", "tcp"]);
        xvfb.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut group = Group::start(xvfb)?;
        let mut lines = BufReader::new(group.take_output().context("Xvfb has no output")?).lines();
        let number = lines.next_line().await?.context("Xvfb could not start")?;
        Ok(Self { name: format!(":{}", number.trim()), _group: group })
    }
}
