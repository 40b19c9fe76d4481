//! The columns of the list.

use crate::domain::query::SortKey;

/// A column: its name, the class of its cells, and what a click on its header sorts by.
pub struct Column {
    /// What people see.
    pub label: &'static str,
    /// Names its cells in the style sheet.
    pub class: &'static str,
    /// The API can't sort by every column.
    pub sort: Option<SortKey>,
}

/// The columns in their order.
pub const COLUMNS: [Column; 7] = [
    Column { label: "Name", class: "name", sort: Some(SortKey::LastFirstName) },
    Column { label: "Agency", class: "agency", sort: Some(SortKey::AgencyName) },
    Column { label: "Team", class: "team", sort: Some(SortKey::AgentTeamName) },
    Column { label: "Email", class: "email", sort: None },
    Column { label: "Phone", class: "phone", sort: None },
    Column { label: "Tags", class: "tags", sort: None },
    Column { label: "Inspections", class: "inspections", sort: Some(SortKey::AgentInspections) },
];
