//! Agent directory
pub mod api; pub mod domain; pub mod json_api;
