//! `cargo xtask package`

mod check;
#[cfg(test)]
mod contract;
mod folder;
mod node;

use std::path::PathBuf;

use anyhow::Result;
use clap::Args;

use crate::{build, workspace};

/// What is done with the package.
#[derive(Args)]
pub struct Options {
    /// Also install it in a small project, check its types and build it with Vite; needs npm
    #[arg(long)]
    pub check: bool,
}

/// Writes the release build to `target/package/`, with what npm, editors and TypeScript want to know about it.
pub async fn run(options: &Options) -> Result<()> {
    let folder = write().await?;
    if options.check {
        check::install_and_build(&folder).await?;
    }
    println!("\nThe package is in {}; `npm pack` there makes one file of it.", folder.display());
    Ok(())
}

/// Writes the package and checks it; gives the folder of the pages that are built with it.
pub async fn check() -> Result<PathBuf> {
    check::install_and_build(&write().await?).await
}

async fn write() -> Result<PathBuf> {
    build::release().await?;
    let folder = workspace::target("package");
    folder::write(&workspace::dist(), &folder)?;
    Ok(folder)
}
