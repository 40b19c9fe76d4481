//! Text of a record as links, where that is safe and makes sense.

use form_urlencoded::byte_serialize;

/// The text as the address of a page, if it is one: `http` or `https`, and a host. Anything else (another scheme, a bare
/// domain, a handle, a host that hides behind user info) is text and stays text.
pub fn web_address(text: &str) -> Option<&str> {
    let (scheme, rest) = text.split_once("://")?;
    let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = !host.is_empty() && !host.starts_with(['.', ':']) && !host.contains('@');
    // Browsers take a backslash for a slash, so a host written with one is not what it seems.
    let is_clean = !text.chars().any(|letter: char| letter.is_whitespace() || letter.is_control() || letter == '\\');
    (is_web && is_host && is_clean).then_some(text)
}

/// A page's address as people say it: without the scheme and the slash at the end.
pub fn short_address(address: &str) -> &str {
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    rest.strip_prefix("www.").unwrap_or(rest).trim_end_matches('/')
}

/// A link that begins an email (RFC 6068). Whatever could add a recipient or a subject is encoded.
pub fn mail_link(email: &str) -> String {
    let encoded: String = byte_serialize(email.as_bytes()).collect();
    // Encoding for forms writes a space as `+`; a plus sign is `%2B` by then.
    format!("mailto:{}", encoded.replace('+', "%20").replace("%40", "@").replace("%2B", "+"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_pages_of_the_web_are_links() {
        for address in ["https://ruiz.example", "HTTP://ruiz.example:8080/a?b=c#d", "https://xn--ruz-qla.example/é"] {
            assert_eq!(web_address(address), Some(address));
        }
        for text in [
            "javascript:alert(1)",
            "javascript://ruiz.example/%0aalert(1)",
            "data:text/html,hello",
            "java\nscript://a",
            "ftp://ruiz.example",
            "ruiz.example",
            "@ana",
            "https://",
            "https:///path",
            "https://bank.example@evil.example/",
            "https://bank.example\\@evil.example",
            "https://ruiz.example/a b",
            "https://ruiz.example/\u{7}",
            "",
        ] {
            assert_eq!(web_address(text), None, "{text}");
        }
    }

    #[test]
    fn an_address_is_said_without_scheme_and_slash() {
        assert_eq!(short_address("https://www.ruiz.example/"), "ruiz.example");
        assert_eq!(short_address("http://ruiz.example/team/ana/"), "ruiz.example/team/ana");
    }

    #[test]
    fn an_email_can_only_be_a_recipient() {
        assert_eq!(mail_link("ana+work@ruiz.example"), "mailto:ana+work@ruiz.example");
        assert_eq!(mail_link("a@b.example?bcc=c@d.example"), "mailto:a@b.example%3Fbcc%3Dc@d.example");
        assert_eq!(mail_link("a b&c#d%"), "mailto:a%20b%26c%23d%25");
    }
}
