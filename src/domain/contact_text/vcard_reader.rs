//! The fields in a vCard: what RFC 2426, section 3, and RFC 6350, section 6, say about each property, and what the address
//! books of Apple, Google and Outlook make of it.

use super::{content_line, content_line::Property, findings::Findings, person_name, web_link};
use crate::domain::{email, field::Field};

/// The preference of what isn't preferred; the numbers of `PREF` end at 100 (RFC 6350, section 5.3).
const NO_PREFERENCE: u32 = 101;

/// What the first card in a text says; `None` where there is no card.
pub fn read(text: &str) -> Option<Findings> {
    let card = Card(content_line::first_card(text)?);
    let mut findings = Findings::default();
    card.name(&mut findings);
    card.email(&mut findings);
    card.phone(&mut findings);
    card.organization(&mut findings);
    card.address(&mut findings);
    card.links(&mut findings);
    if let Some(note) = card.all("NOTE").map(Property::text).find(|note| !note.trim().is_empty()) {
        findings.add(Field::Notes, &note);
    }
    Some(findings)
}

struct Card(Vec<Property>);

impl Card {
    fn all(&self, name: &str) -> impl Iterator<Item = &Property> {
        self.0.iter().filter(move |property| property.name == name)
    }

    /// `N` (RFC 6350, section 6.2.2), and `FN` where that has nothing.
    fn name(&self, findings: &mut Findings) {
        if let Some(parts) = self.all("N").map(Property::components).find(|parts| !is_empty(parts)) {
            for (field, part) in [Field::LastName, Field::FirstName].into_iter().zip(&parts) {
                findings.add(field, part);
            }
        }
        if findings.has_any(&[Field::FirstName, Field::LastName]) || self.is_company() {
            return;
        }
        let Some(text) = self.all("FN").map(Property::text).next() else { return };
        if let Some(name) = person_name::read(&text) {
            findings.add(Field::FirstName, name.first);
            findings.add(Field::LastName, name.last);
        }
    }

    /// `KIND` (RFC 6350, section 6.1.4), and Apple's way to say it.
    fn is_company(&self) -> bool {
        let says = |name, value| self.all(name).any(|property| property.text().trim().eq_ignore_ascii_case(value));
        says("KIND", "org") || says("X-ABSHOWAS", "company")
    }

    /// `EMAIL` (RFC 6350, section 6.4.2): the preferred one, otherwise the first.
    fn email(&self, findings: &mut Findings) {
        let addresses = self.all("EMAIL").filter_map(|property| {
            let text = property.text();
            let address = without_scheme(&text, "mailto:").trim();
            email::is_possible(address).then(|| (preference(property), address.to_owned()))
        });
        if let Some((_, address)) = addresses.min_by_key(|(preference, _)| *preference) {
            findings.add(Field::Email, &address);
        }
    }

    /// `TEL` (RFC 6350, section 6.4.1): a mobile phone first, then the preferred one; nothing that can't be talked into.
    fn phone(&self, findings: &mut Findings) {
        let numbers = self.all("TEL").filter_map(|property| {
            let kinds = self.kinds(property);
            let is_any = |words: &[&str]| words.iter().any(|word| kinds.iter().any(|kind| kind.contains(word)));
            let text = property.text();
            let number = phone_number(&text);
            let is_phone = number.contains(|letter: char| letter.is_numeric())
                && !is_any(&["FAX", "PAGER", "MODEM", "BBS", "ISDN", "TTY", "TEXTPHONE"]);
            let is_mobile = is_any(&["CELL", "MOBILE", "IPHONE"]);
            is_phone.then(|| ((!is_mobile, preference(property)), number.to_owned()))
        });
        if let Some((_, number)) = numbers.min_by_key(|(rank, _)| *rank) {
            findings.add(Field::Phone, &number);
        }
    }

    /// `ORG` (RFC 6350, section 6.6.4): the organization, then its units.
    fn organization(&self, findings: &mut Findings) {
        if let Some(parts) = self.all("ORG").map(Property::components).find(|parts| !is_empty(parts)) {
            for (field, part) in [Field::Agency, Field::Team].into_iter().zip(&parts) {
                findings.add(field, part);
            }
        }
    }

