//! Conditions that last.

use gloo_timers::callback::Timeout;
use leptos::prelude::*;

/// What people take for at once, in milliseconds.
const MOMENT: u32 = 150;

/// Whether a condition has held for longer than a moment: what shows a wait should not flicker at each short one, and the
/// browser need not lay it out and take it away again.
pub fn lasting(condition: Memo<bool>) -> ReadSignal<bool> {
    let (lasts, set_lasts) = signal(false);
    Effect::new(move |_: Option<Option<Timeout>>| {
        let holds = condition.get();
        if !holds {
            set_lasts.maybe_update(std::mem::take);
        }
        let last = move || {
            set_lasts.try_set(true);
        };
        // Where the condition ends before, this is dropped with the effect's value, and the time is not waited for.
        holds.then(|| Timeout::new(MOMENT, last))
    });
    lasts
}
