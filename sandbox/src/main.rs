//! Starts the sandbox from the command line.

use std::process::ExitCode;

use clap::Parser;

/// A server that behaves as Spectora's agents API is known to, on SQLite.
///
/// The key that it accepts comes from the environment variable SANDBOX_KEY.
#[derive(Parser)]
#[command(version)]
struct Options {
    #[command(flatten)]
    config: sandbox::Config,
}

#[tokio::main]
async fn main() -> ExitCode {
    let mut config = Options::parse().config;
    config.key = std::env::var("SANDBOX_KEY").unwrap_or_default();
    match run(config).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("sandbox: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(config: sandbox::Config) -> Result<(), Box<dyn std::error::Error>> {
    let running = sandbox::start(config).await?;
    println!(
        "{}",
        serde_json::json!({"api": running.api_url, "control": running.control_url, "agents": running.agents})
    );
    wait_for_the_end().await?;
    running.stop().await;
    Ok(())
}

#[cfg(unix)]
async fn wait_for_the_end() -> std::io::Result<()> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        interrupted = tokio::signal::ctrl_c() => interrupted,
        _ = terminate.recv() => Ok(()),
    }
}

#[cfg(not(unix))]
async fn wait_for_the_end() -> std::io::Result<()> {
    tokio::signal::ctrl_c().await
}
