//! The screens.

mod columns;
mod directory;
mod header;
mod list;
mod pages;
mod results;
mod row;
mod search;
mod sort_by;

pub use directory::Directory;
