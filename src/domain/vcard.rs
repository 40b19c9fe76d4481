//! An agent as a vCard, for the reader's own address book.

use super::{agent::Agent, links::web_address};
use crate::locale::Locale;

/// The longest line, in bytes without the line break. RFC 2426, section 2.6.
const LINE: usize = 75;

/// The agent's name and contact as a vCard 3.0 (RFC 2426), the version that every address book reads. Cards are handed on,
/// so what is the company's own stays out: notes, tags and counts.
pub fn vcard(agent: &Agent, locale: Locale) -> String {
    let mut card = String::new();
    let part = |text: &Option<String>| escape(text.as_deref().unwrap_or_default());
    let mut line = |name: &str, value: &str| fold(&mut card, &format!("{name}:{value}"));

    line("BEGIN", "VCARD");
    line("VERSION", "3.0");
    line("N", &format!("{};{};;;", part(&agent.last_name), part(&agent.first_name)));
    line("FN", &escape(&agent.display_name(locale)));
    if agent.agency_name.is_some() || agent.agent_team_name.is_some() {
        let (agency, team) = (part(&agent.agency_name), part(&agent.agent_team_name));
        line("ORG", &if team.is_empty() { agency } else { format!("{agency};{team}") });
    }
    if agent.email.is_some() {
        line("EMAIL;TYPE=INTERNET,WORK", &part(&agent.email));
    }
    if agent.phone.is_some() {
        line("TEL;TYPE=WORK,VOICE", &part(&agent.phone));
    }
    let address = [&agent.address, &agent.city, &agent.state, &agent.zip];
    if address.iter().any(|part| part.is_some()) {
        line("ADR;TYPE=WORK", &format!(";;{};", address.map(part).join(";")));
    }
    if let Some(address) = agent.website.as_deref().and_then(web_address) {
        line("URL", address);
    }
    line("END", "VCARD");
    card
}

/// A name for the file: the agent's, without what file systems can't take.
pub fn file_name(agent: &Agent, locale: Locale) -> String {
    let name: String = agent
        .display_name(locale)
        .chars()
        .map(|letter| if letter.is_control() || "/\\:*?\"<>|".contains(letter) { ' ' } else { letter })
        .collect();
    let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
    format!("{}.vcf", name.trim_matches(['.', ' ']))
}

fn escape(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            _ if letter.is_control() => {}
            _ => escaped.push(letter),
        }
    }
    escaped
}

/// Adds a line, broken between letters where it is too long; what follows a break begins with a space.
fn fold(card: &mut String, line: &str) {
    let mut length = 0;
    for letter in line.chars() {
        if length + letter.len_utf8() > LINE {
            card.push_str("\r\n ");
            length = 1;
        }
        card.push(letter);
        length += letter.len_utf8();
    }
    card.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::id::ConnectionId;

    fn ana() -> Agent {
        Agent { first_name: Some("Ana".into()), last_name: Some("Ruiz".into()), ..Agent::new(ConnectionId::new("17")) }
    }

    #[test]
    fn an_agency_that_ends_with_a_semicolon_keeps_it() {
        // Its escaped semicolon was taken for the empty part of a team, and a backslash was left over.
        let agent = Agent { agency_name: Some("A;".into()), ..Agent::new(ConnectionId::new("1")) };
        assert!(vcard(&agent, Locale::en).contains("ORG:A\\;\r\n"), "{}", vcard(&agent, Locale::en));
    }

    #[test]
    fn a_card_has_what_an_address_book_takes() {
        let agent = Agent {
            email: Some("ana@ruiz.example".into()),
            phone: Some("+1 555 010 0017".into()),
            agency_name: Some("Harbor, Hill; Sons".into()),
            address: Some("1 Quay\r\nFloor 2".into()),
            city: Some("Portland".into()),
            state: Some("OR".into()),
            zip: Some("97201".into()),
            website: Some("https://ruiz.example/a,b".into()),
            ..ana()
        };
        let lines = [
            "BEGIN:VCARD",
            "VERSION:3.0",
            "N:Ruiz;Ana;;;",
            "FN:Ana Ruiz",
            "ORG:Harbor\\, Hill\\; Sons",
            "EMAIL;TYPE=INTERNET,WORK:ana@ruiz.example",
            "TEL;TYPE=WORK,VOICE:+1 555 010 0017",
            "ADR;TYPE=WORK:;;1 Quay\\nFloor 2;Portland;OR;97201;",
            "URL:https://ruiz.example/a,b",
            "END:VCARD",
            "",
        ];
        assert_eq!(vcard(&agent, Locale::en), lines.join("\r\n"));
    }

    #[test]
    fn what_is_the_company_s_own_stays_out() {
        let secret = Some("secret".to_owned());
        let tags = vec!["secret".to_owned()];
        let agent = Agent { notes: secret.clone(), private_notes: secret, tags, ..ana() };
        assert!(!vcard(&agent, Locale::en).contains("secret"));
    }

    #[test]
    fn a_card_without_a_name_is_named_as_on_the_screen() {
        let agent = Agent { phone: Some("555".into()), ..Agent::new(ConnectionId::new("1")) };
        assert!(vcard(&agent, Locale::en).contains("\r\nN:;;;;\r\nFN:555\r\n"));
    }

    #[test]
    fn a_file_is_named_after_the_agent() {
        let agent = Agent { first_name: Some("../Zoë".into()), last_name: Some("O:Neill\n".into()), ..ana() };
        assert_eq!(file_name(&agent, Locale::en), "Zoë O Neill.vcf");
        assert_eq!(file_name(&ana(), Locale::en), "Ana Ruiz.vcf");
    }

    proptest! {
        #[test]
        fn no_text_can_add_a_line_or_make_one_too_long(first: String, agency in ".{0,200}") {
            let agent = Agent { first_name: Some(first), agency_name: Some(agency), ..ana() };
            let card = vcard(&agent, Locale::en);
            prop_assert!(card.split("\r\n").all(|line| line.len() <= LINE && !line.contains(['\r', '\n'])));
            let unfolded = card.replace("\r\n ", "");
            prop_assert_eq!(unfolded.lines().count(), 6);
        }
    }
}
