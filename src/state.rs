//! What the screen knows. Views read its signals and call its methods, which are named after what a person wants.

pub mod agent_list;
pub mod opened_agent;
pub mod rows;
