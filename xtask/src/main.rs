//! `cargo xtask serve | test | build | package`: the set-up and the checks of the project, in one place.

mod assemble;
mod build;
mod command;
mod compress;
mod group;
mod npm;
mod package;
mod rust_toolchain;
mod sandbox;
mod serve;
mod signals;
mod sizes;
mod test;
mod tools;
mod trusted_types;
mod wasm_names;
mod wasm_opt;
mod workspace;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Everything that the project does from a terminal.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Options {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Serve the demo page with agents; Ctrl-C ends everything
    Serve(serve::Options),
    /// Check everything: formatting, clippy, native tests, proxies, browser and end-to-end tests
    Test(test::Options),
    /// Write the release build to dist/ and print its size
    Build,
    /// Write the release build to target/package/, as a package for npm
    Package(package::Options),
    /// Write the loader, the style sheet and the photos’ worker beside what Trunk has built; called by Trunk
    #[command(hide = true)]
    Assemble(assemble::Options),
}

#[tokio::main]
async fn main() -> ExitCode {
    let done = match Options::parse().task {
        Task::Serve(options) => serve::run(options).await.map(|()| ExitCode::SUCCESS),
        Task::Test(options) => test::run(options).await,
        Task::Build => build::run_build().await.map(|()| ExitCode::SUCCESS),
        Task::Package(options) => package::run(&options).await.map(|()| ExitCode::SUCCESS),
        Task::Assemble(options) => assemble::run(&options).map(|()| ExitCode::SUCCESS),
    };
    done.unwrap_or_else(|error| {
        eprintln!("\nerror: {error:#}");
        ExitCode::FAILURE
    })
}
