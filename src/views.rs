//! The screens.

mod cell;
mod chips;
mod columns;
mod directory;
mod emptiness;
mod filters;
mod failure;
mod header;
mod keys;
mod list;
mod open;
mod pages;
mod remarks;
mod results;
mod row;
mod rows;
mod search;
mod sort_by;
mod toolbar;

pub use directory::Directory;
pub use open::OpenAgent;
