//! The programs that build the widget, installed below `target/tools` for this project alone.

use std::{path::PathBuf, time::Instant};

use anyhow::{Context, Result};
use cargo_lock::Lockfile;
use tokio::fs;

use crate::{
    command::{cargo, command, output, run},
    rust_toolchain, workspace,
};

/// Trunk 0.22 needs a newer compiler than the workspace does.
const TRUNK_VERSION: &str = "0.21.14";

/// Newer ones may need a newer compiler.
const GECKODRIVER_VERSION: &str = "0.37.1";

struct Tool {
    package: &'static str,
    /// The programs of the package that are needed; the first is asked for its version.
    programs: &'static [&'static str],
    version: String,
    /// How to build it.
    options: &'static [&'static str],
    /// About how long that takes, on two cores.
    minutes: u8,
}

/// Installs what a build of the widget needs and is missing, and says so.
pub async fn ensure() -> Result<()> {
    rust_toolchain::ensure_wasm_target().await?;
    // Trunk only copies files, so it is built the quick way.
    let trunk = Tool {
        package: "trunk",
        programs: &["trunk"],
        version: TRUNK_VERSION.to_owned(),
        options: &["--locked", "--debug"],
        minutes: 5,
    };
    // Its own lock file names a version that has been withdrawn, so it is not built with --locked.
    let wasm_bindgen = Tool {
        package: "wasm-bindgen-cli",
        programs: &["wasm-bindgen", "wasm-bindgen-test-runner"],
        version: locked_version("wasm-bindgen")?,
        options: &[],
        minutes: 4,
    };
    for tool in [trunk, wasm_bindgen] {
        if !tool.is_installed().await {
            tool.install().await?;
        }
    }
    Ok(())
}

/// Firefox's driver; where it is.
pub async fn ensure_geckodriver() -> Result<PathBuf> {
    let geckodriver = Tool {
        package: "geckodriver",
        programs: &["geckodriver"],
        version: GECKODRIVER_VERSION.to_owned(),
        options: &["--locked", "--debug"],
        minutes: 2,
    };
    if !geckodriver.is_installed().await {
        geckodriver.install().await?;
    }
    Ok(workspace::tools().join("bin/geckodriver"))
}

impl Tool {
    async fn is_installed(&self) -> bool {
        let folder = workspace::tools().join("bin");
        let found = output(command(folder.join(self.programs[0])).arg("--version")).await;
        found.is_some_and(|text| text.split_whitespace().nth(1) == Some(&self.version))
            && self.programs.iter().all(|program| which::which(folder.join(program)).is_ok())
    }

    async fn install(&self) -> Result<()> {
        let Self { package, version, minutes, .. } = self;
        println!("Installing {package} {version} into target/tools (once; about {minutes} minutes on two cores)");
        let started = Instant::now();
        let build = workspace::tools().join("build");
        let mut install = cargo();
        install.args(["install", package, "--version", &format!("={version}"), "--force", "--root"]);
        install.arg(workspace::tools()).args(self.options);
        install.args(self.programs.iter().flat_map(|program| ["--bin", program])).env("CARGO_TARGET_DIR", &build);
        run(&mut install).await.with_context(|| format!("{package} {version} could not be installed"))?;
        // Only the programs are wanted; what they were built from is some hundred megabytes.
        fs::remove_dir_all(&build).await.with_context(|| format!("can't clear {}", build.display()))?;
        println!("Installed {package} {version} in {} s", started.elapsed().as_secs());
        Ok(())
    }
}

/// The version of a package in Cargo.lock. The command line of wasm-bindgen must be of exactly the library's version.
fn locked_version(package: &str) -> Result<String> {
    let path = workspace::root().join("Cargo.lock");
    let lockfile = Lockfile::load(&path).with_context(|| format!("can't read {}", path.display()))?;
    let found = lockfile.packages.iter().find(|candidate| candidate.name.as_str() == package);
    Ok(found.with_context(|| format!("Cargo.lock names no {package}"))?.version.to_string())
}
