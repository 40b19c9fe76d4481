//! The API over HTTP, on a real database: a module a verb.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test's way to fail")]

mod control;
mod create;
mod dialects;
mod durability;
mod get;
mod harness;
mod images;
mod list;
mod refusals;
mod update;
