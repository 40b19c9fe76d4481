//! The person behind a connection.

use super::{agent::Agent, field::Field, id::AgentId, normalized::national_number};
use crate::locale::{Locale, td_string};

/// The global agent that a connection is linked to. API: seen in public clients.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The same for every company.
    pub id: AgentId,
    /// The second id of the same person.
    pub uuid: Option<String>,
    /// As the person's own record has it, which may differ from the company's.
    pub first_name: Option<String>,
    /// As the person's own record has it.
    pub last_name: Option<String>,
    /// As the person's own record has it.
    pub email: Option<String>,
    /// As the person's own record has it.
    pub phone: Option<String>,
}

/// What the person's own record says, where the company's says something else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// What it is about: name, email or phone.
    pub label: &'static str,
    /// In the person's own record.
    pub theirs: String,
}

impl Person {
    /// What this record says that the company's, `agent`, doesn't. Case in an email and spaces, signs and the country code in a
    /// number make no difference, nor does what only one of the records knows to be empty.
    pub fn differences(&self, agent: &Agent, locale: Locale) -> Vec<Difference> {
        let name = [&self.first_name, &self.last_name].into_iter().flatten().cloned().collect::<Vec<_>>().join(" ");
        let pairs = [
            (
                td_string!(locale, field.name),
                Some(name).filter(|name| !name.is_empty()),
                agent.name(),
                spelling as fn(&str) -> String,
            ),
            (Field::Email.label(locale), self.email.clone(), agent.email.clone(), str::to_lowercase),
            (Field::Phone.label(locale), self.phone.clone(), agent.phone.clone(), national_number),
        ];
        pairs
            .into_iter()
            .filter_map(|(label, theirs, ours, normalized)| {
                let theirs = theirs?;
                let is_same = ours.is_some_and(|ours| normalized(&ours) == normalized(&theirs));
                (!is_same).then_some(Difference { label, theirs })
            })
            .collect()
    }
}

fn spelling(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ConnectionId;

    fn person(first_name: &str, email: Option<&str>, phone: Option<&str>) -> Person {
        Person {
            id: AgentId::new("9"),
            uuid: None,
            first_name: Some(first_name.into()),
            last_name: Some("Ruiz".into()),
            email: email.map(str::to_owned),
            phone: phone.map(str::to_owned),
        }
    }

    fn ana() -> Agent {
        Agent {
            first_name: Some("Ana".into()),
            last_name: Some("Ruiz".into()),
            email: Some("ana@ruiz.example".into()),
            ..Agent::new(ConnectionId::new("17"))
        }
    }

    #[test]
    fn another_name_email_or_phone_is_told() {
        let differences =
            person("Ana María", Some("ana@home.example"), Some("555 0999")).differences(&ana(), Locale::en);
        let told: Vec<_> = differences.iter().map(|one| (one.label, one.theirs.as_str())).collect();
        assert_eq!(told, [("Name", "Ana María Ruiz"), ("Email", "ana@home.example"), ("Phone", "555 0999")]);
    }

    #[test]
    fn another_way_to_write_the_same_is_no_difference() {
        let agent = Agent { phone: Some("(555) 010-0017".into()), ..ana() };
        assert!(
            person("Ana ", Some("Ana@Ruiz.example"), Some("555 010 0017")).differences(&agent, Locale::en).is_empty()
        );
        // It was told as another number.
        let abroad = person("Ana", None, Some("+1 555 010 0017"));
        assert_eq!(abroad.differences(&agent, Locale::en), []);
        assert!(person("Ana", None, None).differences(&agent, Locale::en).is_empty());
    }
}
