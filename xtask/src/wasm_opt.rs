//! wasm-opt of Binaryen, which joins small functions: a browser compiles each when it is first called, and half as many of
//! them start the widget.

use std::{fs, path::Path, process::Command};

use anyhow::{Context, Result, ensure};

use crate::{npm::Package, wasm_names::without_names};

const BINARYEN: Package = Package { name: "binaryen", version: "132.0.0", file: ".bin/wasm-opt" };

/// Fetches wasm-opt where npm is there to do it. A build without it is as good, but slower to start.
pub async fn ensure() -> Result<()> {
    if which::which("npm").is_ok() {
        BINARYEN.ensure().await?;
    } else {
        println!(
            "There is no npm on the PATH to fetch wasm-opt with. The build does without; the widget starts slower."
        );
    }
    Ok(())
}

/// Optimizes a module in place and leaves out its functions' names.
pub fn optimize(wasm: &Path) -> Result<()> {
    let program = BINARYEN.path();
    if program.exists() {
        println!("Optimizing the module (about a minute)");
        let status = Command::new(program).arg("-O3").arg(wasm).arg("-o").arg(wasm).status();
        let status = status.context("can't start wasm-opt")?;
        ensure!(status.success(), "wasm-opt failed ({status})");
    }
    let module = fs::read(wasm).with_context(|| format!("can't read {}", wasm.display()))?;
    fs::write(wasm, without_names(&module)?).with_context(|| format!("can't write {}", wasm.display()))
}
