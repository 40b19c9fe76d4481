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
mod reset;
mod results;
mod row;
mod rows;
mod saved_views;
mod search;
mod sort_by;
mod toolbar;
mod url_notices;

pub use directory::Directory;
pub use open::OpenAgent;
