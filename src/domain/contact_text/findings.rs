//! The values found so far.

use std::collections::BTreeMap;

use crate::domain::field::Field;

/// One value a field at most.
#[derive(Debug, Default)]
pub struct Findings(BTreeMap<Field, String>);

impl Findings {
    /// Keeps a value, unless the field has one already or nothing is in it.
    pub fn add(&mut self, field: Field, text: &str) {
        let text = if field == Field::Notes { note(text) } else { one_line(text) };
        if !text.is_empty() {
            self.0.entry(field).or_insert(text);
        }
    }

    /// Whether any of `fields` has a value.
    pub fn has_any(&self, fields: &[Field]) -> bool {
        fields.iter().any(|field| self.0.contains_key(field))
    }

    /// The value of a field.
    pub fn get(&self, field: Field) -> Option<&str> {
        self.0.get(&field).map(String::as_str)
    }

    /// All of it, in the order of the form, which is that of the enum.
    pub fn into_values(self) -> Vec<(Field, String)> {
        self.0.into_iter().collect()
    }
}

/// The form refuses what can't be seen, so it isn't brought there.
fn note(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let seen: String = text.chars().filter(|letter| matches!(letter, '\n' | '\t') || !letter.is_control()).collect();
    seen.trim().to_owned()
}

/// Only notes have lines; the lines of any other value (a street and a floor, say) are its parts.
fn one_line(text: &str) -> String {
    let lines = text.split(['\r', '\n']).map(|line| {
        let seen: String =
            line.chars().map(|letter| if letter == '\t' { ' ' } else { letter }).filter(|l| !l.is_control()).collect();
        seen.trim().to_owned()
    });
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", ")
}
