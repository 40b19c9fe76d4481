//! `cargo xtask test`

mod apt;
mod axe;
mod browser;
mod counts;
mod driver;
mod proxies;
mod server;
mod stage;
mod summary;

use std::{process::ExitCode, time::Instant};

use anyhow::{Result, bail};
use clap::Args;

use crate::{rust_toolchain, signals::Signals, tools};
use stage::Stage;
use summary::Line;

/// What is checked.
#[derive(Args)]
pub struct Options {
    /// Only this stage; may be given more than once
    #[arg(long, value_enum)]
    only: Vec<Stage>,
    /// Only the tests with this in their names
    filter: Option<String>,
}

/// Sets up what is missing, runs every stage even if one fails, and tells how each went.
pub async fn run(options: Options) -> Result<ExitCode> {
    let mut signals = Signals::new()?;
    tokio::select! {
        // Leaving drops what runs, and so ends it.
        name = signals.next() => bail!("{name}: the tests did not run to their end"),
        outcome = run_stages(&options) => outcome,
    }
}

async fn run_stages(options: &Options) -> Result<ExitCode> {
    tools::ensure().await?;
    rust_toolchain::ensure_checkers().await?;
    let stages = Stage::ALL.into_iter().filter(|stage| options.only.is_empty() || options.only.contains(stage));
    let mut lines = Vec::new();
    for stage in stages {
        println!("\n── {} ──\n", stage.name());
        let started = Instant::now();
        let outcome = stage.run(options.filter.as_deref()).await;
        if let Err(error) = &outcome {
            eprintln!("\nerror: {error:#}");
        }
        lines.push(Line { stage: stage.name(), outcome, duration: started.elapsed() });
    }
    print!("\n{}", summary::text(&lines));
    Ok(if lines.iter().all(Line::is_good) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
