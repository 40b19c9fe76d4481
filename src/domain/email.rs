//! Whether a text can be an email address.

/// Says what keeps `text` from being an email address; `None` where nothing is seen to be wrong. The server decides about
/// the rest: only what can't be an address anywhere is refused.
pub fn problem(text: &str) -> Option<&'static str> {
    let text = text.trim();
    let Some((local, domain)) = text.rsplit_once('@') else {
        return Some("An email address has an @ in it, as in ana@example.com.");
    };
    if text.chars().any(char::is_whitespace) {
        return Some("An email address has no spaces. Give one address.");
    }
    if local.to_lowercase().starts_with("mailto:") || text.starts_with('<') || text.ends_with('>') {
        return Some("Give the address alone, as in ana@example.com.");
    }
    if local.is_empty() {
        return Some("Something is missing before the @.");
    }
    let labels = domain.split('.');
    if !domain.contains('.') || labels.clone().any(str::is_empty) {
        return Some("After the @ comes a domain, as in example.com.");
    }
    if local.contains(['@', ',', ';']) || domain.contains([',', ';']) {
        return Some("This looks like more than one address. Give one.");
    }
    None
}

#[cfg(test)]
mod tests {
    use super::problem;

    #[test]
    fn usual_and_unusual_addresses_pass() {
        for text in
            ["ana@ruiz.example", " a+b@c.example ", "o'neill@sub.domain.example", "юлия@пример.рф", "\"a\"@b.co"]
        {
            assert_eq!(problem(text), None, "{text}");
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
            assert!(problem(text).is_some_and(|problem| problem.contains(word)), "{text}: {:?}", problem(text));
        }
    }
}
