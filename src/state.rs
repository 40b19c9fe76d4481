//! What the screen knows. Views read its signals and call its methods, which are named after what a person wants.

pub mod agent_list;
pub mod filter_texts;
pub mod preferences;
pub mod rows;
pub mod suggestions;
