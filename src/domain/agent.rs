//! An agent, as the company's record (a connection) has it.

use super::{
    id::{AgencyId, AgentId, AgentTeamId, ConnectionId},
    person::Person,
};

/// A connection and what belongs to it. Everything but the id may be missing; blank text counts as missing.
///
/// Of the attributes, the names, contact, agency, city and state are seen in public clients, `date_of_first_inspection` is
/// certain, and the others are inferred.
#[derive(Clone, Debug, PartialEq)]
#[allow(missing_docs, reason = "each field is the API's attribute of the same name")]
pub struct Agent {
    pub id: ConnectionId,
    pub company_id: Option<String>,
    pub agent_id: Option<AgentId>,
    pub agency_id: Option<AgencyId>,
    pub agent_team_id: Option<AgentTeamId>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub agency_name: Option<String>,
    pub agent_team_name: Option<String>,
    pub address: Option<String>,
    pub city: Option<String>,
    pub state: Option<String>,
    pub zip: Option<String>,
    pub website: Option<String>,
    pub facebook: Option<String>,
    pub instagram: Option<String>,
    pub linkedin: Option<String>,
    pub twitter: Option<String>,
    pub tags: Vec<String>,
    pub notes: Option<String>,
    pub private_notes: Option<String>,
    pub image_url: Option<String>,
    pub agent_inspections: Option<u64>,
    pub buying_agent_inspections: Option<u64>,
    pub selling_agent_inspections: Option<u64>,
    /// A date or a date-time, as the API wrote it.
    pub date_of_first_inspection: Option<String>,
    /// A date or a date-time, as the API wrote it.
    pub created_at: Option<String>,
    /// A date or a date-time, as the API wrote it.
    pub updated_at: Option<String>,
    /// The global agent, where the answer included it.
    pub person: Option<Person>,
    /// Attributes that nobody has told us of: name and text, in the order of the answer.
    pub other: Vec<(String, String)>,
}

impl Agent {
    /// First and last name, or the one there is.
    pub fn name(&self) -> Option<String> {
        match (&self.first_name, &self.last_name) {
            (Some(first), Some(last)) => Some(format!("{first} {last}")),
            (Some(name), None) | (None, Some(name)) => Some(name.clone()),
            (None, None) => None,
        }
    }

    /// What to call the agent on the screen: the name, else the email, phone or agency.
    pub fn display_name(&self) -> String {
        self.name()
            .or_else(|| self.email.clone())
            .or_else(|| self.phone.clone())
            .or_else(|| self.agency_name.clone())
            .unwrap_or_else(|| "Unnamed agent".into())
    }

    /// One or two letters to stand in for a photo; empty where nothing about the agent begins with a letter or digit.
    pub fn initials(&self) -> String {
        let initial = |text: &Option<String>| {
            text.as_deref().and_then(|text| text.chars().find(|letter| letter.is_alphanumeric()))
        };
        let (first, last) = (initial(&self.first_name), initial(&self.last_name));
        let stand_in = || initial(&self.email).or_else(|| initial(&self.agency_name));
        let letters: Vec<char> = if first.or(last).is_some() {
            first.into_iter().chain(last).collect()
        } else {
            stand_in().into_iter().collect()
        };
        letters.into_iter().flat_map(char::to_uppercase).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::connection::empty_agent;

    fn named(first: Option<&str>, last: Option<&str>) -> Agent {
        Agent {
            first_name: first.map(str::to_owned),
            last_name: last.map(str::to_owned),
            ..empty_agent(ConnectionId::new("1"))
        }
    }

    #[test]
    fn the_name_is_made_of_what_there_is() {
        assert_eq!(named(Some("Ana"), Some("Ruiz")).name().as_deref(), Some("Ana Ruiz"));
        assert_eq!(named(None, Some("Ruiz")).name().as_deref(), Some("Ruiz"));
        assert_eq!(named(None, None).name(), None);
    }

    #[test]
    fn an_agent_without_a_name_is_called_by_the_email() {
        let agent = Agent { email: Some("ana@ruiz.example".into()), ..named(None, None) };
        assert_eq!(agent.display_name(), "ana@ruiz.example");
        assert_eq!(named(None, None).display_name(), "Unnamed agent");
    }

    #[test]
    fn initials_are_right_in_any_script() {
        assert_eq!(named(Some("ana"), Some("Ruiz")).initials(), "AR");
        assert_eq!(named(Some("Юлия"), Some("Ёлкина")).initials(), "ЮЁ");
        assert_eq!(named(Some("伟"), Some("王")).initials(), "伟王");
        assert_eq!(named(Some("“Bo”"), None).initials(), "B");
        assert_eq!(named(Some("…"), Some("🏠")).initials(), "");
    }
}
