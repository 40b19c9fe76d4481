//! The address that the proxy answers at.

use crate::locale::{Locale, td_string};

/// Browsers take a backslash for a slash (URL standard).
const SLASHES: [char; 2] = ['/', '\\'];

/// The address in the attribute `api`, without the slash at its end: a path, or an address of http or https. What would be
/// lost, or sent elsewhere than it seems, is refused with a sentence.
pub fn read(value: &str, locale: Locale) -> Result<String, String> {
    if value.trim() == "/" {
        // The root of the page's own origin.
        return Ok(String::new());
    }
    let address = value.trim().trim_end_matches('/');
    if address.is_empty() {
        return Err(td_string!(locale, settings.api_empty).into());
    }
    if has_user(address) {
        return Err(td_string!(locale, settings.api_user).into());
    }
    if address.contains(['?', '#']) {
        return Err(td_string!(locale, settings.api_query).into());
    }
    if !can_be_asked(address) {
        return Err(td_string!(locale, settings.api_scheme, value = value.trim()));
    }
    Ok(address.into())
}

/// What stands before the first colon, if that can be a scheme, and the rest.
fn split_scheme(address: &str) -> (Option<&str>, &str) {
    match address.split_once(':') {
        Some((scheme, rest)) if !scheme.contains(SLASHES) => (Some(scheme), rest),
        _ => (None, address),
    }
}

/// Whether a user or a password stands before the host.
fn has_user(address: &str) -> bool {
    let (scheme, rest) = split_scheme(address);
    let path = rest.trim_start_matches(SLASHES);
    let has_host = scheme.is_some() || rest.len() - path.len() >= 2;
    has_host && path.split(['/', '\\', '?', '#']).next().is_some_and(|host| host.contains('@'))
}

/// Whether this is a path, or an address of http or https with a host. Browsers leave out tabs and line breaks (URL standard),
/// so that another host could hide behind them.
fn can_be_asked(address: &str) -> bool {
    if address.contains(|character: char| character == '\\' || character == ' ' || character.is_ascii_control()) {
        return false;
    }
    let (Some(scheme), rest) = split_scheme(address) else { return true };
    let is_web = ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    is_web && rest.strip_prefix("//").is_some_and(|host| !host.is_empty() && !host.starts_with(['/', ':']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(value: &str) -> String {
        read(value, Locale::en).unwrap_err()
    }

    #[test]
    fn paths_and_addresses_of_the_web_are_taken() {
        for (value, address) in [
            ("/api", "/api"),
            ("/", ""),
            (" /directory/api/ ", "/directory/api"),
            ("api", "api"),
            ("../api/v2", "../api/v2"),
            ("./a:b", "./a:b"),
            ("/api//team@office", "/api//team@office"),
            ("/team@office/api", "/team@office/api"),
            ("https://intranet.example/api/", "https://intranet.example/api"),
            ("HTTP://127.0.0.1:8080", "HTTP://127.0.0.1:8080"),
            ("//intranet.example/api", "//intranet.example/api"),
            ("https://intranet.example/team@office", "https://intranet.example/team@office"),
        ] {
            assert_eq!(read(value, Locale::en).as_deref(), Ok(address), "{value}");
        }
    }

    #[test]
    fn what_the_directory_could_not_add_to_is_refused() {
        for value in ["/api?team=north", "/api#agents", "https://intranet.example/api?", "?", "#"] {
            assert!(refusal(value).contains("Give the address alone"), "{value}");
        }
    }

    #[test]
    fn a_user_or_a_password_is_refused_and_not_repeated() {
        for value in [
            "https://ana:secret@intranet.example/api",
            "//secret@intranet.example",
            "ftp://a:secret@b",
            "https:\\\\a:secret@b",
            "https:a:secret@b",
        ] {
            let message = refusal(value);
            assert!(message.contains("a user or a password") && !message.contains("secret"), "{value}: {message}");
        }
    }

    #[test]
    fn what_is_no_address_of_the_web_is_refused() {
        for value in [
            "ftp://intranet.example",
            "javascript:alert(1)",
            "data:,x",
            "https:",
            "https:api",
            "https:///api",
            "\\\\a\\b",
            "/a\tb",
            "my api",
        ] {
            assert!(refusal(value).contains("begins with https:// or http://"), "{value}");
        }
        assert!(refusal(" ").contains("is empty"));
    }
}
