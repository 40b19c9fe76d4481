//! An agent, as the company's record (a connection) has it.

use super::{
    id::{AgencyId, AgentId, AgentTeamId, ConnectionId},
    person::Person,
};
use crate::locale::{Locale, td_string};

/// A connection and what belongs to it. Everything but the id may be missing; blank text counts as missing.
///
/// Of the attributes, the names, contact, agency, city and state are seen in public clients, `date_of_first_inspection` is
/// certain, and the others are inferred.
#[derive(Clone, Debug, Default, PartialEq)]
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
    /// Attributes that nobody has told us of: name and text, by name.
    pub other: Vec<(String, String)>,
}

impl Agent {
    /// An agent of whom nothing is known yet.
    pub fn new(id: ConnectionId) -> Self {
        Self { id, ..Self::default() }
    }

    /// First and last name, or the one there is.
    pub fn name(&self) -> Option<String> {
        match (&self.first_name, &self.last_name) {
            (Some(first), Some(last)) => Some(format!("{first} {last}")),
            (Some(name), None) | (None, Some(name)) => Some(name.clone()),
            (None, None) => None,
        }
    }

    /// What to call the agent on the screen: the name, else the email, phone or agency.
    pub fn display_name(&self, locale: Locale) -> String {
        self.name()
            .or_else(|| self.email.clone())
            .or_else(|| self.phone.clone())
            .or_else(|| self.agency_name.clone())
            .unwrap_or_else(|| td_string!(locale, agent.unnamed).into())
    }

    /// The address as it is written on a letter, on one or two lines.
    pub fn postal_address(&self) -> Option<String> {
        let joined = |parts: [Option<&str>; 2], separator: &str| {
            let parts: Vec<&str> = parts.into_iter().flatten().collect();
            Some(parts.join(separator)).filter(|text| !text.is_empty())
        };
        let region = joined([self.state.as_deref(), self.zip.as_deref()], " ");
        let place = joined([self.city.as_deref(), region.as_deref()], ", ");
        joined([self.address.as_deref(), place.as_deref()], "\n")
    }

    /// One or two letters to stand in for a photo; empty where nothing about the agent begins with a letter or digit.
    pub fn initials(&self) -> String {
        let of = |text: &Option<String>| text.as_deref().map(initial).unwrap_or_default();
        [of(&self.first_name) + &of(&self.last_name), of(&self.email), of(&self.agency_name)]
            .into_iter()
            .find(|letters| !letters.is_empty())
            .unwrap_or_default()
    }
}

/// The signs that are written over or under the letter before them; some of them are small letters themselves.
const ACCENTS: std::ops::RangeInclusive<char> = '\u{300}'..='\u{36f}';

/// The first letter or digit as a capital, with the accents written after it; empty if there is none.
fn initial(text: &str) -> String {
    let mut characters = text.chars().skip_while(|character| !character.is_alphanumeric());
    let Some(letter) = characters.next() else {
        return String::new();
    };
    let mut capital = letter.to_uppercase();
    // A letter whose capital takes more than one character, such as ß, stays as it is.
    let letter = if capital.len() == 1 { capital.next().unwrap_or(letter) } else { letter };
    let accents = characters.take_while(|character| ACCENTS.contains(character));
    std::iter::once(letter).chain(accents).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn named(first: Option<&str>, last: Option<&str>) -> Agent {
        Agent {
            first_name: first.map(str::to_owned),
            last_name: last.map(str::to_owned),
            ..Agent::new(ConnectionId::new("1"))
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
        assert_eq!(agent.display_name(Locale::en), "ana@ruiz.example");
        assert_eq!(named(None, None).display_name(Locale::en), "Unnamed agent");
    }

    #[test]
    fn an_address_is_made_of_what_there_is() {
        let some = |text: &str| Some(text.to_owned());
        let agent = Agent { city: some("Portland"), zip: some("97201"), ..named(None, None) };
        assert_eq!(agent.postal_address().as_deref(), Some("Portland, 97201"));
        let agent = Agent { address: some("1 Quay"), state: some("OR"), ..agent };
        assert_eq!(agent.postal_address().as_deref(), Some("1 Quay\nPortland, OR 97201"));
        assert_eq!(named(None, None).postal_address(), None);
    }

    #[test]
    fn initials_are_right_in_any_script() {
        assert_eq!(named(Some("ana"), Some("Ruiz")).initials(), "AR");
        assert_eq!(named(Some("Юлия"), Some("Ёлкина")).initials(), "ЮЁ");
        assert_eq!(named(Some("伟"), Some("王")).initials(), "伟王");
        assert_eq!(named(Some("“Bo”"), None).initials(), "B");
        assert_eq!(named(Some("e\u{301}lodie"), Some("ßen")).initials(), "E\u{301}ß");
        assert_eq!(named(Some("…"), Some("🏠")).initials(), "");
    }

    #[test]
    fn without_a_name_the_email_or_the_agency_gives_the_initial() {
        let agency = Agent { agency_name: Some("harbor Realty".into()), ..named(None, None) };
        assert_eq!(agency.initials(), "H");
        let email = Agent { email: Some("ana@ruiz.example".into()), ..agency };
        assert_eq!(email.initials(), "A");
        assert_eq!(named(None, None).initials(), "");
    }

    proptest! {
        #[test]
        fn initials_of_any_name_are_at_most_two_letters(first: String, last: String) {
            let initials = named(Some(&first), Some(&last)).initials();
            let is_letter = |letter: &char| letter.is_alphanumeric() && !ACCENTS.contains(letter);
            prop_assert!(initials.chars().filter(is_letter).count() <= 2);
        }
    }
}
