//! Generations of a draft: each time that it is kept or forgotten begins one, whichever form does it. Keeping can take two
//! attempts, and the second must not undo what has come since.

use std::{cell::RefCell, collections::HashMap};

thread_local! {
    /// By the keys of the drafts. Forms come and go, and what they have begun goes on.
    static GENERATIONS: RefCell<HashMap<String, u32>> = RefCell::default();
}

/// Begins a generation of the draft under `key`.
pub fn begin(key: &str) -> u32 {
    GENERATIONS.with_borrow_mut(|generations| {
        let generation = generations.entry(key.to_owned()).or_default();
        *generation += 1;
        *generation
    })
}

/// Whether no other has begun since.
pub fn is_current(key: &str, generation: u32) -> bool {
    GENERATIONS.with_borrow(|generations| generations.get(key) == Some(&generation))
}
