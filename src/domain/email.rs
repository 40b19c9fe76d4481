//! Whether a text can be an email address.

use crate::locale::{Locale, td_string};

/// Whether nothing is seen to keep `text` from being an email address.
pub fn is_possible(text: &str) -> bool {
    problem(text, Locale::default()).is_none()
}

/// Says what keeps `text` from being an email address; `None` where nothing is seen to be wrong. The server decides about
/// the rest: only what can't be an address anywhere is refused.
pub fn problem(text: &str, locale: Locale) -> Option<&'static str> {
    let text = text.trim();
    let Some((local, domain)) = text.rsplit_once('@') else {
        return Some(td_string!(locale, problem.email_at));
    };
    if text.chars().any(char::is_whitespace) {
        return Some(td_string!(locale, problem.email_spaces));
    }
    if local.to_lowercase().starts_with("mailto:") || text.starts_with('<') || text.ends_with('>') {
        return Some(td_string!(locale, problem.email_alone));
    }
    if local.is_empty() {
        return Some(td_string!(locale, problem.email_before));
    }
    let labels = domain.split('.');
    if !domain.contains('.') || labels.clone().any(str::is_empty) {
        return Some(td_string!(locale, problem.email_domain));
    }
    if local.contains(['@', ',', ';']) || domain.contains([',', ';']) {
        return Some(td_string!(locale, problem.email_several));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::problem;
    use crate::locale::Locale;

    #[test]
    fn usual_and_unusual_addresses_pass() {
        for text in
            ["ana@ruiz.example", " a+b@c.example ", "o'neill@sub.domain.example", "юлия@пример.рф", "\"a\"@b.co"]
        {
            assert_eq!(problem(text, Locale::en), None, "{text}");
        }
    }

    #[test]
    fn what_can_be_no_address_is_told_why() {
        for (text, word) in [
            ("", "@"),
            ("ana", "@"),
            ("@ruiz.example", "before"),
            ("ana@", "domain"),
            ("ana@ruiz", "domain"),
            ("ana@.example", "domain"),
            ("ana@ruiz.", "domain"),
            ("ana ruiz@ruiz.example", "spaces"),
            ("mailto:ana@ruiz.example", "alone"),
            ("<ana@ruiz.example>", "alone"),
            ("a@b.example,c@d.example", "more than one"),
            ("a@b.example;c@d.example", "more than one"),
        ] {
            let told = problem(text, Locale::en);
            assert!(told.is_some_and(|told| told.contains(word)), "{text}: {told:?}");
        }
    }
}
