//! The one script that embedders load, joined from its parts.

use anyhow::{Result, ensure};

use super::read;
use crate::workspace;

/// The parts, in `src/`, in the order they are joined.
const PARTS: [&str; 4] = ["element/words.js", "element/first_request.js", "element/files.js", "element.js"];

/// The parts as one. Only the last one exports: what the others do is for the loader alone.
pub fn joined() -> Result<String> {
    let parts: Result<Vec<String>> = PARTS.iter().map(|part| read(&workspace::root().join("src").join(part))).collect();
    Ok(join(&parts?))
}

fn join(parts: &[String]) -> String {
    let (last, others) = parts.split_last().map_or(("", parts), |(last, others)| (last.as_str(), others));
    let others = others.iter().flat_map(|part| part.lines()).map(|line| line.strip_prefix("export ").unwrap_or(line));
    let lines: Vec<_> = others.chain(last.lines()).filter(|line| !line.starts_with("import {")).collect();
    lines.join("\n") + "\n"
}

/// The loader with the names of the files that it loads.
pub fn named(source: &str, module: &str, wasm: &str, style: &str) -> Result<String> {
    let mut loader = source.to_owned();
    for (placeholder, name) in [("\"__MODULE__\"", module), ("\"__WASM__\"", wasm), ("\"__STYLE__\"", style)] {
        ensure!(loader.matches(placeholder).count() == 1, "src/element/ must name {placeholder} exactly once");
        loader = loader.replace(placeholder, &format!("\"./{name}\""));
    }
    Ok(loader)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn the_loader_names_the_files_beside_it() {
        let source = r#"load("__MODULE__", "__WASM__", "__STYLE__")"#;
        let written = named(source, "a-1.js", "a-1_bg.wasm", "a-2.css").unwrap();
        assert_eq!(written, r#"load("./a-1.js", "./a-1_bg.wasm", "./a-2.css")"#);
    }

    #[test]
    fn a_loader_without_a_placeholder_is_refused() {
        let message = named(r#"load("__MODULE__", "__WASM__")"#, "", "", "").unwrap_err().to_string();
        assert!(message.contains("__STYLE__"), "{message}");
    }

    #[test]
    fn only_the_last_part_exports() {
        let parts =
            ["export const A = 1;\n", "import { A } from \"./a.js\";\n\nexport class B {}\n"].map(str::to_owned);
        assert_eq!(join(&parts), "const A = 1;\n\nexport class B {}\n");
    }

    #[test]
    fn no_part_is_left_out_and_none_needs_another_file() {
        let files =
            fs::read_dir(workspace::root().join("src/element")).unwrap().map(|entry| entry.unwrap().file_name());
        let files = files.map(|name| format!("element/{}", name.to_str().unwrap()));
        for file in files.filter(|name| name.ends_with(".js")) {
            assert!(PARTS.contains(&file.as_str()), "{file}");
        }
        assert!(!joined().unwrap().contains("\nimport "));
    }
}
