//! Which use of a draft is the last: keeping one can take two attempts, and what has come between them counts.

use std::collections::HashMap;

use leptos::prelude::*;

/// How often the draft under each key has been kept or forgotten.
#[derive(Clone, Copy, Default)]
pub struct Turns(StoredValue<HashMap<String, u32>>);

impl Turns {
    /// The draft under `key` is kept or forgotten once more; gives how often by now, or `None` when its form is gone.
    pub fn take(self, key: &str) -> Option<u32> {
        self.0.try_update_value(|turns| {
            let turn = turns.entry(key.to_owned()).or_default();
            *turn += 1;
            *turn
        })
    }

    /// Whether nothing has come after that turn. A form that is gone does nothing more.
    pub fn is_last(self, key: &str, turn: Option<u32>) -> bool {
        self.0.try_with_value(|turns| turns.get(key).copied() == turn).unwrap_or(true)
    }
}
