//! `<agent-directory>`: a custom element that finds, shows and edits the real-estate agents a home-inspection company
//! works with.
//!
//! Who may import whom: [`domain`] and [`json_api`] nothing of ours · [`api`] → domain, json_api, settings · [`state`] →
//! api, domain · [`components`] → Leptos only · [`views`] → components, state, domain · [`element`] → all of them.

pub mod api;
pub mod components;
pub mod domain;
pub mod element;
pub mod json_api;
pub mod settings;
pub mod state;
pub mod views;
