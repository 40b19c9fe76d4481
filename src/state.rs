//! What the screen knows. Views read its signals and call its methods, which are named after what a person wants.

pub mod agent_list;
pub mod preset;
pub mod rows;
pub mod saved_views;
pub mod storage;
pub mod url_state;
