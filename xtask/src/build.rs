//! `cargo xtask build`

use anyhow::Result;

use crate::{
    command::{command, run},
    compress, sizes, tools, wasm_opt, workspace,
};

/// Writes the release build to `dist/`, with compressed copies beside the files, and prints what a visitor downloads.
pub async fn run_build() -> Result<()> {
    release().await?;
    compress::write_beside(&workspace::dist())?;
    println!("\n{}", sizes::table(&workspace::dist())?);
    println!(
        "Embed it with <script type=\"module\" src=\"…/agent-directory.js\"></script>; keep the files side by side."
    );
    Ok(())
}

/// Writes the release build to `dist/`.
pub async fn release() -> Result<()> {
    tools::ensure().await?;
    wasm_opt::ensure().await?;
    run(command("trunk").args(["build", "--release"])).await
}
