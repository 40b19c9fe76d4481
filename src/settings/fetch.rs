//! How the API is asked: extra headers, credentials and the time allowed.

use super::SettingsError;
use crate::locale::{Locale, td_string};

/// What goes with every request of an element.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FetchSettings {
    /// `headers`: sent beside the widget's own; name and value, in the order given.
    pub headers: Vec<(String, String)>,
    /// `credentials`: whether cookies go along.
    pub credentials: Credentials,
    /// `timeout`: how long an answer may take, in seconds.
    pub timeout_seconds: u32,
}

/// Whether the browser sends cookies with a request (Fetch standard, "credentials mode").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Credentials {
    /// Only to the page's own origin.
    #[default]
    SameOrigin,
    /// Also to another origin, which must allow it.
    Include,
    /// Never.
    Omit,
}

/// The longest time allowed, in seconds.
const LONGEST_TIMEOUT: u32 = 600;

/// Names that carry a key.
const KEYS: [&str; 5] = ["authorization", "proxy-authorization", "x-api-key", "api-key", "x-auth-token"];

/// Names that the widget sets by itself.
const OWN: [&str; 2] = ["accept", "content-type"];

/// Names that a page can't set (Fetch standard, "forbidden request-header"), and those that begin with `proxy-` or `sec-`.
const FORBIDDEN: [&str; 20] = [
    "accept-charset",
    "accept-encoding",
    "access-control-request-headers",
    "access-control-request-method",
    "connection",
    "content-length",
    "cookie",
    "cookie2",
    "date",
    "dnt",
    "expect",
    "host",
    "keep-alive",
    "origin",
    "referer",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
    "via",
];

impl Default for FetchSettings {
    fn default() -> Self {
        Self { headers: Vec::new(), credentials: Credentials::default(), timeout_seconds: 20 }
    }
}

impl FetchSettings {
    /// Reads the attributes `headers`, `credentials` and `timeout`; bad values are added to `errors`.
    pub(super) fn read(
        attribute: impl Fn(&str) -> Option<String>,
        locale: Locale,
        errors: &mut Vec<SettingsError>,
    ) -> Self {
        let mut settings = Self::default();
        let mut refuse = |attribute, message| errors.push(SettingsError { attribute, message });
        for line in attribute("headers").unwrap_or_default().lines().filter(|line| !line.trim().is_empty()) {
            match header(line, locale) {
                Ok(header) => settings.headers.push(header),
                Err(message) => refuse("headers", message),
            }
        }
        match attribute("credentials").as_deref() {
            None | Some("same-origin") => {}
            Some("include") => settings.credentials = Credentials::Include,
            Some("omit") => settings.credentials = Credentials::Omit,
            Some(other) => refuse("credentials", td_string!(locale, settings.credentials, value = other)),
        }
        if let Some(timeout) = attribute("timeout") {
            match timeout.trim().parse() {
                Ok(seconds @ 1..=LONGEST_TIMEOUT) => settings.timeout_seconds = seconds,
                _ => refuse(
                    "timeout",
                    td_string!(locale, settings.timeout, value = timeout.as_str(), maximum = LONGEST_TIMEOUT),
                ),
            }
        }
        settings
    }
}

/// One line of `headers`.
fn header(line: &str, locale: Locale) -> Result<(String, String), String> {
    let Some((name, value)) = line.split_once(':').map(|(name, value)| (name.trim(), value.trim())) else {
        return Err(td_string!(locale, settings.header_line, line = line.trim()));
    };
    if name.is_empty() || !name.bytes().all(is_token) {
        return Err(td_string!(locale, settings.header_name, name = name));
    }
    let lower = name.to_ascii_lowercase();
    if KEYS.contains(&lower.as_str()) {
        return Err(td_string!(locale, settings.header_key, name = name));
    }
    if OWN.contains(&lower.as_str()) {
        return Err(td_string!(locale, settings.header_own, name = name));
    }
    if FORBIDDEN.contains(&lower.as_str()) || lower.starts_with("proxy-") || lower.starts_with("sec-") {
        return Err(td_string!(locale, settings.header_browser, name = name));
    }
    if !value.chars().all(|character| character == '\t' || matches!(character, ' '..='~')) {
        return Err(td_string!(locale, settings.header_value, name = name));
    }
    Ok((name.into(), value.into()))
}

/// Whether a byte may stand in a header's name (RFC 9110, section 5.6.2).
fn is_token(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"!#$%&'*+-.^_`|~".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(attributes: &[(&str, &str)]) -> Result<FetchSettings, Vec<SettingsError>> {
        let mut errors = Vec::new();
        let attribute = |name: &str| attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).into());
        let settings = FetchSettings::read(attribute, Locale::en, &mut errors);
        if errors.is_empty() { Ok(settings) } else { Err(errors) }
    }

    fn refusal(line: &str) -> String {
        read(&[("headers", line)]).unwrap_err().remove(0).message
    }

    #[test]
    fn an_element_without_attributes_sends_nothing_extra_and_waits_twenty_seconds() {
        let settings = read(&[]).unwrap();
        assert_eq!(settings, FetchSettings::default());
        assert_eq!(settings.timeout_seconds, 20);
    }

    #[test]
    fn headers_come_one_a_line() {
        let settings = read(&[("headers", "X-Tenant: north; south\n\n  X-Time: 10:30  \r\nX-Empty:")]).unwrap();
        let expected = [("X-Tenant", "north; south"), ("X-Time", "10:30"), ("X-Empty", "")];
        assert_eq!(settings.headers, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
    }

    #[test]
    fn a_key_is_refused_in_whatever_spelling() {
        for name in ["Authorization", "AUTHORIZATION", "X-Api-Key"] {
            assert!(refusal(&format!("{name}: Bearer x")).contains("let the proxy add the key"), "{name}");
        }
    }

    #[test]
    fn a_refused_value_is_not_repeated_on_the_screen() {
        assert!(!refusal("Authorization: Bearer secret").contains("secret"));
    }

    #[test]
    fn a_header_of_the_browser_or_the_directory_is_refused() {
        for name in ["Cookie", "Host", "Origin", "Sec-Fetch-Mode", "Proxy-Anything", "Content-Length"] {
            assert!(refusal(&format!("{name}: x")).contains("only the browser"), "{name}");
        }
        assert!(refusal("Accept: text/html").contains("by itself"));
    }

    #[test]
    fn what_is_no_header_is_refused() {
        assert!(refusal("X-Tenant").contains("Name: value"));
        assert!(refusal(": value").contains("can’t be a header’s name"));
        assert!(refusal("X Tenant: value").contains("can’t be a header’s name"));
        assert!(refusal("X-Tenant: Zoë").contains("can’t carry"));
    }

    #[test]
    fn credentials_and_timeout_take_what_is_documented() {
        let settings = read(&[("credentials", "include"), ("timeout", " 5 ")]).unwrap();
        assert_eq!((settings.credentials, settings.timeout_seconds), (Credentials::Include, 5));
        assert_eq!(read(&[("credentials", "omit")]).unwrap().credentials, Credentials::Omit);
        for bad in [("credentials", "always"), ("timeout", "0"), ("timeout", "601"), ("timeout", "20s")] {
            assert_eq!(read(&[bad]).unwrap_err()[0].attribute, bad.0);
        }
    }
}
