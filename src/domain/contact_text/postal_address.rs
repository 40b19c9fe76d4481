//! The address of an office in the USA, as letters are addressed (USPS Publication 28).

use super::{
    state_name::is_state,
    words::{bare, plain, words},
};

/// What was found of an address; empty where it wasn't.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Address<'text> {
    /// The street, and the suite if there is one.
    pub street: String,
    /// The city.
    pub city: &'text str,
    /// The state, by its code or its name.
    pub state: &'text str,
    /// The ZIP code.
    pub zip: &'text str,
}

#[rustfmt::skip]
const STREETS: [&str; 52] = [
    "street", "st", "avenue", "ave", "av", "road", "rd", "boulevard", "blvd", "drive", "dr", "lane", "ln", "way", "court",
    "ct", "place", "pl", "parkway", "pkwy", "highway", "hwy", "terrace", "ter", "circle", "cir", "square", "sq", "loop",
    "trail", "trl", "plaza", "plz", "broadway", "pike", "turnpike", "alley", "row", "walk", "wharf", "quay", "expressway",
    "freeway", "fwy", "route", "crossing", "xing", "point", "commons", "center", "esplanade", "calle",
];

#[rustfmt::skip]
const SUITES: [&str; 11] =
    ["suite", "ste", "unit", "apt", "floor", "fl", "building", "bldg", "room", "rm", "#"];

const DIRECTIONS: [&str; 12] = ["n", "s", "e", "w", "ne", "nw", "se", "sw", "north", "south", "east", "west"];

/// The first address in the parts of a signature.
pub fn find<'text>(segments: &[&'text str]) -> Option<Address<'text>> {
    let place = segments.iter().enumerate().find_map(|(at, segment)| Some((at, Place::read(segment)?)));
    let Some((at, place)) = place else {
        let street = segments.iter().map(|segment| unlabelled(segment)).find(|text| is_street(text))?;
        return Some(Address { street: street.to_owned(), ..Address::default() });
    };
    let before = |distance: usize| Some(unlabelled(segments.get(at.checked_sub(distance)?)?));
    let street = match (before(2), before(1)) {
        _ if !place.street.is_empty() && !is_suite(place.street) => place.street.to_owned(),
        (_, Some(street)) if is_street(street) || is_numbered(street) => joined(street, place.street),
        (Some(street), Some(suite)) if is_street(street) && is_suite(suite) => joined(street, suite),
        _ => String::new(),
    };
    Some(Address { street, city: place.city, state: place.state, zip: place.zip })
}

/// Where the address of a line begins; the words before are another matter's.
pub fn start(text: &str) -> Option<usize> {
    let mut at = 0;
    for part in text.split(',') {
        if is_numbered(part) || is_box(part) {
            return Some(at);
        }
        at += part.len() + 1;
    }
    None
}

/// A line with a state and a ZIP code.
struct Place<'text> {
    street: &'text str,
    city: &'text str,
    state: &'text str,
    zip: &'text str,
}

impl<'text> Place<'text> {
    fn read(segment: &'text str) -> Option<Self> {
        let words = words(segment);
        let trimmed = |word: &'text str| word.trim_matches([',', ';', '.', ')']);
        let (state_start, state, zip) = (1..words.len()).find_map(|at| {
            let zip = words.get(at).map(|(_, word)| trimmed(word)).filter(|word| is_zip(word))?;
            (1..=2).rev().find_map(|length| {
                let first = words.get(at.checked_sub(length)?)?;
                let (last_start, last) = words.get(at - 1)?;
                let state = segment.get(first.0..last_start + last.len())?.trim_end_matches(',');
                is_state(state).then_some((first.0, state, zip))
            })
        })?;
        let before = unlabelled(segment.get(..state_start)?).trim_end_matches([',', ' ']);
        let (street, city) = match before.rsplit_once(',') {
            Some((street, city)) if is_city(city) => (street, city.trim()),
            None if is_city(before) => ("", before),
            _ => street_and_city(before).unwrap_or_default(),
        };
        // "Look at 12 Oak St, Portland, OR 97201" is about a house.
        let is_sentence = |text: &str| text.split_whitespace().any(|word| word.starts_with(char::is_lowercase));
        (start(street).is_some() || !is_sentence(street)).then_some(())?;
        let street = street.get(start(street).unwrap_or(if is_suite(street) { 0 } else { street.len() })..)?;
        Some(Self { street: street.trim_matches([',', ' ']), city, state, zip })
    }
}

/// Parts a street and a city with no comma between. Where two words may end the street, nobody knows which does.
fn street_and_city(text: &str) -> Option<(&str, &str)> {
    let words = words(text);
    let mut ends = words.iter().enumerate().skip(1).filter(|(_, (_, word))| is_among(word, &STREETS)).map(|(at, _)| at);
    let (end, other) = (ends.next(), ends.next());
    let suite = words.iter().position(|(_, word)| is_among(word, &SUITES) || word.starts_with('#'));
    let last = match (end, other, suite) {
        (_, _, Some(at)) if words.get(at).is_some_and(|(_, word)| word.len() > 1 && word.starts_with('#')) => at,
        (_, _, Some(at)) => at + 1,
        (Some(at), None, None) => {
            // "Azusa Ave West Covina": is it the avenue or the city that lies west?
            let is_unclear =
                words.get(at + 1).is_some_and(|(_, word)| is_among(word, &["north", "south", "east", "west"]));
            (!is_unclear).then_some(())?;
            at + usize::from(words.get(at + 1).is_some_and(|(_, word)| is_among(word, &DIRECTIONS)))
        }
        _ => return None,
    };
    let city_start = words.get(last + 1)?.0;
    let (street, city) = text.split_at_checked(city_start)?;
    is_city(city).then(|| (street.trim(), city.trim()))
}

