//! How a person likes the list: its columns and how close its rows stand, remembered in the browser.

use leptos::prelude::*;
use serde_json::{Value, json};

use super::{state_signal::StateSignal, storage};

/// Where the browser keeps it.
const KEY: &str = "list";

/// How close the rows stand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Density {
    /// Room around each row.
    #[default]
    Comfortable,
    /// As many rows as can be read.
    Compact,
}

/// What is remembered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListPreferences {
    /// The attributes shown as columns after the name, in their order; `None` leaves the choice to the widget.
    pub columns: Option<Vec<String>>,
    /// How close the rows stand.
    pub density: Density,
}

/// The preferences of one element.
#[derive(Clone, Copy)]
pub struct Preferences {
    liked: StateSignal<ListPreferences>,
    /// Whether the browser has kept what was chosen last.
    is_kept: StoredValue<bool>,
}

impl Preferences {
    /// As the browser remembers them, also when another tab changes them; the defaults where it remembers nothing that can be
    /// read.
    pub fn remembered() -> Self {
        let liked = StateSignal::new(stored().unwrap_or_default());
        let is_kept = StoredValue::new(true);
        storage::on_change(KEY, move || {
            if let Some(stored) = stored()
                && untrack(|| liked.with(|liked| *liked != stored))
            {
                liked.set(stored);
                is_kept.set_value(true);
            }
        });
        Self { liked, is_kept }
    }

    /// What is liked now.
    pub fn get(&self) -> ReadSignal<ListPreferences> {
        self.liked.read_only()
    }

    /// Changes what is remembered now: another element of the page may have changed it, of which no browser tells. A browser
    /// that keeps nothing, as some do in private windows or when they are full, forgets it with the page: until it keeps
    /// something again, what is on the screen is changed.
    pub fn change(&self, change: impl FnOnce(&mut ListPreferences)) {
        let remembered = stored().filter(|_| self.is_kept.get_value());
        let mut liked = remembered.unwrap_or_else(|| self.liked.get_untracked());
        change(&mut liked);
        self.is_kept.set_value(storage::write(KEY, &write(&liked)).is_ok());
        self.liked.set(liked);
    }
}

/// What the browser remembers; `None` where that is nothing, or can't be read.
fn stored() -> Option<ListPreferences> {
    storage::read(KEY).ok().flatten().as_ref().map(read)
}

/// Read and written by hand: derived code for these two fields would be larger than the rest of this file.
fn read(value: &Value) -> ListPreferences {
    let names = |columns: &Vec<Value>| columns.iter().filter_map(Value::as_str).map(str::to_owned).collect();
    let density = if value["density"] == "compact" { Density::Compact } else { Density::Comfortable };
    ListPreferences { columns: value["columns"].as_array().map(names), density }
}

fn write(preferences: &ListPreferences) -> Value {
    let density = match preferences.density {
        Density::Comfortable => "comfortable",
        Density::Compact => "compact",
    };
    json!({"columns": preferences.columns, "density": density})
}

/// Takes the column `attribute` in at the end of `columns`, unless it is there already.
pub fn add(columns: &mut Vec<String>, attribute: &str) {
    if !columns.iter().any(|column| column == attribute) {
        columns.push(attribute.into());
    }
}

/// Takes the column `attribute` out of `columns`.
pub fn remove(columns: &mut Vec<String>, attribute: &str) {
    columns.retain(|column| column != attribute);
}

/// Moves the column `attribute` one place towards the start or the end of `columns`, unless it is there already.
pub fn shift(columns: &mut [String], attribute: &str, towards_start: bool) {
    let Some(from) = columns.iter().position(|column| column == attribute) else { return };
    let to = if towards_start { from.checked_sub(1) } else { Some(from + 1) };
    if let Some(to) = to.filter(|to| *to < columns.len()) {
        columns.swap(from, to);
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn columns() -> Vec<String> {
        ["email", "phone", "tags"].map(str::to_owned).to_vec()
    }

    #[test]
    fn preferences_read_as_they_are_written() {
        let liked = ListPreferences { columns: Some(columns()), density: Density::Compact };
        assert_eq!(read(&write(&liked)), liked);
    }

    #[test]
    fn what_cannot_be_read_counts_as_nothing() {
        for value in [json!(null), json!("text"), json!({"columns": 7}), json!({"density": "tight"})] {
            assert_eq!(read(&value), ListPreferences::default());
        }
        assert_eq!(read(&json!({"later": 1, "columns": ["email"]})).columns, Some(vec!["email".to_owned()]));
    }

    #[test]
    fn a_column_is_taken_out_and_comes_back_at_the_end() {
        let mut columns = columns();
        remove(&mut columns, "phone");
        assert_eq!(columns, ["email", "tags"]);
        add(&mut columns, "phone");
        add(&mut columns, "email");
        assert_eq!(columns, ["email", "tags", "phone"]);
    }

    #[test]
    fn a_column_moves_one_place_and_stops_at_the_ends() {
        let mut columns = columns();
        shift(&mut columns, "tags", true);
        assert_eq!(columns, ["email", "tags", "phone"]);
        shift(&mut columns, "email", true);
        shift(&mut columns, "phone", false);
        shift(&mut columns, "unknown", false);
        assert_eq!(columns, ["email", "tags", "phone"]);
    }
}
