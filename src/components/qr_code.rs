//! A text for a camera to read.

use std::fmt::Write;

use crate::locale::{td_string, use_locale};
use leptos::{either::Either, prelude::*, svg};
use qrcodegen::{QrCode as Code, QrCodeEcc};

/// The white around a code, in modules, without which a camera can't find it. ISO/IEC 18004.
const QUIET_ZONE: i32 = 4;

/// Draws `text` as a QR code, or says that it is too long for one.
#[component]
pub fn QrCode(
    /// What a camera reads.
    text: String,
    /// What the picture is, for those who can't see it.
    label: String,
) -> impl IntoView {
    let locale = use_locale();
    match Code::encode_binary(text.as_bytes(), QrCodeEcc::Low) {
        Ok(code) => Either::Left(
            svg::svg()
                .attr("class", "qr-code")
                .attr("viewBox", view_box(&code))
                .attr("role", "img")
                .attr("aria-label", label)
                .attr("shape-rendering", "crispEdges")
                .child(svg::path().attr("d", path(&code))),
        ),
        Err(_) => Either::Right(view! { <p>{td_string!(locale, detail.qr_code_too_long)}</p> }),
    }
}

fn view_box(code: &Code) -> String {
    let side = code.size() + 2 * QUIET_ZONE;
    format!("{0} {0} {side} {side}", -QUIET_ZONE)
}

/// The dark modules: one step of the pen for each run in a row.
fn path(code: &Code) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run = (x..code.size()).take_while(|x| code.get_module(*x, y)).count();
            if run > 0 {
                // Writing to a string can't fail.
                let _ = write!(path, "M{x} {y}h{run}v1h-{run}z");
            }
            x += run as i32 + 1;
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corner_is_drawn_in_runs() {
        let code = Code::encode_binary(b"a", QrCodeEcc::Low).unwrap();
        assert!(path(&code).starts_with("M0 0h7v1h-7z"), "{}", path(&code));
        assert_eq!(view_box(&code), "-4 -4 29 29");
    }

    #[test]
    fn every_dark_module_is_drawn_once() {
        let code = Code::encode_binary("BEGIN:VCARD Zoë 王".as_bytes(), QrCodeEcc::Low).unwrap();
        let dark = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
        let dark = dark.filter(|(x, y)| code.get_module(*x, *y)).count();
        let runs = path(&code);
        let drawn: usize = runs.split('h').skip(1).filter_map(|run| run.split_once('v')?.0.parse::<usize>().ok()).sum();
        assert_eq!(drawn, dark);
    }
}
