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
use clap::{Args, ValueEnum};

use crate::{rust_toolchain, signals::Signals, tools};
use browser::Engine;
use stage::Stage;
use summary::Line;

/// What is checked.
#[derive(Args)]
pub struct Options {
    /// Only this stage; may be given more than once
    #[arg(long, value_enum)]
    only: Vec<Stage>,
    /// Where the end-to-end tests run; may be given more than once, and `all` is all
    #[arg(long, value_enum, default_value = "chromium")]
    browser: Vec<BrowserChoice>,
    /// Only the tests with this in their names
    filter: Option<String>,
}

/// One of the browsers, or all of them.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum BrowserChoice {
    /// Chrome or Chromium
    Chromium,
    /// Firefox
    Firefox,
    /// The MiniBrowser of WebKitGTK
    Webkit,
    /// All three
    All,
}

impl BrowserChoice {
    fn includes(self, engine: Engine) -> bool {
        match self {
            Self::Chromium => engine == Engine::Chromium,
            Self::Firefox => engine == Engine::Firefox,
            Self::Webkit => engine == Engine::Webkit,
            Self::All => true,
        }
    }
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
    let is_chosen = |engine: &Engine| options.browser.iter().any(|choice| choice.includes(*engine));
    let engines: Vec<_> = Engine::ALL.into_iter().filter(is_chosen).collect();
    let mut lines = Vec::new();
    for stage in stages {
        println!("\n── {} ──\n", stage.name());
        let started = Instant::now();
        let outcome = stage.run(options.filter.as_deref(), &engines).await;
        if let Err(error) = &outcome {
            eprintln!("\nerror: {error:#}");
        }
        lines.push(Line { stage: stage.name(), outcome, duration: started.elapsed() });
    }
    print!("\n{}", summary::text(&lines));
    Ok(if lines.iter().all(Line::is_good) { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
