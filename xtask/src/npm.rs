//! Packages of the npm registry, kept below `target/tools` for this project alone.

use std::{path::PathBuf, process::Stdio};

use anyhow::{Context, Result, ensure};

use crate::{
    command::{command, run},
    workspace,
};

/// One package.
pub struct Package {
    pub name: &'static str,
    pub version: &'static str,
    /// The file that is wanted of it, below `node_modules/`.
    pub file: &'static str,
}

impl Package {
    /// Where the file is once it has been fetched.
    pub fn path(&self) -> PathBuf {
        self.folder().join("node_modules").join(self.file)
    }

    /// Fetches the package if it is missing. Needs npm on the PATH.
    pub async fn ensure(&self) -> Result<PathBuf> {
        let Self { name, version, .. } = self;
        let path = self.path();
        if !path.exists() {
            println!("Fetching {name} {version} into target/tools (once; seconds)");
            let npm = which::which("npm").context("there is no npm on the PATH")?;
            let mut install = command(npm);
            install.args(["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"]);
            install.arg(format!("{name}@{version}")).arg("--prefix").arg(self.folder());
            run(install.stdin(Stdio::null())).await.with_context(|| format!("{name} could not be fetched"))?;
            ensure!(path.exists(), "{name} {version} has no {}", self.file);
        }
        Ok(path)
    }

    fn folder(&self) -> PathBuf {
        workspace::tools().join(format!("{}-{}", self.name, self.version))
    }
}
