//! `<agent-directory>`: a custom element that finds, shows and edits the real-estate agents a home-inspection company
//! works with.
//!
//! Who may import whom: [`domain`] and [`json_api`] nothing of ours · [`api`] → domain, json_api, settings · [`state`] →
//! api, domain · [`components`] → Leptos only · [`views`] → components, state, domain, and api's plain values ·
//! [`element`] → all of them. All of them may take words from [`locale`], in the language they are given.

pub mod api;
pub mod components;
pub mod domain;
pub mod element;
pub mod json_api;
pub mod locale;
pub mod settings;
pub mod state;
pub mod views;

/// Faster and smaller than the one that Rust has for WebAssembly.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

/// The memory that a page of agents takes, in bytes. Browsers need a while each time that memory grows, so it grows once.
#[cfg(target_arch = "wasm32")]
const MEMORY: usize = 2 << 20;

#[cfg(target_arch = "wasm32")]
#[wasm_bindgen::prelude::wasm_bindgen(start)]
fn reserve_memory() {
    drop(std::hint::black_box(Vec::<u8>::with_capacity(MEMORY)));
}

// The words of `locales/`, compiled by build.rs.
include!(concat!(env!("OUT_DIR"), "/i18n.rs"));
