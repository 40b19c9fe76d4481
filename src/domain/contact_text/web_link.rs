//! Addresses of pages, and the fields that they belong in.

use super::words::{bare, plain};
use crate::domain::field::Field;

/// The last labels that make a text with dots in it a domain when nothing else does. `example` is what manuals write
/// (RFC 2606, section 2).
#[rustfmt::skip]
const ENDINGS: [&str; 35] = [
    "com", "net", "org", "us", "biz", "info", "io", "co", "me", "pro", "app", "site", "online", "website", "live", "house",
    "homes", "home", "properties", "property", "realty", "realtor", "realestate", "estate", "land", "agency", "agent", "team",
    "group", "luxury", "broker", "ca", "mx", "pr", "example",
];

/// Pages that agents link to and that are not their own.
#[rustfmt::skip]
const OTHERS: [&str; 26] = [
    "google.com", "goo.gl", "bit.ly", "aka.ms", "zillow.com", "trulia.com", "realtor.com", "redfin.com", "homes.com",
    "youtube.com", "youtu.be", "tiktok.com", "pinterest.com", "threads.net", "snapchat.com", "yelp.com", "calendly.com",
    "whatsapp.com", "wa.me", "t.me", "zoom.us", "apple.com", "outlook.com", "docusign.net", "mailchimp.com", "linktr.ee",
];

/// The field that a web address belongs in: a network's by its host, otherwise the website. `None` for what is no address of
/// a page, and for the front page of a network, which is nobody's.
pub fn field(address: &str) -> Option<Field> {
    let (host, path) = host_and_path(address)?;
    match network(&host) {
        Some(network) => (!path.trim_matches('/').is_empty()).then_some(network),
        None => Some(Field::Website),
    }
}

/// The field of the network that a host belongs to.
pub fn network(host: &str) -> Option<Field> {
    let networks = [
        ("linkedin.com", Field::Linkedin),
        ("facebook.com", Field::Facebook),
        ("fb.com", Field::Facebook),
        ("fb.me", Field::Facebook),
        ("instagram.com", Field::Instagram),
        ("twitter.com", Field::Twitter),
        ("x.com", Field::Twitter),
    ];
    networks.into_iter().find(|(domain, _)| is_within(host, domain)).map(|(_, field)| field)
}

/// The web addresses in a line of a signature, with the fields that they belong in. A bare domain counts unless it is the
/// one of `email` and nothing says that it is a website.
pub fn find<'line>(line: &'line str, email: Option<&str>) -> Vec<(Field, &'line str)> {
    let mail_domain = email.and_then(|email| email.rsplit_once('@')).map(|(_, domain)| domain.to_lowercase());
    let mut found = Vec::new();
    let mut is_labelled = false;
    for piece in line.split(|letter: char| letter.is_whitespace() || "<>()[]{}\"“”|,;•".contains(letter)) {
        let piece = bare(piece).trim_end_matches(['.', '!', '?', '\'']);
        let (label, address) = without_label(piece);
        let is_surely = is_labelled || is_label(label);
        is_labelled = is_label(piece);
        let Some((host, path)) = host_and_path(address) else { continue };
        let is_written_out = address.contains("://") || host_start(address).to_lowercase().starts_with("www.");
        let is_mail_s = mail_domain.as_ref() == Some(&host) && path.is_empty();
        let is_domain = is_surely || (has_known_ending(&host) && !is_mail_s);
        let Some(field) = field(address) else { continue };
        if (is_written_out || is_domain) && !OTHERS.iter().any(|other| is_within(&host, other)) {
            found.push((field, address));
        }
    }
    found
}

/// `Web:ruiz.example` is a label and an address, `https://…` and `ruiz.example:8080` are not.
fn without_label(piece: &str) -> (&str, &str) {
    match piece.split_once(':') {
        Some((label, rest)) if is_label(label) && !rest.starts_with("//") => (label, rest),
        _ => ("", piece),
    }
}

fn is_label(word: &str) -> bool {
    matches!(plain(word).as_str(), "w" | "web" | "website" | "webpage" | "site" | "url" | "homepage" | "online")
}

fn has_known_ending(host: &str) -> bool {
    host.rsplit('.').next().is_some_and(|ending| ENDINGS.contains(&ending))
}

fn is_within(host: &str, domain: &str) -> bool {
    host.strip_suffix(domain).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
}

fn host_start(address: &str) -> &str {
    address.split_once("://").map_or(address, |(_, rest)| rest)
}

/// The host in small letters and what follows it; `None` for another scheme, a host that hides behind user information, or
/// a host without a domain.
fn host_and_path(address: &str) -> Option<(String, &str)> {
    if let Some((scheme, _)) = address.split_once("://") {
        let is_web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
        is_web.then_some(())?;
    }
    // Browsers take a backslash for a slash, so a host written with one is not what it seems.
    let is_clean = !address.contains(|letter: char| letter.is_whitespace() || letter.is_control() || letter == '\\');
    is_clean.then_some(())?;
    let rest = host_start(address);
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at_checked(end)?;
    let (host, port) = authority.split_once(':').unwrap_or((authority, "443"));
    let is_label =
        |label: &str| !label.is_empty() && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-');
    let last = host.rsplit('.').next()?;
    let is_host = host.contains('.')
        && host.split('.').all(is_label)
        && last.chars().count() > 1
        && last.chars().all(|letter| !letter.is_numeric() || last.starts_with("xn--"))
        && port.parse::<u16>().is_ok();
    is_host.then(|| (host.to_lowercase(), path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_belongs_to_its_host() {
        for (address, expected) in [
            ("https://www.linkedin.com/in/ana", Some(Field::Linkedin)),
            ("m.facebook.com/ana", Some(Field::Facebook)),
            ("HTTPS://Instagram.com/ana/", Some(Field::Instagram)),
            ("https://x.com/ana", Some(Field::Twitter)),
            ("https://netflix.com/ana", Some(Field::Website)),
            ("https://x.com/", None),
            ("https://ruiz.example:8080/a?b#c", Some(Field::Website)),
            ("javascript:alert(1)", None),
            ("ftp://ruiz.example", None),
            ("https://bank.example@evil.example", None),
            ("ana", None),
            ("1.5", None),
            ("", None),
        ] {
            assert_eq!(field(address), expected, "{address}");
        }
    }

    #[test]
    fn a_line_has_addresses_in_it() {
        let email = Some("ana@harbor.example");
        for (line, expected) in [
            ("Visit www.ruiz.example.", vec!["www.ruiz.example"]),
            ("ana@harbor.example", vec![]),
            ("harbor.example", vec![]),
            ("Web: harbor.example", vec!["harbor.example"]),
            ("harbor.example/agents/ana", vec!["harbor.example/agents/ana"]),
            ("W:ruiz.рф", vec!["ruiz.рф"]),
            ("www.ruiz.example<http://www.ruiz.example/>", vec!["www.ruiz.example", "http://www.ruiz.example/"]),
            ("ruiz.com | facebook.com/ana", vec!["ruiz.com", "facebook.com/ana"]),
            ("St.John, e.g. 10.30am", vec![]),
            ("https://calendly.com/ana", vec![]),
        ] {
            let found: Vec<&str> = find(line, email).into_iter().map(|(_, address)| address).collect();
            assert_eq!(found, expected, "{line}");
        }
    }
}
