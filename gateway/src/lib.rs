//! The counterpart, in development and tests, of the proxy that a company runs in front of the agents API.
//!
//! A browser must not hold the key. So the page asks its own origin under `/api`, and the gateway forwards the four
//! operations that the widget knows (list, get, create, update) and nothing else, with the key added.

mod failure;
mod forward;
mod headers;
mod key;
mod operation;
mod server;

pub use axum::http::Uri;
pub use key::{Key, KeyError};
pub use server::{Config, Error, Running, start};
