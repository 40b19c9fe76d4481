//! Completing what Trunk has built: the loader, which names the hashed files beside it, the element's style sheet, and the
//! worker that draws photos.

mod loader;

use std::{
    borrow::Cow,
    fs,
    hash::{DefaultHasher, Hasher},
    path::{Path, PathBuf},
};

use anyhow::{Context, Result, bail};
use clap::{Args, ValueEnum};
use lightningcss::stylesheet::{MinifyOptions, ParserOptions, PrinterOptions, StyleSheet};
use regex::{Captures, Regex};

use crate::{trusted_types, wasm_opt, workspace};

/// The element's style sheets, in `style/element/`, in the order they are joined: a later one may go over an earlier one.
const STYLE_SHEETS: [&str; 20] = [
    "tokens.css",
    "controls.css",
    "toolbar.css",
    "filters.css",
    "columns.css",
    "list.css",
    "waiting.css",
    "notice.css",
    "footer.css",
    "keys.css",
    "saved_views.css",
    "detail.css",
    "detail_sections.css",
    "detail_place.css",
    "form.css",
    "photo.css",
    "narrow.css",
    "direction.css",
    "adaptation.css",
    "print.css",
];

/// Lets a browser compile all functions of a script on another thread, as it arrives, instead of one after the other when they
/// are first called. Source: V8, explicit compile hints; other engines take it for a comment.
const COMPILED_AT_ONCE: &str = "//# allFunctionsCalledOnLoad\n";

/// The size of the element's font in `tokens.css`, in rems.
const FONT_SIZE: f64 = 0.9375;

/// What Trunk tells its hooks.
#[derive(Args)]
pub struct Options {
    /// Where Trunk gathers the build
    #[arg(long, env = "TRUNK_STAGING_DIR")]
    staging: PathBuf,
    /// How Trunk builds
    #[arg(long, env = "TRUNK_PROFILE")]
    profile: Profile,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Profile {
    Debug,
    Release,
}

/// Writes `agent-directory.js`, the style sheet and the photos' worker into the build, and guards the module's script. The
/// loader keeps its name, since embedders load it by that; all else is found through it and carries a hash, so that it can be
/// cached for good.
pub fn run(options: &Options) -> Result<()> {
    let Options { staging, profile } = options;
    let module = find_module(staging)?;
    let wasm = format!("{}_bg.wasm", module.trim_end_matches(".js"));
    if *profile == Profile::Release {
        wasm_opt::optimize(&staging.join(&wasm))?;
    }
    let script = staging.join(&module);
    let compiled = fs::read(staging.join(&wasm)).with_context(|| format!("can't read {wasm}"))?;
    let worker = read(&workspace::root().join("src/photo_worker.js"))?;
    let worker_name = format!("agent-directory-photo-{:016x}.js", hash(&worker));
    write(&staging.join(&worker_name), &worker)?;
    let guarded = trusted_types::guard(&read(&script)?, &compiled, &worker_name)?;
    write(&script, &format!("{COMPILED_AT_ONCE}{guarded}"))?;
    let style = style_sheet(*profile)?;
    let style_name = format!("agent-directory-{:016x}.css", hash(&style));
    write(&staging.join(&style_name), &style)?;
    let loader = loader::completed(&loader::joined()?, &loader::words()?, &module, &wasm, &style_name)?;
    write(&staging.join("agent-directory.js"), &format!("{COMPILED_AT_ONCE}{loader}"))
}

/// The name of the script that wasm-bindgen has made.
fn find_module(staging: &Path) -> Result<String> {
    for entry in fs::read_dir(staging).with_context(|| format!("can't list {}", staging.display()))? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.starts_with("agent-directory-") && name.ends_with(".js") {
            return Ok(name);
        }
    }
    bail!("Trunk has left no agent-directory-….js in {}", staging.display())
}

/// All style sheets as one.
fn style_sheet(profile: Profile) -> Result<String> {
    let folder = style_folder();
    let sheets: Result<Vec<String>> = STYLE_SHEETS.iter().map(|name| read(&folder.join(name))).collect();
    let source = with_own_rem(&sheets?.join("\n"))?;
    if profile == Profile::Debug {
        return Ok(source);
    }
    // The errors borrow the source, so they are told as text.
    let told = |error: String| anyhow::anyhow!("{}: {error}", folder.display());
    let mut sheet = StyleSheet::parse(&source, ParserOptions::default()).map_err(|error| told(error.to_string()))?;
    sheet.minify(MinifyOptions::default()).map_err(|error| told(error.to_string()))?;
    let printed = sheet.to_css(PrinterOptions { minify: true, ..PrinterOptions::default() });
    Ok(printed.map_err(|error| told(error.to_string()))?.code)
}

/// The sheets with their rems reckoned by `--_rem`, which a page whose root has a small font does not make small. Container
/// queries know no custom property, but reckon by the font of the container; media queries don't reckon by the root's.
fn with_own_rem(source: &str) -> Result<String> {
    let rem = Regex::new(r"(-?[0-9.]+)rem\b")?;
    let lines = source.split_inclusive('\n').map(|line| match line.trim_start() {
        text if text.starts_with("@container") => rem.replace_all(line, own_em),
        text if text.starts_with('@') || text.starts_with("--_rem:") => Cow::Borrowed(line),
        _ => rem.replace_all(line, "calc($1 * var(--_rem))"),
    });
    Ok(lines.collect())
}

/// Rems as what they are in a container whose font has the usual size.
fn own_em(rems: &Captures) -> String {
    rems[1].parse::<f64>().map_or_else(|_| rems[0].to_owned(), |rems| format!("{:.4}em", rems / FONT_SIZE))
}

fn style_folder() -> PathBuf {
    workspace::root().join("style/element")
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(text.as_bytes());
    hasher.finish()
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("can't read {}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("can't write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_project_has_a_style_sheet_that_can_be_minified() {
        let (plain, minified) = (style_sheet(Profile::Debug).unwrap(), style_sheet(Profile::Release).unwrap());
        assert!(minified.len() < plain.len());
        assert!(!minified.contains("/*"));
    }

    #[test]
    fn rems_are_reckoned_by_the_widget_s_own() {
        let source = "--_rem: max(1rem, 16px);\n@container (width > 46rem) {\n  margin: 0 -0.5rem;\n";
        let written =
            "--_rem: max(1rem, 16px);\n@container (width > 49.0667em) {\n  margin: 0 calc(-0.5 * var(--_rem));\n";
        assert_eq!(with_own_rem(source).unwrap(), written);
    }

    #[test]
    fn no_style_sheet_is_left_out() {
        let files = fs::read_dir(style_folder()).unwrap().map(|entry| entry.unwrap().file_name());
        let mut files: Vec<String> = files.map(|name| name.into_string().unwrap()).collect();
        let mut joined = STYLE_SHEETS.map(str::to_owned);
        files.sort();
        joined.sort();
        assert_eq!(files, joined);
    }
}
