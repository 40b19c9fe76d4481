//! The folder that is the package: the widget's files of a release build, and the hand-kept ones in `package/`.

use std::{
    fs,
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail, ensure};

use crate::workspace;

/// The version of the widget, which all packages of the workspace share.
pub const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Where wasm-bindgen's script looks for the WebAssembly if nobody hands it over. Trunk leaves this name without a hash.
const UNHASHED: &str = "'agent-directory_bg.wasm'";

/// Writes the package of the build in `dist` to `folder`, anew.
pub fn write(dist: &Path, folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("can't clear {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("can't make {}", folder.display()))?;
    let widget = files(dist)?.into_iter().filter(|path| belongs(path));
    for path in widget.chain(files(&workspace::root().join("package"))?) {
        let copy = folder.join(path.file_name().unwrap_or_default());
        fs::copy(&path, &copy).with_context(|| format!("can't copy {}", path.display()))?;
    }
    ensure!(folder.join("agent-directory.js").exists(), "there is no release build in {}", dist.display());
    name_wasm(folder)?;
    replace(&folder.join("package.json"), "__VERSION__", VERSION)
}

/// The files in a folder.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder).with_context(|| format!("can't list {}", folder.display()))?;
    let paths: Result<Vec<_>> = entries.map(|entry| Ok(entry?.path())).collect();
    Ok(paths?.into_iter().filter(|path| path.is_file()).collect())
}

/// The WebAssembly in a package. Its script has the same name, without the `_bg`.
pub fn wasm(folder: &Path) -> Result<PathBuf> {
    let found = files(folder)?.into_iter().find(|path| path.extension().is_some_and(|extension| extension == "wasm"));
    found.with_context(|| format!("there is no WebAssembly in {}", folder.display()))
}

/// The script that wasm-bindgen made for a WebAssembly file.
pub fn script(wasm: &Path) -> Result<PathBuf> {
    let name = wasm.file_name().unwrap_or_default().to_string_lossy();
    let Some(stem) = name.strip_suffix("_bg.wasm") else { bail!("{} is not wasm-bindgen's", wasm.display()) };
    Ok(wasm.with_file_name(format!("{stem}.js")))
}

/// Whether a file of the build is the widget's, and neither the demo page's nor a compressed copy.
fn belongs(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    name.starts_with("agent-directory")
        && path.extension().is_some_and(|extension| ["css", "js", "wasm"].iter().any(|known| extension == *known))
}

/// Names the file that is there in wasm-bindgen's script: the loader hands it over anyway, but bundlers look for it.
fn name_wasm(folder: &Path) -> Result<()> {
    let wasm = wasm(folder)?;
    let name = wasm.file_name().unwrap_or_default().to_string_lossy();
    replace(&script(&wasm)?, UNHASHED, &format!("'./{name}'"))
}

/// Replaces what must be in a file exactly once.
fn replace(path: &Path, from: &str, to: &str) -> Result<()> {
    let text = fs::read_to_string(path).with_context(|| format!("can't read {}", path.display()))?;
    ensure!(text.matches(from).count() == 1, "{} must have {from} exactly once", path.display());
    fs::write(path, text.replace(from, to)).with_context(|| format!("can't write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DIST: [(&str, &str); 9] = [
        ("agent-directory.js", "loader"),
        ("agent-directory.js.br", ""),
        ("agent-directory-1.js", "new URL('agent-directory_bg.wasm', import.meta.url)"),
        ("agent-directory-1_bg.wasm", ""),
        ("agent-directory-1_bg.wasm.gz", ""),
        ("agent-directory-2.css", ""),
        ("agent-directory-photo-4.js", ""),
        ("page-3.css", ""),
        ("index.html", ""),
    ];

    #[test]
    fn the_package_holds_the_widget_and_what_is_said_of_it() {
        let (dist, target) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        for (name, text) in DIST {
            fs::write(dist.path().join(name), text).unwrap();
        }
        let folder = target.path().join("package");
        fs::create_dir(&folder).unwrap();
        fs::write(folder.join("agent-directory-0.css"), "of an earlier build").unwrap();
        write(dist.path(), &folder).unwrap();

        let files = files(&folder).unwrap();
        let mut names: Vec<_> = files.iter().map(|path| path.file_name().unwrap().to_str().unwrap()).collect();
        names.sort_unstable();
        let expected = [
            "README.md",
            "agent-directory-1.js",
            "agent-directory-1_bg.wasm",
            "agent-directory-2.css",
            "agent-directory-photo-4.js",
            "agent-directory.d.ts",
            "agent-directory.js",
            "custom-elements.json",
            "package.json",
            "react.d.ts",
        ];
        assert_eq!(names, expected);
        let script = fs::read_to_string(folder.join("agent-directory-1.js")).unwrap();
        assert_eq!(script, "new URL('./agent-directory-1_bg.wasm', import.meta.url)");
        let text = fs::read_to_string(folder.join("package.json")).unwrap();
        let about: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(about["version"], VERSION);
    }

    #[test]
    fn a_folder_without_a_build_is_refused() {
        let (dist, target) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let error = write(dist.path(), &target.path().join("package")).unwrap_err().to_string();
        assert!(error.contains("no release build"), "{error}");
    }
}
