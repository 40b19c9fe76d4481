//! The seconds until something happens.

use gloo_timers::callback::Interval;
use leptos::prelude::*;

/// How often the time left is looked at, in milliseconds: a second is never skipped.
const STEP: u32 = 250;

/// The whole seconds until `until`, in milliseconds since 1970, counted down for as long as the caller's owner lives; `None`
/// without a time. Read by the eye only: a screen reader that told each second could tell nothing else.
pub fn seconds_until(until: Signal<Option<f64>>) -> Memo<Option<u32>> {
    let now = RwSignal::new(js_sys::Date::now());
    let tick = move || {
        now.try_set(js_sys::Date::now());
    };
    let interval = StoredValue::new_local(Some(Interval::new(STEP, tick)));
    on_cleanup(move || {
        interval.try_set_value(None);
    });
    Memo::new(move |_| {
        let now = now.get();
        until.get().map(|until| seconds_left(until, now))
    })
}

/// Rounded up: the last second ends when it happens.
fn seconds_left(until: f64, now: f64) -> u32 {
    ((until - now) / 1000.0).ceil().max(0.0) as u32
}

#[cfg(test)]
mod tests {
    use super::seconds_left;

    #[test]
    fn the_last_second_ends_when_it_happens() {
        assert_eq!(seconds_left(7000.0, 0.0), 7);
        assert_eq!(seconds_left(7000.0, 6001.0), 1);
        assert_eq!(seconds_left(7000.0, 7000.0), 0);
        assert_eq!(seconds_left(7000.0, 9000.0), 0);
    }
}
