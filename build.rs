//! Compiles the catalogues of words in `locales/` into the module `i18n`. What is wrong with a catalogue fails the build:
//! the library would only warn, and show English.

use std::{env, error::Error, fs, path::Path};

use leptos_i18n_codegen::gen_code;
use leptos_i18n_parser::parse_locales::{
    options::{Config, ParseOptions},
    parse_locales,
};
use quote::quote;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=locales");
    let options = ParseOptions::new().interpolate_display(true);
    let catalogues = Config::new("en")?.add_locales(["es", "fr"])?.parse_options(options);
    let parsed = parse_locales(None, catalogues)?;
    let (errors, warnings) = parsed.diag.borrow();
    for problem in errors.iter().map(ToString::to_string).chain(warnings.iter().map(ToString::to_string)) {
        println!("cargo::error=locales: {problem}");
    }
    let attributes = quote! { #![allow(missing_docs, unused, clippy::all, clippy::expect_used, clippy::panic)] };
    let library = syn::parse_quote!(crate::locale::library);
    let module = gen_code(&parsed, Some(&library), false, Some(&attributes), false)?;
    fs::write(Path::new(&env::var("OUT_DIR")?).join("i18n.rs"), module.to_string())?;
    Ok(())
}
