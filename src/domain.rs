//! Agents, queries and pages as plain values: no web types, no Leptos, no serialization.

pub mod agent;
pub mod id;
pub mod inspections;
pub mod links;
pub mod pagination;
pub mod person;
pub mod query;
pub mod tenure;
pub mod vcard;
