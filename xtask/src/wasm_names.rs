//! The names of functions, which nobody needs to run a program. They are a third of the download.

use anyhow::{Context, Result};
use wasmparser::{Parser, Payload};

/// A module without the custom section `name` (WebAssembly Core Specification, appendix "Name Section"). The compiler's own
/// way of leaving it out takes the list of target features along, which other tools need before this.
pub fn without_names(module: &[u8]) -> Result<Vec<u8>> {
    let mut kept = Vec::with_capacity(module.len());
    // A section begins, with its id and length, where the one before ends.
    let mut begin = 0;
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.context("this is no WebAssembly module")?;
        let Some((_, contents)) = payload.as_section() else { continue };
        let end = usize::try_from(contents.end)?;
        let is_names = matches!(&payload, Payload::CustomSection(section) if section.name() == "name");
        if !is_names {
            kept.extend_from_slice(&module[begin..end]);
        }
        begin = end;
    }
    Ok(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    const START: [u8; 8] = *b"\0asm\x01\0\0\0";

    fn custom(name: &str, contents: &[u8]) -> Vec<u8> {
        let length = u8::try_from(1 + name.len() + contents.len()).unwrap();
        let name_length = u8::try_from(name.len()).unwrap();
        [&[0, length, name_length], name.as_bytes(), contents].concat()
    }

    #[test]
    fn only_the_names_go() {
        let (producers, names) = (custom("producers", &[0]), custom("name", &[7; 90]));
        let module = [&START[..], &producers, &names, &producers].concat();
        assert_eq!(without_names(&module).unwrap(), [&START[..], &producers, &producers].concat());
    }

    #[test]
    fn a_module_without_names_stays_as_it_is() {
        let module = [&START[..], &custom("producers", &[0])].concat();
        assert_eq!(without_names(&module).unwrap(), module);
    }

    #[test]
    fn what_is_no_module_is_an_error() {
        assert!(without_names(b"<html>").is_err());
    }
}
