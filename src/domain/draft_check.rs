//! What can be seen to be wrong with a draft before anything is sent. The server decides about the rest: only what can't
//! be right anywhere is refused.

use super::{draft::Draft, email, field::Field, links::web_address};
use crate::locale::{Locale, td_string};

/// The longest text of one line, in characters. API: inferred; the usual limit of a database's column.
const LONGEST_LINE: usize = 255;

/// The longest note, in characters. API: inferred.
const LONGEST_NOTE: usize = 10_000;

/// The longest tag, in characters. API: inferred.
const LONGEST_TAG: usize = 100;

/// What keeps `text` from being the value of `field`; `None` where nothing is seen to be wrong. An empty field is fine.
pub fn problem(field: Field, text: &str, locale: Locale) -> Option<String> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    let longest = if is_long(field) { LONGEST_NOTE } else { LONGEST_LINE };
    let length = text.chars().count();
    if length > longest {
        let excess = length - longest;
        return Some(td_string!(locale, problem.too_long, count = excess as u64, longest = longest));
    }
    if text.chars().any(|character| character.is_control() && !(is_long(field) && is_space(character))) {
        return Some(unseen(locale).into());
    }
    match field {
        Field::FirstName | Field::LastName if text.contains('@') => Some(td_string!(locale, problem.is_email).into()),
        Field::FirstName | Field::LastName if !text.chars().any(char::is_alphanumeric) => {
            Some(td_string!(locale, problem.name_letters).into())
        }
        Field::Email => email::problem(text, locale).map(str::to_owned),
        Field::Phone => phone_problem(text, locale).map(str::to_owned),
        Field::Website => website_problem(text, locale).map(str::to_owned),
        Field::Zip if !text.chars().any(|character| character.is_ascii_digit()) => {
            Some(td_string!(locale, problem.zip_digits).into())
        }
        _ => None,
    }
}

/// Whether a draft says too little to be an agent at all. API: inferred.
pub fn says_too_little(draft: &Draft) -> bool {
    let has_one =
        [Field::Email, Field::Phone, Field::FirstName].iter().any(|field| !draft.text(*field).trim().is_empty());
    !has_one
}

/// Said of a draft that says too little.
pub fn missing(locale: Locale) -> &'static str {
    td_string!(locale, problem.missing)
}

/// Said of a text with a control character, which comes in by pasting.
fn unseen(locale: Locale) -> &'static str {
    td_string!(locale, problem.unseen)
}

/// The problems of what a draft has otherwise than `record`, in the order of the form. What is on record and stays as it is
/// is in nobody's way.
pub fn problems(draft: &Draft, record: &Draft, locale: Locale) -> Vec<(Field, String)> {
    let tags = || draft.tags().iter().filter(|tag| !record.tags().contains(tag));
    let found = |field: Field| match field {
        Field::Tags => tags().find_map(|tag| tag_problem(tag, locale)),
        _ if has_lines(record, field) => problem(field, &draft.text(field).replace(['\n', '\r'], " "), locale),
        _ => problem(field, draft.text(field), locale),
    };
    draft.changed(record).into_iter().filter_map(|field| Some((field, found(field)?))).collect()
}

/// Whether the server has more than one line in a field: then it may go on having them, whatever is changed.
pub fn has_lines(record: &Draft, field: Field) -> bool {
    record.text(field).trim().contains('\n')
}

/// What keeps a text from being a tag.
fn tag_problem(tag: &str, locale: Locale) -> Option<String> {
    if tag.chars().any(char::is_control) {
        return Some(unseen(locale).into());
    }
    let length = tag.trim().chars().count();
    (length > LONGEST_TAG).then(|| td_string!(locale, problem.tag_too_long, longest = LONGEST_TAG, length = length))
}

/// Whether a field takes more than one line.
pub fn is_long(field: Field) -> bool {
    matches!(field, Field::Notes | Field::PrivateNotes)
}

fn is_space(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\t')
}

fn phone_problem(text: &str, locale: Locale) -> Option<&'static str> {
    let digits = text.chars().filter(|character| character.is_numeric()).count();
    if text.contains('@') {
        return Some(td_string!(locale, problem.is_email));
    }
    match digits {
        0 => Some(td_string!(locale, problem.phone_digits)),
        1..3 => Some(td_string!(locale, problem.phone_short)),
        // Fifteen are the most that there are (ITU-T E.164, section 6.2.1), and an extension may follow.
        3..=22 => None,
        _ => Some(td_string!(locale, problem.phone_long)),
    }
}

fn website_problem(text: &str, locale: Locale) -> Option<&'static str> {
    if text.contains('@') && !text.contains("//") {
        return Some(td_string!(locale, problem.is_email));
    }
    if text.chars().any(char::is_whitespace) {
        return Some(td_string!(locale, problem.web_spaces));
    }
    let is_address = web_address(text).is_some() || is_bare_address(text);
    (!is_address).then_some(td_string!(locale, problem.web_form))
}

