//! Whether the package works for those who install it: the project in `tests/package/` is type-checked and built with it.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Stdio,
};

use anyhow::{Context, Result, bail};

use super::{
    folder::{VERSION, files, script, wasm},
    node,
};
use crate::{
    command::{command, run},
    workspace,
};

const ADVICE: &str = "checking the package needs npm on the PATH: install Node.js, https://nodejs.org";

/// Packs the package in `folder`, installs it in a copy of the project, and builds that. Gives the folder of the built pages.
pub async fn install_and_build(folder: &Path) -> Result<PathBuf> {
    let project = workspace::target("package-check");
    if project.exists() {
        fs::remove_dir_all(&project).with_context(|| format!("can't clear {}", project.display()))?;
    }
    fs::create_dir_all(&project).with_context(|| format!("can't make {}", project.display()))?;
    for path in files(&workspace::root().join("tests/package"))? {
        let copy = project.join(path.file_name().unwrap_or_default());
        fs::copy(&path, copy).with_context(|| format!("can't copy {}", path.display()))?;
    }
    npm(folder, &["pack", "--ignore-scripts", "--pack-destination", &project.to_string_lossy()]).await?;
    let packed = project.join(format!("agent-directory-widget-{VERSION}.tgz"));
    fs::rename(&packed, project.join("agent-directory-widget.tgz")).context("npm has packed no such version")?;
    npm(&project, &["install", "--no-package-lock", "--no-audit", "--no-fund", "--ignore-scripts"]).await?;
    npm(&project, &["run", "check"]).await?;
    let pages = project.join("dist");
    built(folder, &pages.join("assets"))?;
    Ok(pages)
}

async fn npm(folder: &Path, arguments: &[&str]) -> Result<()> {
    let npm = which::which("npm").context(ADVICE)?;
    let mut npm = command(npm);
    if let Some(node) = node::ensure().await? {
        let inherited = env::var_os("PATH").unwrap_or_default();
        npm.env("PATH", env::join_paths(std::iter::once(node).chain(env::split_paths(&inherited)))?);
    }
    run(npm.args(arguments).current_dir(folder).stdin(Stdio::null())).await
}

/// Checks that a build holds the package's files, and that its scripts name them as they are called there.
fn built(package: &Path, assets: &Path) -> Result<()> {
    let emitted = files(assets)?;
    let wasm = wasm(package)?;
    for path in files(package)? {
        let Some(extension) = path.extension().filter(|extension| *extension == "css" || *extension == "wasm") else {
            continue;
        };
        let bytes = read(&path)?;
        let same = emitted.iter().filter(|asset| asset.extension() == Some(extension));
        let mut same = same.filter(|asset| fs::read(asset).is_ok_and(|content| content == bytes));
        let asset = same.next().with_context(|| format!("the build has left out {}", path.display()))?;
        is_named(asset, &emitted)?;
    }
    has_photo_worker(package, &emitted)?;
    // The script is bundled anew, under its old name with a hash of Vite's.
    let script = script(&wasm)?;
    let stem = script.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let mut chunks = emitted.iter().filter(|asset| {
        let name = asset.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(&stem) && name.ends_with(".js")
    });
    let chunk = chunks.next().with_context(|| format!("the build has left out {}", script.display()))?;
    is_named(chunk, &emitted)
}

/// The worker for photos is as small as what Vite writes into a script instead of beside it.
fn has_photo_worker(package: &Path, emitted: &[PathBuf]) -> Result<()> {
    let is_worker = |path: &&PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with("agent-directory-photo-") && name.ends_with(".js")
    };
    let package = files(package)?;
    let worker = read(package.iter().find(is_worker).context("the package has no worker for photos")?)?;
    if let Some(asset) = emitted.iter().find(|asset| fs::read(asset).is_ok_and(|content| content == worker)) {
        return is_named(asset, emitted);
    }
    for script in emitted.iter().filter(|path| path.extension().is_some_and(|extension| extension == "js")) {
        if String::from_utf8_lossy(&read(script)?).contains("data:text/javascript;base64,") {
            return Ok(());
        }
    }
    bail!("the build has left out the worker for photos")
}

fn is_named(asset: &Path, emitted: &[PathBuf]) -> Result<()> {
    let name = asset.file_name().unwrap_or_default().to_string_lossy().into_owned();
    for script in emitted.iter().filter(|path| path.extension().is_some_and(|extension| extension == "js")) {
        if script != asset && String::from_utf8_lossy(&read(script)?).contains(&name) {
            return Ok(());
        }
    }
    bail!("no script of the build loads {name}")
}

fn read(path: &Path) -> Result<Vec<u8>> {
    fs::read(path).with_context(|| format!("can't read {}", path.display()))
}
