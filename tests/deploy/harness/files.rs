//! A folder as `cargo xtask build` writes it.

use std::{
    fs,
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
};

use tempfile::TempDir;

/// The names of the files, with what is in them. A hash that begins with a zero is written without it.
pub const CONTENTS: [(&str, &str); 6] = [
    ("index.html", "<!doctype html><title>Agents</title>"),
    ("agent-directory.js", "export const loader = true;"),
    ("agent-directory-f123456789abcde.js", "export const module = true;"),
    ("agent-directory-f123456789abcde_bg.wasm", "\0asm\u{1}\0\0\0"),
    ("agent-directory-fedcba9876543210.css", ":host { display: block }"),
    ("agent-directory-photo-0011223344556677.js", "self.onmessage = () => {};"),
];

/// The widget's files, and a folder for whatever a proxy writes. Both go with the value.
pub struct Files {
    folder: TempDir,
}

impl Files {
    /// Writes them; the compressed ones hold their own names, so that they can be told apart.
    pub fn create() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let files = Self { folder };
        for folder in [files.folder.path(), &files.dist(), &files.run()] {
            fs::create_dir_all(folder).unwrap();
            // nginx's workers run as another user.
            fs::set_permissions(folder, fs::Permissions::from_mode(0o755)).unwrap();
        }
        for (name, content) in CONTENTS {
            fs::write(files.dist().join(name), content).unwrap();
            for ending in ["br", "gz"] {
                let name = format!("{name}.{ending}");
                fs::write(files.dist().join(&name), &name).unwrap();
            }
        }
        fs::write(files.dist().join(".hidden"), "not to be served").unwrap();
        files
    }

    /// The widget's files.
    pub fn dist(&self) -> PathBuf {
        self.folder.path().join("dist")
    }

    /// Where the proxy writes.
    pub fn run(&self) -> PathBuf {
        self.folder.path().join("run")
    }

    /// Everything that the proxy has written, with the paths.
    pub fn written(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut found = Vec::new();
        collect(&self.run(), &mut found);
        found
    }
}

fn collect(folder: &Path, found: &mut Vec<(PathBuf, Vec<u8>)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, found);
        } else if path.is_file()
            && let Ok(content) = fs::read(&path)
        {
            found.push((path, content));
        }
    }
}
