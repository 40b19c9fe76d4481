//! The fetch layer, the list and the panel in a real browser, against the real sandbox.

#![cfg(target_arch = "wasm32")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test's way to fail")]

mod dates;
mod detail;
mod fetch_layer;
mod filters;
mod first_query;
mod harness;
mod lasting;
mod list;
mod memory;
mod numbers;
mod remarks;
mod retry;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
