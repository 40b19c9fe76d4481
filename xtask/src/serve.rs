//! `cargo xtask serve`

mod keyboard;
mod page;
mod upstream;

use anyhow::{Context, Result, bail};
use clap::Args;
use gateway::Uri;
use tokio::sync::mpsc::UnboundedReceiver;

use crate::{group::Group, sandbox::Sandbox, signals::Signals, tools};
use upstream::Upstream;

/// What is served.
#[derive(Args)]
pub struct Options {
    /// The port of the page
    #[arg(long, default_value_t = 8080, value_parser = clap::value_parser!(u16).range(1..))]
    port: u16,
    /// Build for release: slower to build, quicker to load
    #[arg(long)]
    release: bool,
    /// How many agents a new sandbox has
    #[arg(long, default_value_t = 2000)]
    agents: u32,
    /// Begin with a new sandbox
    #[arg(long)]
    fresh: bool,
    /// Serve agents of the real API at this address, such as https://connect.spectora.com/v2, with the key from the
    /// environment variable SPECTORA_API_KEY
    #[arg(long, value_name = "URL", conflicts_with_all = ["agents", "fresh"])]
    upstream: Option<Uri>,
}

/// Serves the page until it is interrupted.
pub async fn run(options: Options) -> Result<()> {
    page::check_port(options.port)?;
    let key = options.upstream.is_some().then(upstream::key_from_environment).transpose()?;
    tools::ensure().await?;
    let mut upstream = match (options.upstream, key) {
        (Some(address), Some(key)) => Upstream { address, key, sandbox: None },
        _ => Upstream::sandbox(options.agents, options.fresh).await?,
    };
    let mut signals = Signals::new()?;
    let gateway = gateway::start(gateway::Config::new(upstream.address.clone(), upstream.key.clone())).await?;
    let mut trunk = page::start(options.port, options.release, &gateway.url)?;
    let outcome = tokio::select! {
        name = signals.next() => { println!("\n{name}: ending"); Ok(()) }
        outcome = attend(options.port, &mut trunk, upstream.sandbox.as_mut()) => outcome,
    };
    trunk.stop().await;
    if let Some(sandbox) = upstream.sandbox {
        sandbox.stop().await;
    }
    gateway.stop().await;
    outcome
}

/// Announces the page when it answers, then starts a sandbox that has ended again when asked to. Returns only when
/// something ends that is not meant to.
async fn attend(port: u16, trunk: &mut Group, mut sandbox: Option<&mut Sandbox>) -> Result<()> {
    tokio::select! {
        status = trunk.ended() => bail!("Trunk has ended ({}); its messages are above", status?),
        shown = page::announce(port) => shown?,
    }
    if let Some(sandbox) = &sandbox {
        println!("{}\nIf it has ended, Enter starts it again.\n", sandbox.description());
    }
    let mut enter = keyboard::lines();
    loop {
        tokio::select! {
            status = trunk.ended() => bail!("Trunk has ended ({}); its messages are above", status?),
            restarted = keep(sandbox.as_deref_mut(), &mut enter) => restarted?,
        }
    }
}

/// Waits for the sandbox to end and for Enter, and starts it again.
async fn keep(sandbox: Option<&mut Sandbox>, enter: &mut UnboundedReceiver<()>) -> Result<()> {
    let Some(sandbox) = sandbox else { return std::future::pending().await };
    let status = sandbox.ended().await?;
    println!("\nThe sandbox has ended ({status}). Press Enter to start it again.");
    while enter.try_recv().is_ok() {} // those pressed while it ran
    if enter.recv().await.is_none() {
        return std::future::pending().await; // there is no keyboard
    }
    sandbox.restart().await.context("the sandbox could not be started again")?;
    println!("{}", sandbox.description());
    Ok(())
}
