//! `cargo xtask build`

use anyhow::Result;

use crate::{
    command::{command, run},
    compress, sizes, tools, workspace,
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
    if which::which("wasm-opt").is_err() {
        println!("wasm-opt is not on the PATH; it is optional and saves 2 to 3 % (npm install --global binaryen)");
    }
    run(command("trunk").args(["build", "--release"])).await
}
