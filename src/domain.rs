//! Agents, queries and pages as plain values: no web types, no Leptos, no serialization.

pub mod agent;
pub mod contact_text;
pub mod crop;
pub mod draft;
pub mod draft_check;
pub mod drawing;
pub mod duplicate;
pub mod email;
pub mod end_search;
pub mod field;
pub mod id;
pub mod inspections;
pub mod link;
pub mod links;
pub mod normalized;
pub mod pagination;
pub mod person;
pub mod phone_link;
pub mod photo;
pub mod photo_address;
pub mod query;
pub mod saved_view;
pub mod tag_set;
pub mod tenure;
pub mod url_prefix;
pub mod vcard;
