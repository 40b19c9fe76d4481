//! What rustup has to provide: the WebAssembly target, and for the tests rustfmt and clippy.

use std::path::Path;

use anyhow::{Context, Result};

use crate::command::{cargo, command, output, run};

/// The target that the widget is compiled for.
pub const WASM_TARGET: &str = "wasm32-unknown-unknown";

/// Adds the WebAssembly target if it is missing.
pub async fn ensure_wasm_target() -> Result<()> {
    let libraries = output(command("rustc").args(["--print", "target-libdir", "--target", WASM_TARGET])).await;
    if libraries.is_some_and(|libraries| Path::new(&libraries).is_dir()) {
        return Ok(());
    }
    add("target", WASM_TARGET, "the compiler's WebAssembly target").await
}

/// Adds rustfmt and clippy if they are missing.
pub async fn ensure_checkers() -> Result<()> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if output(cargo().args([subcommand, "--version"])).await.is_none() {
            add("component", component, component).await?;
        }
    }
    Ok(())
}

async fn add(kind: &str, name: &str, description: &str) -> Result<()> {
    println!("Adding {description} (seconds): rustup {kind} add {name}");
    run(command("rustup").args([kind, "add", name])).await.with_context(|| {
        format!(
            "{description} is missing and rustup could not add it. With rustup (https://rustup.rs), run \
             `rustup {kind} add {name}`; with a compiler from a distribution, install its package for {name}"
        )
    })
}
