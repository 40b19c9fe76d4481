//! The columns of the list.

mod chooser;

use std::borrow::Cow;

use crate::{
    domain::{agent::Agent, field::Field, links::mail_link, phone_link::phone_link, query::SortKey},
    locale::{Locale, td_string},
};

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
    /// Text, and the address that it leads to; text that leads nowhere is no link.
    Link(fn(&str) -> Option<String>, fn(&Agent) -> &Option<String>),
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
    known(Locale::default()).into_iter().take(BY_DEFAULT).map(|column| column.attribute.into_owned()).collect()
}

/// The columns that `attributes` name, in that order.
pub fn named(attributes: &[String], locale: Locale) -> Vec<Column> {
    let known = known(locale);
    let column = |attribute: &String| {
        known.iter().find(|column| column.attribute == *attribute).cloned().unwrap_or_else(|| other(attribute))
    };
    attributes.iter().map(column).collect()
}

/// All columns there can be, the `chosen` ones first, then the ones we know, then `seen` attributes that we don't.
pub fn all(chosen: &[String], seen: &[String], locale: Locale) -> Vec<Column> {
    let mut columns = named(chosen, locale);
    for column in known(locale).into_iter().chain(seen.iter().map(|attribute| other(attribute))) {
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
fn known(locale: Locale) -> Vec<Column> {
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
        column("agency_name", Field::Agency.label(locale), "agency", Some(SortKey::AgencyName), Content::Agency),
        column("agent_team_name", Field::Team.label(locale), "team", Some(SortKey::AgentTeamName), Content::Team),
        column(
            "email",
            Field::Email.label(locale),
            "email",
            None,
            Content::Link(|text| Some(mail_link(text)), |agent| &agent.email),
        ),
        column("phone", Field::Phone.label(locale), "phone", None, Content::Link(phone_link, |agent| &agent.phone)),
        column("tags", Field::Tags.label(locale), "tags", None, Content::Tags),
        column(
            "agent_inspections",
            td_string!(locale, field.inspections),
            "inspections number",
            Some(SortKey::AgentInspections),
            Content::Count(|agent| agent.agent_inspections),
        ),
        count("buying_agent_inspections", td_string!(locale, field.buying), SortKey::BuyingAgentInspections, |agent| {
            agent.buying_agent_inspections
        }),
        count(
            "selling_agent_inspections",
            td_string!(locale, field.selling),
            SortKey::SellingAgentInspections,
            |agent| agent.selling_agent_inspections,
        ),
        column(
            "first_name",
            Field::FirstName.label(locale),
            "plain",
            Some(SortKey::FirstName),
            Content::Text(|agent| &agent.first_name),
        ),
        column(
            "last_name",
            Field::LastName.label(locale),
            "plain",
            Some(SortKey::LastName),
            Content::Text(|agent| &agent.last_name),
        ),
        plain("address", Field::Address.label(locale), |agent| &agent.address),
        plain("city", Field::City.label(locale), |agent| &agent.city),
        plain("state", Field::State.label(locale), |agent| &agent.state),
        plain("zip", Field::Zip.label(locale), |agent| &agent.zip),
        plain("website", Field::Website.label(locale), |agent| &agent.website),
        plain("notes", Field::Notes.label(locale), |agent| &agent.notes),
        plain("date_of_first_inspection", td_string!(locale, field.first_inspection), |agent| {
            &agent.date_of_first_inspection
        }),
        plain("created_at", td_string!(locale, field.created), |agent| &agent.created_at),
        plain("updated_at", td_string!(locale, field.updated), |agent| &agent.updated_at),
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
        assert_eq!(labels(&named(&default_choice(), Locale::en)), expected);
    }

    #[test]
    fn an_attribute_that_nobody_told_us_of_is_a_column_too() {
        let columns = named(&["license_number".to_owned(), "city".to_owned()], Locale::en);
        assert_eq!(labels(&columns), ["License number", "City"]);
        assert!(matches!(columns[0].content, Content::Other));
    }

    #[test]
    fn the_chosen_columns_come_first_and_none_comes_twice() {
        let chosen = ["city".to_owned(), "languages".to_owned()];
        let columns = all(&chosen, &["languages".to_owned(), "region".to_owned()], Locale::en);
        assert_eq!(labels(&columns)[..3], ["City", "Languages", "Agency"]);
        assert_eq!(labels(&columns).last(), Some(&"Region"));
        let count = |label| labels(&columns).iter().filter(|other| **other == label).count();
        assert_eq!((count("City"), count("Languages")), (1, 1));
    }
}
