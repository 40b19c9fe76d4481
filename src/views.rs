//! The screens.

mod columns;
mod detail;
mod directory;
mod header;
mod list;
mod pages;
mod results;
mod row;
mod row_click;
mod search;
mod sort_by;

pub use directory::Directory;
