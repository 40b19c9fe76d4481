//! The screens.

mod columns;
mod directory;
mod header;
mod list;
mod pages;
mod reset;
mod results;
mod row;
mod saved_views;
mod search;
mod sort_by;
mod url_notices;

pub use directory::Directory;
