//! The screens.

mod after_paint;
mod agent_form;
mod chips;
mod columns;
mod detail;
mod directory;
mod emptiness;
mod failure;
mod filters;
mod header;
mod keys;
mod list;
mod pages;
mod remarks;
mod reset;
mod results;
mod rows;
mod saved_views;
mod search;
mod sort_by;
mod toolbar;
mod url_notices;

pub use directory::Directory;
