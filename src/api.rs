//! The fetch layer: the four operations of the API as typed functions. Only [`transport`] touches the network.

pub mod client;
pub mod connection;
pub mod error;
pub mod first_request;
pub mod photo_file;
pub mod request;
pub mod retry;
pub mod transport;
pub mod write_body;
