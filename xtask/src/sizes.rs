//! How much a visitor downloads.

use std::{fs, path::Path};

use anyhow::{Context, Result};

use crate::compress;

/// The bytes of one file.
struct Size {
    name: String,
    raw: usize,
    brotli: usize,
}

/// A table of the widget's WebAssembly, scripts and style sheets in `dist`: bytes as they are and by Brotli at its best,
/// as a web server stores them ahead of time. The files of the demo page are left out.
pub fn table(dist: &Path) -> Result<String> {
    let mut sizes = Vec::new();
    for entry in fs::read_dir(dist).with_context(|| format!("can't list {}", dist.display()))? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let is_code =
            path.extension().is_some_and(|extension| extension == "wasm" || extension == "js" || extension == "css");
        if is_code && name.starts_with("agent-directory") {
            let bytes = fs::read(&path).with_context(|| format!("can't read {}", path.display()))?;
            sizes.push(Size { name, raw: bytes.len(), brotli: compressed(&path, &bytes)? });
        }
    }
    sizes.sort_by_key(|size| std::cmp::Reverse(size.raw));
    let sum = |of: fn(&Size) -> usize| sizes.iter().map(of).sum();
    let total = Size { name: "together".to_owned(), raw: sum(|size| size.raw), brotli: sum(|size| size.brotli) };
    let mut table = format!("{:<48} {:>10} {:>10}\n", "bytes", "raw", "Brotli");
    for size in sizes.iter().chain([&total]) {
        table += &format!("{:<48} {:>10} {:>10}\n", size.name, size.raw, size.brotli);
    }
    Ok(table)
}

/// The length of the copy that the build has written, or of one made for the purpose.
fn compressed(path: &Path, bytes: &[u8]) -> Result<usize> {
    match fs::metadata(path.with_added_extension("br")) {
        Ok(copy) => Ok(usize::try_from(copy.len())?),
        Err(_) => Ok(compress::brotli(bytes)?.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn adds_up_the_widgets_files_alone() {
        let folder = tempfile::tempdir().unwrap();
        for (name, length) in [("agent-directory.js", 1000), ("agent-directory-1_bg.wasm", 3000), ("page.css", 500)] {
            fs::write(folder.path().join(name), vec![b'a'; length]).unwrap();
        }
        let table = table(folder.path()).unwrap();
        let total: Vec<_> = table.lines().last().unwrap().split_whitespace().collect();
        assert_eq!(total[..2], ["together", "4000"]);
        assert!(total[2].parse::<usize>().unwrap() < 100, "{table}");
        assert!(!table.contains("page.css"));
    }
}