/// Whether a text by itself is a street: a number, a name, a word for a street, and at most a suite after it; or a box.
fn is_street(text: &str) -> bool {
    let words = words(text);
    let last = words.iter().rposition(|(_, word)| is_among(word, &STREETS)).filter(|at| *at > 0);
    let suite = words.iter().position(|(_, word)| is_among(word, &SUITES) || word.starts_with('#'));
    let is_end = |word: &str| is_among(word, &DIRECTIONS) || word.starts_with(|letter: char| letter.is_ascii_digit());
    let is_at_end = match (last, suite) {
        (_, Some(suite)) => suite > 1,
        (Some(last), None) => words.iter().skip(last + 1).all(|(_, word)| is_end(word)),
        (None, None) => false,
    };
    is_box(text) || (is_numbered(text) && is_at_end && words.len() <= 10 && !text.contains('@'))
}

/// A number of a house and a name, as a street has.
fn is_numbered(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_number = words.first().is_some_and(|word| {
        word.len() <= 7
            && word.starts_with(|letter: char| letter.is_ascii_digit())
            && word.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '-')
            && !word.ends_with("st")
    });
    let is_named = words.get(1).is_some_and(|word| {
        let starts = word.starts_with(|letter: char| letter.is_uppercase() || letter.is_ascii_digit());
        starts && word.contains(char::is_alphabetic)
    });
    is_number && is_named && words.len() <= 8 && !text.contains(['@', ':', '%'])
}

fn is_box(text: &str) -> bool {
    plain(text).strip_prefix("pobox").is_some_and(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()))
}

fn is_suite(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_first = words.first().is_some_and(|word| is_among(word, &SUITES) || word.starts_with('#'));
    let is_last = words.last().is_some_and(|word| is_among(word, &["floor"]));
    (is_first || is_last) && words.len() <= 3 && text.contains(|letter: char| letter.is_ascii_alphanumeric())
}

fn is_city(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_letter = |letter: char| letter.is_alphabetic() || letter.is_whitespace() || ".'’-".contains(letter);
    (1..=4).contains(&words.len())
        && text.trim().starts_with(char::is_uppercase)
        && text.chars().all(is_letter)
        && !words.iter().any(|word| is_among(word, &SUITES))
}

fn is_zip(word: &str) -> bool {
    let (five, four) = word.split_once('-').unwrap_or((word, "0000"));
    let is_number = |text: &str, length| text.len() == length && text.chars().all(|letter| letter.is_ascii_digit());
    is_number(five, 5) && is_number(four, 4)
}

fn is_among(word: &str, known: &[&str]) -> bool {
    known.contains(&plain(word).as_str())
}

/// Without `Address:` in front.
fn unlabelled(text: &str) -> &str {
    bare(text.rsplit_once(':').map_or(text, |(_, rest)| rest))
}

fn joined(street: &str, suite: &str) -> String {
    if suite.is_empty() { street.to_owned() } else { format!("{street}, {suite}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_found_on_one_line_or_several() {
        for (segments, expected) in [
            (vec!["1 Quay Street, Portland, OR 97201"], ["1 Quay Street", "Portland", "OR", "97201"]),
            (
                vec!["Office: 1 Quay St., Suite 3, Lake Oswego, Oregon 97034-1234, USA"],
                ["1 Quay St., Suite 3", "Lake Oswego", "Oregon", "97034-1234"],
            ),
            (vec!["1 Quay St", "Portland OR, 97201"], ["1 Quay St", "Portland", "OR", "97201"]),
            (
                vec!["1 Quay St", "Suite 300", "St. Louis, MO 63101"],
                ["1 Quay St, Suite 300", "St. Louis", "MO", "63101"],
            ),
            (
                vec!["1200 5th Ave", "Ste 3, New York, New York 10001"],
                ["1200 5th Ave, Ste 3", "New York", "New York", "10001"],
            ),
            (
                vec!["100 The Embarcadero", "San Francisco, CA 94105"],
                ["100 The Embarcadero", "San Francisco", "CA", "94105"],
            ),
            (vec!["12 NW Oak Rd Portland, OR 97201"], ["12 NW Oak Rd", "Portland", "OR", "97201"]),
            (vec!["12 Oak Rd #200 Portland OR 97201"], ["12 Oak Rd #200", "Portland", "OR", "97201"]),
            // Which of the two is the city's?
            (vec!["1420 Azusa Ave West Covina, CA 91791"], ["", "", "CA", "91791"]),
            (vec!["100 Main St St Louis MO 63101"], ["", "", "MO", "63101"]),
            (vec!["Harbor Realty, 1 Quay St, Portland, OR 97201"], ["1 Quay St", "Portland", "OR", "97201"]),
            (vec!["P.O. Box 12", "Washington, D.C. 20001"], ["P.O. Box 12", "Washington", "D.C.", "20001"]),
            (vec!["555 010 0017", "Portland, OR 97201"], ["", "Portland", "OR", "97201"]),
            (vec!["12 Oak Street, Suite 4"], ["12 Oak Street, Suite 4", "", "", ""]),
        ] {
            let found = find(&segments).unwrap_or_default();
            assert_eq!([found.street.as_str(), found.city, found.state, found.zip], expected, "{segments:?}");
        }
    }

    #[test]
    fn what_only_looks_like_an_address_is_none() {
        for text in [
            "2023 Chairman’s Circle Winner",
            "10 Ways to sell",
            "Portland, OR",
            "12345",
            "DRE 01234567",
            "#",
            "",
            "Look at 12 Oak St, Portland, OR 97201",
        ] {
            assert_eq!(find(&[text]), None, "{text}");
        }
    }
}
