//! Whether an agent who is already there may be the one that is about to be created.

use super::{agent::Agent, draft::Draft, field::Field, normalized::national_number};

/// The agents among `found` that may be the one of `draft`: of the same email, the same phone number, or the same whole name.
pub fn duplicates(draft: &Draft, found: Vec<Agent>) -> Vec<Agent> {
    let mut duplicates: Vec<Agent> = Vec::new();
    for agent in found {
        if is_like(draft, &agent) && duplicates.iter().all(|other| other.id != agent.id) {
            duplicates.push(agent);
        }
    }
    duplicates
}

/// Whether the email of `draft` is this agent's.
pub fn has_same_email(draft: &Draft, agent: &Agent) -> bool {
    let email = |text: &str| text.trim().to_lowercase();
    let typed = email(draft.text(Field::Email));
    !typed.is_empty() && agent.email.as_deref().map(email) == Some(typed)
}

/// Whether this is the very agent that a create of `draft` has made: of its email; without one, of its name and phone.
pub fn is_same(draft: &Draft, agent: &Agent) -> bool {
    if !draft.text(Field::Email).trim().is_empty() {
        return has_same_email(draft, agent);
    }
    let phone = |text: &str| national_number(text);
    let has_same_phone = phone(draft.text(Field::Phone)) == phone(agent.phone.as_deref().unwrap_or_default());
    has_same_phone && has_same_name(draft, agent)
}

/// Whether the agent has a first or a last name that is not the one in `draft`.
pub fn has_other_name(draft: &Draft, agent: &Agent) -> bool {
    let names = [(Field::FirstName, &agent.first_name), (Field::LastName, &agent.last_name)];
    names.into_iter().any(|(field, name)| {
        let name = spelling(name.as_deref().unwrap_or_default());
        !name.is_empty() && name != spelling(draft.text(field))
    })
}

fn has_same_name(draft: &Draft, agent: &Agent) -> bool {
    let typed = [draft.text(Field::FirstName), draft.text(Field::LastName)].map(spelling);
    typed == [&agent.first_name, &agent.last_name].map(|name| spelling(name.as_deref().unwrap_or_default()))
}

fn is_like(draft: &Draft, agent: &Agent) -> bool {
    let phone = national_number(draft.text(Field::Phone));
    let has_same_phone = phone.chars().count() > 6 && agent.phone.as_deref().map(national_number) == Some(phone);
    let has_whole_name = [Field::FirstName, Field::LastName].iter().all(|field| !draft.shown(*field).is_empty());
    has_same_email(draft, agent) || has_same_phone || (has_whole_name && has_same_name(draft, agent))
}

fn spelling(name: &str) -> String {
    name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::id::ConnectionId;

    fn agent(id: &str, name: (&str, &str), email: &str, phone: &str) -> Agent {
        Agent {
            first_name: Some(name.0.into()),
            last_name: Some(name.1.into()),
            email: Some(email.into()),
            phone: Some(phone.into()),
            ..Agent::new(ConnectionId::new(id))
        }
    }

    fn draft(texts: &[(Field, &str)]) -> Draft {
        let mut draft = Draft::default();
        texts.iter().for_each(|(field, text)| draft.set(*field, *text));
        draft
    }

    #[test]
    fn the_same_email_phone_or_whole_name_is_a_likely_duplicate() {
        let ana = || vec![agent("1", ("Ana", "Ruiz"), "ana@ruiz.example", "(555) 010-0017")];
        for typed in [
            &[(Field::Email, " Ana@Ruiz.example ")][..],
            &[(Field::Phone, "+1 555 010 0017")],
            &[(Field::FirstName, "ana"), (Field::LastName, " Ruiz")],
        ] {
            assert_eq!(duplicates(&draft(typed), ana()).len(), 1, "{typed:?}");
        }
        for typed in [
            &[(Field::FirstName, "Ana")][..],
            &[(Field::FirstName, "Ana"), (Field::LastName, "Rui")],
            &[(Field::Phone, "0017")],
            &[(Field::Email, "ana@ruiz.exampl")],
            &[],
        ] {
            assert!(duplicates(&draft(typed), ana()).is_empty(), "{typed:?}");
        }
    }

    #[test]
    fn the_very_agent_is_known_by_email_or_else_by_name_and_phone() {
        let ana = agent("1", ("Ana", "Ruiz"), "ana@ruiz.example", "(555) 010-0017");
        for (typed, same) in [
            (&[(Field::Email, "ANA@ruiz.example"), (Field::FirstName, "Anna")][..], true),
            (&[(Field::Email, "b@ruiz.example"), (Field::FirstName, "Ana"), (Field::LastName, "Ruiz")], false),
            (&[(Field::FirstName, "Ana"), (Field::LastName, "Ruiz"), (Field::Phone, "555 010 0017")], true),
            (&[(Field::FirstName, "Ana"), (Field::LastName, "Ruiz")], false),
        ] {
            assert_eq!(is_same(&draft(typed), &ana), same, "{typed:?}");
        }
    }

    #[test]
    fn an_agent_found_twice_is_told_once() {
        let twice = vec![agent("1", ("A", "R"), "a@r.example", ""), agent("1", ("A", "R"), "a@r.example", "")];
        assert_eq!(duplicates(&draft(&[(Field::Email, "a@r.example")]), twice).len(), 1);
    }
}
