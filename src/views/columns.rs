//! The columns of the list.

mod chooser;

use std::borrow::Cow;

use crate::domain::{agent::Agent, query::SortKey};

pub use chooser::ColumnChooser;

/// A column beside the name: what it shows, and what a click on its header sorts by.
#[derive(Clone, Debug)]
pub struct Column {
    /// The attribute it shows, which names it.
    pub attribute: Cow<'static, str>,
    /// What people see.
    pub label: Cow<'static, str>,
    /// Names its cells in the style sheet.
    pub class: &'static str,
    /// The API can't sort by every column.
    pub sort: Option<SortKey>,
    /// What its cells hold.
    pub content: Content,
}

/// What the cells of a column hold.
#[derive(Clone, Copy, Debug)]
pub enum Content {
    /// The agency, which filters the list.
    Agency,
    /// The team, which filters the list.
    Team,
    /// The tags, which filter the list.
    Tags,
    /// A link of this scheme.
    Link(&'static str, fn(&Agent) -> &Option<String>),
    /// Text.
    Text(fn(&Agent) -> &Option<String>),
    /// A number of inspections.
    Count(fn(&Agent) -> Option<u64>),
    /// The attribute that nobody has told us of.
    Other,
}

impl PartialEq for Column {
    fn eq(&self, other: &Self) -> bool {
        self.attribute == other.attribute
    }
}

/// How many of [`all`] are shown before a person chooses.
const BY_DEFAULT: usize = 6;

/// The attributes shown before a person chooses.
pub fn default_choice() -> Vec<String> {
    known().into_iter().take(BY_DEFAULT).map(|column| column.attribute.into_owned()).collect()
}

/// The columns that `attributes` name, in that order.
pub fn named(attributes: &[String]) -> Vec<Column> {
    let known = known();
    let column = |attribute: &String| {
        known.iter().find(|column| column.attribute == *attribute).cloned().unwrap_or_else(|| other(attribute))
    };
    attributes.iter().map(column).collect()
}

/// All columns there can be, the `chosen` ones first, then the ones we know, then `seen` attributes that we don't.
pub fn all(chosen: &[String], seen: &[String]) -> Vec<Column> {
    let mut columns = named(chosen);
    for column in known().into_iter().chain(seen.iter().map(|attribute| other(attribute))) {
        if !columns.contains(&column) {
            columns.push(column);
        }
    }
    columns
}

/// A column for an attribute that nobody has told us of; `license_number` is called “License number”.
fn other(attribute: &str) -> Column {
    let words = attribute.replace(['_', '-'], " ");
    let mut letters = words.trim().chars();
    let label = letters.next().map(|first| first.to_uppercase().chain(letters).collect::<String>()).unwrap_or_default();
    Column {
        attribute: attribute.to_owned().into(),
        label: label.into(),
        class: "plain",
        sort: None,
        content: Content::Other,
    }
}

/// The columns we know, those shown by default first.
fn known() -> Vec<Column> {
    let column = |attribute: &'static str, label: &'static str, class, sort, content| Column {
        attribute: attribute.into(),
        label: label.into(),
        class,
        sort,
        content,
    };
    let plain = |attribute, label, read| column(attribute, label, "plain", None, Content::Text(read));
    let count = |attribute, label, sort, read| column(attribute, label, "number", Some(sort), Content::Count(read));
    vec![
        column("agency_name", "Agency", "agency", Some(SortKey::AgencyName), Content::Agency),
        column("agent_team_name", "Team", "team", Some(SortKey::AgentTeamName), Content::Team),
        column("email", "Email", "email", None, Content::Link("mailto", |agent| &agent.email)),
        column("phone", "Phone", "phone", None, Content::Link("tel", |agent| &agent.phone)),
        column("tags", "Tags", "tags", None, Content::Tags),
        column(
            "agent_inspections",
            "Inspections",
            "inspections number",
            Some(SortKey::AgentInspections),
            Content::Count(|agent| agent.agent_inspections),
        ),
        count("buying_agent_inspections", "Buying side", SortKey::BuyingAgentInspections, |agent| {
            agent.buying_agent_inspections
        }),
        count("selling_agent_inspections", "Selling side", SortKey::SellingAgentInspections, |agent| {
            agent.selling_agent_inspections
        }),
        column("first_name", "First name", "plain", Some(SortKey::FirstName), Content::Text(|agent| &agent.first_name)),
        column("last_name", "Last name", "plain", Some(SortKey::LastName), Content::Text(|agent| &agent.last_name)),
        plain("address", "Address", |agent| &agent.address),
        plain("city", "City", |agent| &agent.city),
        plain("state", "State", |agent| &agent.state),
        plain("zip", "ZIP", |agent| &agent.zip),
        plain("website", "Website", |agent| &agent.website),
        plain("notes", "Notes", |agent| &agent.notes),
        plain("date_of_first_inspection", "First inspection", |agent| &agent.date_of_first_inspection),
        plain("created_at", "Created", |agent| &agent.created_at),
        plain("updated_at", "Updated", |agent| &agent.updated_at),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(columns: &[Column]) -> Vec<&str> {
        columns.iter().map(|column| column.label.as_ref()).collect()
    }

    #[test]
    fn the_default_columns_are_the_ones_people_call_by() {
        let expected = ["Agency", "Team", "Email", "Phone", "Tags", "Inspections"];
        assert_eq!(labels(&named(&default_choice())), expected);
    }

    #[test]
    fn an_attribute_that_nobody_told_us_of_is_a_column_too() {
        let columns = named(&["license_number".to_owned(), "city".to_owned()]);
        assert_eq!(labels(&columns), ["License number", "City"]);
        assert!(matches!(columns[0].content, Content::Other));
    }

    #[test]
    fn the_chosen_columns_come_first_and_none_comes_twice() {
        let chosen = ["city".to_owned(), "languages".to_owned()];
        let columns = all(&chosen, &["languages".to_owned(), "region".to_owned()]);
        assert_eq!(labels(&columns)[..3], ["City", "Languages", "Agency"]);
        assert_eq!(labels(&columns).last(), Some(&"Region"));
        let count = |label| labels(&columns).iter().filter(|other| **other == label).count();
        assert_eq!((count("City"), count("Languages")), (1, 1));
    }
}
