//! Where things are.

use std::path::{Path, PathBuf};

/// The root of the workspace.
pub fn root() -> &'static Path {
    let package = Path::new(env!("CARGO_MANIFEST_DIR"));
    package.parent().unwrap_or(package)
}

/// The release build.
pub fn dist() -> PathBuf {
    root().join("dist")
}

/// A path below `target/`, which holds everything that can be made again.
pub fn target(below: &str) -> PathBuf {
    root().join("target").join(below)
}

/// The programs that are installed for this project alone.
pub fn tools() -> PathBuf {
    target("tools")
}