/// Whether a text can be an address whose `https://` was left out.
fn is_bare_address(text: &str) -> bool {
    let domain = text.split(['/', '?', '#']).next().unwrap_or_default();
    let (domain, port) = domain.split_once(':').unwrap_or((domain, "443"));
    domain.contains('.') && domain.split('.').all(|label| !label.is_empty()) && port.parse::<u16>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn usual_and_unusual_values_pass() {
        for (field, text) in [
            (Field::FirstName, "Ana María"),
            (Field::FirstName, "伟"),
            (Field::LastName, "O’Neill-Ruiz, Jr."),
            (Field::Email, "a+b@ruiz.example"),
            (Field::Phone, "+1 (555) 010-0017 ext. 4"),
            (Field::Phone, "1-800-FLOWERS"),
            (Field::Phone, "٠١٢٣٤٥"),
            (Field::Website, "ruiz.example"),
            (Field::Website, "ruiz.example:8080/ana?b"),
            (Field::Website, "https://ruiz.example/a?b=c"),
            (Field::Linkedin, "in/ana"),
            (Field::Instagram, "@ana"),
            (Field::Zip, "97201-1234"),
            (Field::Zip, "K1A 0B1"),
            (Field::Notes, "one\ntwo\tthree"),
            (Field::Email, "  "),
        ] {
            assert_eq!(problem(field, text, Locale::en), None, "{field:?}: {text}");
        }
    }

    #[test]
    fn what_can_not_be_right_is_told_why() {
        let long = "x".repeat(256);
        for (field, text, words) in [
            (Field::FirstName, "ana@ruiz.example", "a field of its own"),
            (Field::LastName, "—", "letters"),
            (Field::FirstName, long.as_str(), "too long by 1 of 255"),
            (Field::FirstName, "A\u{0}na", "can’t be seen"),
            (Field::FirstName, "Ana\nRuiz", "can’t be seen"),
            (Field::Email, "ana", "@"),
            (Field::Phone, "none", "digits"),
            (Field::Phone, "12", "too short"),
            (Field::Phone, "555 010 0017 555 010 0018 555", "too long"),
            (Field::Phone, "ana@ruiz.example", "a field of its own"),
            (Field::Website, "ana@ruiz.example", "a field of its own"),
            (Field::Website, "my site.example", "no spaces"),
            (Field::Website, "javascript:alert(1)", "web address"),
            (Field::Website, "javascript:a.b", "web address"),
            (Field::Website, "ruiz", "web address"),
            (Field::Website, "ruiz..example", "web address"),
            (Field::Website, "ftp://ruiz.example", "web address"),
            (Field::Zip, "Oregon", "digits"),
            (Field::City, long.as_str(), "too long"),
        ] {
            let problem = problem(field, text, Locale::en);
            assert!(problem.as_ref().is_some_and(|told| told.contains(words)), "{field:?} {text}: {problem:?}");
        }
        assert!(problem(Field::Notes, &"x".repeat(10_001), Locale::en).is_some());
        assert_eq!(problem(Field::Notes, &"x".repeat(10_000), Locale::en), None);
    }

    #[test]
    fn one_character_and_several_differ_where_the_language_has_it_so() {
        let told = |excess: usize, locale| problem(Field::City, &"x".repeat(255 + excess), locale).unwrap();
        assert!(told(1, Locale::es).starts_with("Sobra 1 carácter;"), "{}", told(1, Locale::es));
        assert!(told(2, Locale::es).starts_with("Sobran 2 caracteres;"), "{}", told(2, Locale::es));
        assert!(told(1, Locale::fr).contains("1 caractère de trop"), "{}", told(1, Locale::fr));
        assert!(told(2, Locale::fr).contains("2 caractères de trop"), "{}", told(2, Locale::fr));
    }

    /// Whatever was changed in an address of two lines, it was refused for the line end that was there before.
    #[test]
    fn lines_that_are_on_record_may_be_changed_and_no_others_come() {
        let mut record = Draft::default();
        record.set(Field::Address, "1 Quay Street\nSuite 2");
        let mut draft = record.clone();
        draft.set(Field::Address, "1 Quay Street\nSuite 3\nBack door");
        assert_eq!(problems(&draft, &record, Locale::en), []);
        draft.set(Field::Address, "1 Quay Street\n\u{7}Suite 3");
        assert_eq!(problems(&draft, &record, Locale::en).len(), 1);
        draft.set(Field::City, "Salem\nOregon");
        assert_eq!(problems(&draft, &record, Locale::en).len(), 2);
    }

    #[test]
    fn an_agent_has_a_first_name_an_email_or_a_phone() {
        let mut draft = Draft::default();
        draft.set(Field::LastName, "Ruiz");
        assert!(says_too_little(&draft));
        for field in [Field::FirstName, Field::Email, Field::Phone] {
            let mut draft = draft.clone();
            draft.set(field, "x");
            assert!(!says_too_little(&draft));
        }
    }

    #[test]
    fn problems_come_in_the_order_of_the_form() {
        let mut draft = Draft::default();
        draft.set(Field::Website, "no site");
        draft.set(Field::Email, "ana");
        draft.set_tags(vec!["VIP".into(), "x".repeat(101)]);
        assert!(tag_problem("V\u{7}IP", Locale::en).is_some());
        let found = problems(&draft, &Draft::default(), Locale::en);
        let fields: Vec<_> = found.into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, [Field::Email, Field::Website, Field::Tags]);
    }

    /// What the server has taken without a check kept every edit of its agent from being saved.
    #[test]
    fn what_is_on_record_and_stays_so_is_no_problem() {
        let mut record = Draft::default();
        for (field, text) in [
            (Field::FirstName, "ana@ruiz.example"),
            (Field::Email, "a@x.example, b@x.example"),
            (Field::Address, "1 Quay Street\nSuite 2"),
            (Field::Zip, "N/A"),
            (Field::Notes, "x".repeat(10_001).as_str()),
        ] {
            record.set(field, text);
        }
        record.set_tags(vec!["x".repeat(101), "VIP".into()]);
        assert_eq!(problems(&record, &Draft::default(), Locale::en).len(), 6);
        let mut draft = record.clone();
        draft.set(Field::City, "Salem");
        draft.set_tags(vec!["x".repeat(101), "Gold".into()]);
        assert_eq!(problems(&draft, &record, Locale::en), []);
        draft.set(Field::Zip, "none");
        draft.set_tags(vec!["y".repeat(101)]);
        let fields: Vec<_> = problems(&draft, &record, Locale::en).into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, [Field::Zip, Field::Tags]);
    }
}
