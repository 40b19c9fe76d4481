//! The screens.

mod columns;
mod directory;
mod failure;
mod header;
mod list;
mod pages;
mod remarks;
mod results;
mod row;
mod search;
mod sort_by;

pub use directory::Directory;
