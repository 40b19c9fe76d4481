//! The fetch layer.

pub mod connection;
pub mod error;
pub mod request;
