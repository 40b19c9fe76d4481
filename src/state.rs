//! What the screen knows. Views read its signals and call its methods, which are named after what a person wants.

pub mod agent_form;
pub mod agent_list;
mod drafts;
pub mod filter_texts;
pub mod idle;
pub mod opened_agent;
mod page_cache;
pub mod paint;
pub mod photo;
pub mod preferences;
pub mod preset;
pub mod progress;
pub mod remarks;
pub mod rows;
pub mod saved_views;
mod state_signal;
pub mod storage;
pub mod suggestions;
pub mod url_state;
