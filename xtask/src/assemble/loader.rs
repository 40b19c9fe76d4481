//! The one script that embedders load, joined from its parts.

use std::{collections::BTreeMap, fs};

use anyhow::{Context, Result, ensure};
use serde_json::Value;

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

/// What the loader says itself, by language: the section `loader` of each catalogue.
pub fn words() -> Result<Value> {
    let mut words = BTreeMap::new();
    for entry in fs::read_dir(workspace::root().join("locales"))? {
        let path = entry?.path();
        let Some(language) = path.file_name().and_then(|name| name.to_str()?.strip_suffix(".json")) else { continue };
        let catalogue: Value =
            serde_json::from_str(&read(&path)?).with_context(|| format!("{} is no JSON", path.display()))?;
        let section = catalogue.get("loader").with_context(|| format!("{} has no section loader", path.display()))?;
        words.insert(language.to_owned(), section.clone());
    }
    Ok(serde_json::to_value(words)?)
}

/// The loader with its words and the names of the files that it loads.
pub fn completed(source: &str, words: &Value, module: &str, wasm: &str, style: &str) -> Result<String> {
    let file = |name: &str| Value::from(format!("./{name}"));
    let parts = [
        ("\"__WORDS__\"", words.clone()),
        ("\"__MODULE__\"", file(module)),
        ("\"__WASM__\"", file(wasm)),
        ("\"__STYLE__\"", file(style)),
    ];
    let mut loader = source.to_owned();
    for (placeholder, value) in parts {
        ensure!(loader.matches(placeholder).count() == 1, "src/element/ must name {placeholder} exactly once");
        loader = loader.replace(placeholder, &value.to_string());
    }
    Ok(loader)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn the_loader_has_its_words_and_names_the_files_beside_it() {
        let source = r#"load("__WORDS__", "__MODULE__", "__WASM__", "__STYLE__")"#;
        let words = json!({"en": {"retry": "“Retry”"}});
        let written = completed(source, &words, "a-1.js", "a-1_bg.wasm", "a-2.css").unwrap();
        assert_eq!(written, r#"load({"en":{"retry":"“Retry”"}}, "./a-1.js", "./a-1_bg.wasm", "./a-2.css")"#);
    }

    #[test]
    fn the_words_are_those_of_the_catalogues() {
        let words = words().unwrap();
        assert_eq!(words["en"]["retry"], "Retry");
        assert_eq!(words["fr"]["retry"], "Réessayer");
    }

    #[test]
    fn a_loader_without_a_placeholder_is_refused() {
        let message = completed(r#"load("__WORDS__", "__MODULE__", "__WASM__")"#, &json!({}), "", "", "")
            .unwrap_err()
            .to_string();
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
