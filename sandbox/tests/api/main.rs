//! The API over HTTP, on a real database: a module a verb.

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
