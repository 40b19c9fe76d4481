//! A browser's driver as a program beside this one.

use std::{
    net::{Ipv4Addr, TcpListener},
    process::Stdio,
    time::Duration,
};

use anyhow::{Context, Result, bail};
use tokio::{net::TcpStream, time::sleep};

use super::browser::Browser;
use crate::{command::command, group::Group};

/// A driver that answers, until it is dropped.
pub struct Driver {
    /// Where it answers, for example `http://127.0.0.1:9515`.
    pub url: String,
    _group: Group,
}

/// How often the driver is started before it counts as unable to.
const ATTEMPTS: u32 = 5;

/// How often, and how long between, a driver is asked whether it answers.
const LOOKS: u32 = 400;
const BETWEEN: Duration = Duration::from_millis(50);

impl Driver {
    /// Starts the driver on a free port and waits until it answers. Another program may take the port meanwhile: then it gives
    /// up, and is started again.
    pub async fn start(browser: &Browser) -> Result<Self> {
        let mut attempts = 1;
        loop {
            match Self::start_once(browser).await {
                Err(_) if attempts < ATTEMPTS => attempts += 1,
                outcome => return outcome,
            }
        }
    }

    async fn start_once(browser: &Browser) -> Result<Self> {
        let port = free_port()?;
        let mut driver = command(&browser.driver);
        driver.arg(format!("--port={port}")).envs(browser.environment.clone());
        driver.stdin(Stdio::null()).stdout(Stdio::null());
        let mut group = Group::start(driver)?;
        for _ in 0..LOOKS {
            if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).await.is_ok() {
                return Ok(Self { url: format!("http://127.0.0.1:{port}"), _group: group });
            }
            tokio::select! {
                status = group.ended() => bail!("the driver ended ({}); its message is above", status?),
                () = sleep(BETWEEN) => {}
            }
        }
        bail!("the driver does not answer")
    }
}

fn free_port() -> Result<u16> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("there is no free port")?;
    Ok(listener.local_addr()?.port())
}
