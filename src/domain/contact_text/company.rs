//! The agency and the team that an agent signs with.

use super::{
    person_name, postal_address,
    words::{bare, plain, plain_words, words},
};

/// How sure it is that a text names an agency, the surest last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// It has a word that companies have, and teams, too.
    Likely,
    /// It has a word that agencies have.
    Sure,
}

#[rustfmt::skip]
const BRANDS: [&str; 22] = [
    "sothebys", "keller williams", "kw", "remax", "re max", "coldwell banker", "century 21", "century21", "exp realty",
    "exp", "berkshire hathaway", "windermere", "redfin", "john l scott", "douglas elliman", "homesmart",
    "howard hanna", "long foster", "engel völkers", "christies", "serhant", "bhhs",
];

const TRADES: [&str; 12] = [
    "realty",
    "real estate",
    "realtors",
    "realestate",
    "brokers",
    "brokerage",
    "properties",
    "bienes raices",
    "bienes raíces",
    "inmobiliaria",
    "realtygroup",
    "homeservices",
];

const COMMON: [&str; 8] = ["homes", "group", "associates", "partners", "inc", "llc", "company", "pllc"];

const LEGAL_ENDINGS: [&str; 8] = ["llc", "inc", "ltd", "corp", "pllc", "lp", "llp", "co"];

/// Words of a title, of a slogan or of a sentence.
#[rustfmt::skip]
const OTHERS: [&str; 88] = [
    "realtor", "broker", "agent", "agents", "associate", "salesperson", "specialist", "consultant", "advisor", "adviser",
    "president", "owner", "manager", "director", "assistant", "coordinator", "licensed", "license", "licensee", "certified",
    "professional", "professionals", "expert", "experts", "executive", "lender", "producer", "lead", "leader", "member",
    "association", "board", "council", "institute", "award", "winner", "top", "your", "our", "my", "their", "we", "i", "you",
    "us", "for", "sale", "sales", "search", "find", "finding", "see", "view", "click", "visit", "buy", "buying", "sell",
    "selling", "sold", "follow", "listings", "listing", "serving", "specializing", "since", "independently", "opportunity",
    "equal", "meet", "join", "contact", "about", "luxury", "founder", "ceo", "principal", "partner", "team", "support",
    "commercial", "helping", "love", "agente", "agentes", "asesor", "asesora", "corredor",
];

const SMALL: [&str; 8] = ["of", "the", "and", "by", "at", "in", "de", "y"];

/// What no company is named by alone.
#[rustfmt::skip]
const EMPTY: [&str; 27] = [
    "the", "of", "and", "by", "at", "in", "real", "estate", "realty", "realtors", "brokers", "brokerage", "properties", "homes",
    "group", "associates", "partners", "inc", "llc", "company", "pllc", "team", "home", "residential", "bienes", "raices",
    "raíces",
];

/// The agency that a part of a line names.
pub fn agency(segment: &str) -> Option<(Certainty, &str)> {
    pieces(naming(segment)).into_iter().find_map(agency_of)
}

/// The team that a part of a line names: "The Ruiz Team", "Team Ruiz".
pub fn team(segment: &str) -> Option<&str> {
    let named = |text| pieces(text).into_iter().flat_map(|piece| piece.split(',')).map(bare);
    named(naming(segment)).find(|piece| {
        let words = plain_words(piece);
        let is_word = |word: Option<&String>| word.is_some_and(|word| word == "team");
        (is_word(words.first()) || is_word(words.last())) && is_named(&words, piece, Some("team"))
    })
}

/// "The Ruiz Group" is a team where another company is the agency.
pub fn group(segment: &str) -> Option<&str> {
    pieces(naming(segment)).into_iter().map(bare).find(|piece| {
        let words = plain_words(piece);
        let is_group =
            words.first().is_some_and(|word| word == "the") && words.last().is_some_and(|word| word == "group");
        is_group && certainty(piece) == Some(Certainty::Likely)
    })
}

/// The words at the start of a part of a line, up to a number, an address, a page or a license.
pub fn naming(segment: &str) -> &str {
    let text = segment.split_once(':').filter(|(label, _)| is_label(label)).map_or(segment, |(_, rest)| rest);
    let text = text.split(['<', '[']).next().unwrap_or_default();
    let end = words(text).into_iter().find(|(_, word)| {
        let digits = word.chars().filter(char::is_ascii_digit).count();
        let small = word.to_lowercase();
        let is_license = matches!(plain(word).as_str(), "dre" | "bre" | "calbre" | "lic" | "nmls" | "mls");
        let is_link = small.contains("://") || small.contains("www.") || (word.contains('@') && word.len() > 1);
        digits > 2 || is_link || is_license
    });
    let end = end.map_or(text.len(), |(at, _)| at).min(postal_address::start(text).unwrap_or(text.len()));
    bare(text.get(..end).unwrap_or_default()).trim_end_matches(['(', '#', ' '])
}

fn is_label(text: &str) -> bool {
    matches!(plain(text).as_str(), "brokerage" | "agency" | "company" | "office" | "broker" | "name" | "team" | "firm")
}

/// "The Ruiz Team at Compass" names two.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = vec![];
    let mut start = 0;
    for (at, word) in words(text) {
        let small = word.to_lowercase();
        if matches!(small.as_str(), "at" | "with" | "@" | "brokered" | "powered") {
            pieces.extend(text.get(start..at));
            start = at + word.len();
        } else if small == "by" && text.get(start..at).is_some_and(|between| between.trim().is_empty()) {
            start = at + word.len();
        }
    }
    pieces.extend(text.get(start..));
    pieces.into_iter().map(bare).filter(|piece| !piece.is_empty()).collect()
}

