//! Finds what the form asks for in what a person pastes: a vCard, or the signature of an email.

mod company;
mod content_line;
mod email_address;
mod findings;
mod mail;
mod person_name;
mod phone_label;
mod phone_number;
mod postal_address;
mod quoted_printable;
mod signature;
mod state_name;
mod vcard_reader;
mod web_link;
mod words;

use super::field::Field;

/// How much of a text is read, in characters. A card or a signature is shorter, unless it brings a photo, which comes last.
const LONGEST_TEXT: usize = 20_000;

/// What was found, one value a field, in the order of the form; every value is verbatim text of the paste, trimmed (vCard
/// escapes undone). Only notes keep their lines: those of any other value are joined by commas, and so are the parts of an
/// address. A field that nothing is surely about is left out: a wrong value is worse than none.
///
/// Read are vCards of the versions 2.1, 3.0 (RFC 2426) and 4.0 (RFC 6350), the first of several, and otherwise the signature
/// of an email. Tags are never found: they start emails, so only a person sets them.
pub fn read(text: &str) -> Vec<(Field, String)> {
    let end = text.char_indices().nth(LONGEST_TEXT).map_or(text.len(), |(at, _)| at);
    let text = text.get(..end).unwrap_or_default();
    vcard_reader::read(text).unwrap_or_else(|| signature::read(text)).into_values()
}

#[cfg(test)]
mod tests;
