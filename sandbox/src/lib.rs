//! A server that behaves as Spectora's agents API is known to, on SQLite: the demo's data and the tests' counterpart.
//!
//! It never imports the widget: the two meet only on the wire, so each checks the other.

mod api_error;
mod app;
mod changes;
mod config;
mod connection;
mod control;
mod database;
mod document;
mod faults;
mod handlers;
mod list_query;
mod pagination;
mod requests;
mod seed;
mod server;

pub use config::{Config, DuplicateEmail, ErrorDialect, ImageAddress, LinkDialect, PaginationDialect};
pub use server::{Error, Running, start};
