//! Reading names out of the sources of the element and of its package.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::Value;

use crate::workspace;

/// Names without their order.
pub type Names = BTreeSet<String>;

/// What the Custom Elements Manifest says of the element.
pub fn manifest() -> Value {
    let manifest: Value = serde_json::from_str(&read("package/custom-elements.json")).unwrap();
    manifest["modules"][0]["declarations"][0].clone()
}

/// The types.
pub fn types() -> String {
    read("package/agent-directory.d.ts")
}

/// A file of the project.
pub fn read(path: &str) -> String {
    fs::read_to_string(workspace::root().join(path)).unwrap()
}

/// All files of a folder and of the ones in it, as one text.
pub fn sources(folder: &str) -> String {
    fn gather(folder: &Path) -> String {
        let paths = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        paths.map(|path| if path.is_dir() { gather(&path) } else { fs::read_to_string(path).unwrap() }).collect()
    }
    gather(&workspace::root().join(folder))
}

/// The entries of a kind in the manifest.
pub fn items<'a>(manifest: &'a Value, kind: &str) -> &'a Vec<Value> {
    manifest[kind].as_array().unwrap()
}

/// The names of the entries of a kind in the manifest.
pub fn names(manifest: &Value, kind: &str) -> Names {
    items(manifest, kind).iter().map(|item| text(&item["name"])).collect()
}

/// A text in the manifest.
pub fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// The strings of a list in the loader.
pub fn list(source: &str, name: &str) -> Names {
    quoted(between(source, &format!("const {name} = ["), "]")).collect()
}

/// The names in an interface.
pub fn members(source: &str, interface: &str) -> Names {
    between(source, &format!("{interface} {{"), "\n}").lines().filter_map(member).collect()
}

/// The name in `name?: type`, with or without quotation marks.
pub fn member(line: &str) -> Option<String> {
    let (name, _) = line.trim().split_once(": ").filter(|(name, _)| !name.starts_with("/**"))?;
    Some(name.trim_end_matches('?').trim_matches('"').to_owned())
}

/// The strings in a source.
pub fn quoted(source: &str) -> impl Iterator<Item = String> {
    source.split('"').skip(1).step_by(2).map(str::to_owned)
}

/// What is between two texts.
pub fn between<'a>(source: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = source.split_once(start).unwrap_or_else(|| panic!("there is no {start}"));
    rest.split_once(end).unwrap_or_else(|| panic!("there is no {end} after {start}")).0
}

/// The name of the property of an attribute.
pub fn camel_case(name: &str) -> String {
    let mut words = name.split('-');
    let first = words.next().unwrap_or_default().to_owned();
    words.fold(first, |name, word| name + &word[..1].to_uppercase() + &word[1..])
}
