//! A tolerant reader of JSON:API documents. It knows the standard (<https://jsonapi.org/format/>) and nothing of agents.

pub mod attributes;
pub mod document;
pub mod errors;
pub mod links;
pub mod members;
pub mod pagination;
pub mod resource;
