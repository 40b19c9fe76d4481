//! The built page in a real browser, through the gateway, against the sandbox. `cargo xtask test` builds the page and
//! starts the driver that these tests use.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test's way to fail")]

mod accessibility;
mod adaptation;
mod behind_proxies;
mod by_developer_tools;
mod columns;
mod copying;
mod credentials;
mod detail;
mod embedding;
mod errors;
mod faults;
mod fetching;
mod filters;
mod form;
mod form_accessibility;
mod form_drafts;
mod form_files;
mod form_inputs;
mod form_keyboard;
mod harness;
mod host_page;
mod in_frameworks;
mod languages;
mod list;
mod loading;
mod methods_and_events;
mod pages;
mod panel;
mod policy;
mod properties;
mod races;
mod rows;
mod saved_views;
mod serve;
mod theming;
mod told;
mod turning;
mod url_state;
