//! Compressed copies beside the files of the build, for web servers that give them as they are.

use std::{ffi::OsStr, fs, io::Write, path::Path};

use anyhow::{Context, Result};
use flate2::{Compression, write::GzEncoder};

/// The endings of files that are worth it.
const ENDINGS: [&str; 4] = ["css", "html", "js", "wasm"];

/// Writes `name.br` and `name.gz` beside every file in `dist` that gets smaller.
pub fn write_beside(dist: &Path) -> Result<()> {
    for entry in fs::read_dir(dist).with_context(|| format!("can't list {}", dist.display()))? {
        let path = entry?.path();
        if !path.extension().and_then(OsStr::to_str).is_some_and(|ending| ENDINGS.contains(&ending)) {
            continue;
        }
        let bytes = fs::read(&path).with_context(|| format!("can't read {}", path.display()))?;
        for (ending, compressed) in [("br", brotli(&bytes)?), ("gz", gzip(&bytes)?)] {
            let beside = path.with_added_extension(ending);
            if compressed.len() < bytes.len() {
                fs::write(&beside, compressed).with_context(|| format!("can't write {}", beside.display()))?;
            }
        }
    }
    Ok(())
}

/// By Brotli at its best.
pub fn brotli(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    writer.write_all(bytes)?;
    Ok(writer.into_inner())
}

/// By gzip at its best.
fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut writer = GzEncoder::new(Vec::new(), Compression::best());
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use super::*;

    #[test]
    fn both_copies_hold_the_file_and_what_gets_no_smaller_has_none() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let content = "export const same = 1;".repeat(50);
        fs::write(path("a.js"), &content).unwrap();
        fs::write(path("b.css"), "a{}").unwrap();
        fs::write(path("photo.jpg"), &content).unwrap();
        write_beside(folder.path()).unwrap();

        let mut names: Vec<_> = fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        names.sort();
        assert_eq!(names, ["a.js", "a.js.br", "a.js.gz", "b.css", "photo.jpg"]);
        let mut text = String::new();
        flate2::read::GzDecoder::new(fs::File::open(path("a.js.gz")).unwrap()).read_to_string(&mut text).unwrap();
        assert_eq!(text, content);
        text.clear();
        brotli::Decompressor::new(fs::File::open(path("a.js.br")).unwrap(), 4096).read_to_string(&mut text).unwrap();
        assert_eq!(text, content);
    }
}
