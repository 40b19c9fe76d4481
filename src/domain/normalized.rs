//! What of a text counts when two are compared: servers write the same in ways of their own.

use super::field::Field;

/// What counts of the text of a field.
pub fn normalized(field: Field, text: &str) -> String {
    let text = text.trim();
    match field {
        Field::Email => text.to_lowercase(),
        Field::Phone => national_number(text),
        Field::Website | Field::Linkedin | Field::Facebook | Field::Instagram | Field::Twitter => {
            let text = text.to_lowercase();
            let bare = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(&text);
            bare.trim_end_matches('/').to_owned()
        }
        // Browsers end lines in a text area by one character, servers may answer with two.
        _ => text.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// The letters and digits of a number, without the country code of North America: servers add it or take it off.
pub fn national_number(phone: &str) -> String {
    let digits: String = phone.chars().filter(|character| character.is_alphanumeric()).collect();
    match digits.strip_prefix('1') {
        Some(national) if national.chars().count() == 10 => national.to_owned(),
        _ => digits,
    }
}
