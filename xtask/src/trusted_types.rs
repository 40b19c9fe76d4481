//! Trusted Types (W3C Working Draft) for the module's two sinks. The view library clones what never changes in a view from
//! templates, which it fills once by `innerHTML`; and photos are drawn by a worker, which is started from its address.

use std::ops::Range;

use anyhow::{Context, Result, ensure};
use wasmparser::{DataKind, Operator, Parser, Payload};

const SINK: &str = "arg0.innerHTML = getStringFromWasm0(arg1, arg2);";

const POLICY: &str = r#"
const photoWorker = new URL("__PHOTO_WORKER__", import.meta.url).href;

// A page that requires Trusted Types allows this policy by its name.
let policy;
try {
  policy = globalThis.trustedTypes?.createPolicy("agent-directory", {
    createHTML: (markup) => markup,
    createScriptURL(address) {
      if (address !== photoWorker) throw new TypeError("only the worker for photos is started");
      return address;
    },
  });
} catch {} // a page that does not allow it may still not require it

// For the loader; throws where the page or the browser allows no worker.
export function startPhotoWorker() {
  return new Worker(policy ? policy.createScriptURL(photoWorker) : photoWorker);
}

// Lets through the markup that was compiled into the module, and nothing from elsewhere in its memory.
function compiledMarkup(pointer, length) {
  const begin = pointer >>> 0;
  if (begin < __BEGIN__ || begin + (length >>> 0) > __END__) throw new TypeError("only compiled markup is parsed");
  const markup = getStringFromWasm0(pointer, length);
  return policy ? policy.createHTML(markup) : markup;
}
"#;

/// The script that wasm-bindgen has made for `module`, with its markup passed through the policy `agent-directory`, and with the
/// function that starts the worker in the file `photo_worker` beside it.
pub fn guard(script: &str, module: &[u8], photo_worker: &str) -> Result<String> {
    let sinks = [".innerHTML", ".outerHTML", "insertAdjacentHTML(", "setHTMLUnsafe("];
    let count: usize = sinks.iter().map(|sink| script.matches(sink).count()).sum();
    ensure!(count == 1 && script.contains(SINK), "wasm-bindgen's script parses markup elsewhere than in {SINK}");
    let Range { start, end } = compiled_data(module)?;
    let policy = POLICY.replace("__BEGIN__", &start.to_string()).replace("__END__", &end.to_string());
    let policy = policy.replace("__PHOTO_WORKER__", &format!("./{photo_worker}"));
    Ok(script.replace(SINK, "arg0.innerHTML = compiledMarkup(arg1, arg2);") + &policy)
}

/// Where in its memory a module's data is put (WebAssembly Core Specification, "Data Segments").
fn compiled_data(module: &[u8]) -> Result<Range<u64>> {
    let mut bounds: Option<Range<u64>> = None;
    for payload in Parser::new(0).parse_all(module) {
        let Payload::DataSection(segments) = payload.context("this is no WebAssembly module")? else { continue };
        for segment in segments {
            let segment = segment?;
            let DataKind::Active { offset_expr, .. } = segment.kind else { continue };
            let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else { continue };
            let start = u64::from(value.cast_unsigned());
            let end = start + u64::try_from(segment.data.len())?;
            bounds = Some(bounds.map_or(start..end, |so_far| so_far.start.min(start)..so_far.end.max(end)));
        }
    }
    bounds.context("the module has no data")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A memory of one page, and the bytes `ab` at 16 and `cde` at 64.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\x05\x03\x01\0\x01\x0b\x11\x02\0\x41\x10\x0b\x02ab\0\x41\xc0\0\x0b\x03cde";

    #[test]
    fn the_one_sink_takes_only_compiled_data() {
        let script = guard(&format!("function(arg0, arg1, arg2) {{ {SINK} }}"), MODULE, "photo.js").unwrap();
        assert!(script.contains("arg0.innerHTML = compiledMarkup(arg1, arg2);") && script.contains("createPolicy"));
        assert!(script.contains("begin < 16 || begin + (length >>> 0) > 67"), "{script}");
        assert!(script.contains(r#"new URL("./photo.js", import.meta.url)"#), "{script}");
    }

    #[test]
    fn another_sink_is_refused() {
        let script = format!("{SINK} arg0.outerHTML = getStringFromWasm0(arg1, arg2);");
        assert!(guard(&script, MODULE, "").is_err());
        assert!(guard("", MODULE, "").is_err());
        assert!(guard(SINK, b"\0asm\x01\0\0\0", "").is_err());
    }
}
