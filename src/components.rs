//! Building blocks that know Leptos and the page, and nothing of agents.

pub mod avatar;
pub mod clipboard;
pub mod combobox;
pub mod countdown;
pub mod icon;
pub mod notice;
pub mod number;
