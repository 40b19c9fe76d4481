//! What the screen knows. Views read its signals and call its methods, which are named after what a person wants.

pub mod agent_list;
pub mod filter_texts;
pub mod preferences;
mod idle;
mod page_cache;
pub mod progress;
pub mod remarks;
pub mod rows;
pub mod suggestions;
