//! One handler a verb.

pub mod create;
pub mod get;
pub mod image;
pub mod list;
pub mod update;

mod write;
