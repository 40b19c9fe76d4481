//! Trusted Types (W3C Working Draft) for the module's one place where markup is parsed: the view library clones what never
//! changes in a view from templates, which it fills once by `innerHTML`.

use anyhow::{Result, ensure};

const SINK: &str = "arg0.innerHTML = getStringFromWasm0(arg1, arg2);";

/// The export that tells where the module's compiled data ends.
const END_OF_DATA: &[u8] = b"__heap_base";

const POLICY: &str = r#"
// A page that requires Trusted Types allows this policy by its name.
let markupPolicy;
try {
  markupPolicy = globalThis.trustedTypes?.createPolicy("agent-directory", { createHTML: (markup) => markup });
} catch {} // a page that does not allow it may still not require it

// Lets through the markup that was compiled into the module, and nothing that was made while it runs: that lies on its heap.
function compiledMarkup(pointer, length) {
  if (!(pointer >>> 0 < wasm.__heap_base.value)) throw new TypeError("only compiled markup is parsed");
  const markup = getStringFromWasm0(pointer, length);
  return markupPolicy ? markupPolicy.createHTML(markup) : markup;
}
"#;

/// The script that wasm-bindgen has made for `module`, with its markup passed through the policy `agent-directory`.
pub fn guard(script: &str, module: &[u8]) -> Result<String> {
    let sinks = [".innerHTML", ".outerHTML", "insertAdjacentHTML(", "setHTMLUnsafe("];
    let count: usize = sinks.iter().map(|sink| script.matches(sink).count()).sum();
    ensure!(count == 1 && script.contains(SINK), "wasm-bindgen's script parses markup elsewhere than in {SINK}");
    let has_end = module.windows(END_OF_DATA.len()).any(|window| window == END_OF_DATA);
    ensure!(has_end, "the module must export __heap_base; RUSTFLAGS in the environment go over .cargo/config.toml");
    Ok(script.replace(SINK, "arg0.innerHTML = compiledMarkup(arg1, arg2);") + POLICY)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_sink_is_guarded() {
        let script = guard(&format!("function(arg0, arg1, arg2) {{ {SINK} }}"), b"..__heap_base..").unwrap();
        assert!(script.contains("arg0.innerHTML = compiledMarkup(arg1, arg2);") && script.contains("createPolicy"));
    }

    #[test]
    fn another_sink_is_refused() {
        let script = format!("{SINK} arg0.outerHTML = getStringFromWasm0(arg1, arg2);");
        assert!(guard(&script, b"__heap_base").is_err());
        assert!(guard("", b"__heap_base").is_err());
        assert!(guard(SINK, b"").is_err());
    }
}