    /// `ADR` (RFC 6350, section 6.3.1): the preferred one, then that of the work, then the first.
    fn address(&self, findings: &mut Findings) {
        let addresses = self.all("ADR").map(|property| (property, property.components()));
        let rank = |property: &Property| {
            let is_work = property.values("TYPE").any(|kind| kind.eq_ignore_ascii_case("WORK"));
            (preference(property), !is_work)
        };
        let best = addresses.filter(|(_, parts)| !is_empty(parts)).min_by_key(|(property, _)| rank(property));
        let Some((_, parts)) = best else { return };
        let part = |place: usize| parts.get(place).map(|part| part.trim()).unwrap_or_default();
        // As a letter is addressed in the USA: the street, then the suite, then the box.
        let lines: Vec<&str> = [2, 1, 0].into_iter().map(part).filter(|part| !part.is_empty()).collect();
        findings.add(Field::Address, &lines.join(", "));
        for (field, place) in [(Field::City, 3), (Field::State, 4), (Field::Zip, 5)] {
            findings.add(field, part(place));
        }
    }

    /// `URL` (RFC 6350, section 6.7.8), and `SOCIALPROFILE` (RFC 9554, section 3.5) under that name and Apple's.
    fn links(&self, findings: &mut Findings) {
        for property in &self.0 {
            let text = property.text();
            let text = text.trim();
            match property.name.as_str() {
                "URL" => {
                    if let Some(field) = web_link::field(text) {
                        findings.add(field, text);
                    }
                }
                "SOCIALPROFILE" | "X-SOCIALPROFILE" => {
                    let network = property
                        .values("SERVICE-TYPE")
                        .chain(property.values("TYPE"))
                        .find_map(|name| web_link::network(&format!("{}.com", name.to_ascii_lowercase())));
                    match web_link::field(text) {
                        Some(Field::Website) => {}
                        Some(field) => findings.add(field, text),
                        None => {
                            let handle = without_scheme(text, "x-apple:");
                            if let Some(field) = network.filter(|_| !handle.contains([':', '/'])) {
                                findings.add(field, handle);
                            }
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// The types of a property in capitals, and Apple's own label for it, which its group has.
    fn kinds(&self, property: &Property) -> Vec<String> {
        let labels = self
            .all("X-ABLABEL")
            .filter(|label| !property.group.is_empty() && label.group == property.group)
            .map(Property::text);
        property.values("TYPE").map(str::to_owned).chain(labels).map(|kind| kind.to_uppercase()).collect()
    }
}

fn is_empty(parts: &[String]) -> bool {
    parts.iter().all(|part| part.trim().is_empty())
}

/// The smaller, the more it is preferred: `PREF=1` in a vCard 4.0, `TYPE=pref` in one of 3.0, `PREF` alone in one of 2.1.
fn preference(property: &Property) -> u32 {
    if property.values("TYPE").any(|kind| kind.eq_ignore_ascii_case("PREF")) {
        return 1;
    }
    property.values("PREF").find_map(|rank| rank.parse().ok()).unwrap_or(NO_PREFERENCE)
}

fn without_scheme<'text>(text: &'text str, scheme: &str) -> &'text str {
    let text = text.trim();
    match text.split_at_checked(scheme.len()) {
        Some((start, rest)) if start.eq_ignore_ascii_case(scheme) => rest,
        _ => text,
    }
}

/// The number of a `tel:` address (RFC 3966) and its extension, or any other text as it is.
fn phone_number(text: &str) -> &str {
    let number = without_scheme(text, "tel:");
    if number.len() == text.trim().len() {
        return number;
    }
    let mut ends = number.match_indices(';').map(|(at, _)| at);
    let Some(first) = ends.next() else { return number };
    let has_extension = number.get(first..).is_some_and(|rest| rest.to_ascii_lowercase().starts_with(";ext="));
    let end = if has_extension { ends.next().unwrap_or(number.len()) } else { first };
    number.get(..end).unwrap_or(number)
}
