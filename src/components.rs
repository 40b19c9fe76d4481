//! Building blocks that know Leptos and the page, and nothing of agents.

pub mod attribute;
pub mod avatar;
pub mod clipboard;
pub mod combobox;
pub mod copy_button;
pub mod countdown;
pub mod date;
pub mod digit_groups;
pub mod download;
pub mod enter;
pub mod focus;
pub mod icon;
pub mod icon_button;
pub mod lasting;
pub mod live_text;
pub mod notice;
pub mod number;
pub mod qr_code;
pub mod split_bar;
pub mod text_field;
pub mod token_field;