/// Between commas: a name and titles are passed over, a legal form belongs to what is before it.
fn agency_of(piece: &str) -> Option<(Certainty, &str)> {
    let mut start = 0;
    for part in piece.split(',') {
        let end = start + part.len();
        if let Some(certainty) = certainty(part) {
            let rest = piece.get(end + 1..).unwrap_or_default();
            let form = rest.split(',').next().unwrap_or_default();
            let is_legal = LEGAL_ENDINGS.contains(&plain(form).as_str());
            let end = if is_legal { end + 1 + form.len() } else { end };
            return Some((certainty, bare(piece.get(start..end)?)));
        }
        let is_passed_over = person_name::read(part).is_some() || plain_words(part).iter().any(|w| is_in(w, &OTHERS));
        let is_credential = part.trim().chars().all(|letter| !letter.is_lowercase()) && part.trim().len() < 6;
        if !is_passed_over && !is_credential {
            // "Harbor, Hill & Sons Realty"
            let rest = piece.get(start..)?;
            return Some((certainty(rest)?, bare(rest)));
        }
        start = end + 1;
    }
    None
}

fn certainty(text: &str) -> Option<Certainty> {
    let words = plain_words(text);
    let joined = format!(" {} ", words.join(" "));
    let has_any = |phrases: &[&str]| phrases.iter().any(|phrase| joined.contains(&format!(" {phrase} ")));
    // Elsewhere it may be a surname.
    let is_compass = words.first().is_some_and(|word| word == "compass");
    let is_brand = is_compass || has_any(&BRANDS);
    // A brand needs no name beside it: "eXp Realty".
    let is_whole = if is_brand { is_written_as_name(&words, text, None) } else { is_named(&words, text, None) };
    is_whole.then_some(())?;
    if is_brand || has_any(&TRADES) {
        return Some(Certainty::Sure);
    }
    (has_any(&COMMON) && words.len() > 1).then_some(Certainty::Likely)
}

fn is_named(words: &[String], text: &str, allowed: Option<&str>) -> bool {
    words.iter().any(|word| !is_in(word, &EMPTY)) && is_written_as_name(words, text, allowed)
}

/// In capitals as a name is, no sentence, no title.
fn is_written_as_name(words: &[String], text: &str, allowed: Option<&str>) -> bool {
    let is_other = |word: &String| is_in(word, &OTHERS) && allowed != Some(word.as_str());
    let is_capital = |word: &str| {
        let has_capital = word.chars().any(|letter| letter.is_alphanumeric() && !letter.is_lowercase());
        has_capital || !word.contains(char::is_alphanumeric) || is_in(&plain(word), &SMALL)
    };
    (1..=8).contains(&words.len())
        && !words.iter().any(is_other)
        && text.split_whitespace().all(is_capital)
        && !text.trim_end().ends_with(['!', '?'])
}

fn is_in(word: &str, known: &[&str]) -> bool {
    known.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_agency_is_known_by_its_words() {
        for (segment, expected) in [
            ("Harbor Realty", Some("Harbor Realty")),
            ("Harbor Realty, LLC", Some("Harbor Realty, LLC")),
            ("Harbor, Hill & Sons Realty", Some("Harbor, Hill & Sons Realty")),
            ("Ana Ruiz, Harbor Realty", Some("Harbor Realty")),
            ("REALTOR®, Harbor Realty", Some("Harbor Realty")),
            ("Broker Associate at RE/MAX Equity Group", Some("RE/MAX Equity Group")),
            ("The Ruiz Team at Keller Williams", Some("Keller Williams")),
            ("Brokered by eXp Realty", Some("eXp Realty")),
            ("Cascade Sotheby’s International Realty", Some("Cascade Sotheby’s International Realty")),
            ("Century 21 Harbor", Some("Century 21 Harbor")),
            ("Brokerage: Compass", Some("Compass")),
            ("Harbor Realty DRE 01234567", Some("Harbor Realty")),
            ("Harbor Realty, 1 Quay St, Portland", Some("Harbor Realty")),
            ("Smith & Associates", Some("Smith & Associates")),
            ("Real Estate Broker", None),
            ("Steve Compass", None),
            ("Real Estate", None),
            ("Ana Ruiz, REALTOR®", None),
            ("Homes for Sale", None),
            ("Helping families find homes since 1999", None),
            ("Member, Portland Association of REALTORS®", None),
            ("Each Office Independently Owned and Operated", None),
            ("I love homes", None),
            ("", None),
        ] {
            assert_eq!(agency(segment).map(|(_, name)| name), expected, "{segment}");
        }
    }

    #[test]
    fn a_team_says_that_it_is_one() {
        for (segment, expected) in [
            ("The Ruiz Team", Some("The Ruiz Team")),
            ("The Ruiz Team at Keller Williams", Some("The Ruiz Team")),
            ("Ruiz & Soto Home Team, Compass", Some("Ruiz & Soto Home Team")),
            ("Team Ruiz", Some("Team Ruiz")),
            ("Team Leader", None),
            ("The Team", None),
            ("Meet Our Team", None),
            ("Your Portland Team!", None),
            ("our team", None),
        ] {
            assert_eq!(team(segment), expected, "{segment}");
        }
    }
}
