//! The browser's painting.

use leptos::prelude::*;

/// Does `work` once the screen shows what is there now.
pub fn after_paint(work: impl FnOnce() + 'static) {
    // The first of these runs before the next paint, the second after it.
    request_animation_frame(move || request_animation_frame(work));
}

/// Does `work` once the screen shows what is there now, for the present owner; not if that is gone by then.
pub fn when_painted(work: impl FnOnce() + 'static) {
    let (is_painted, mut work) = (is_painted(), Some(work));
    Effect::new(move |_| {
        if is_painted.get()
            && let Some(work) = work.take()
        {
            untrack(work);
        }
    });
}

/// Whether the screen has shown what is there now.
pub fn is_painted() -> ReadSignal<bool> {
    let (is_painted, set_painted) = signal(false);
    after_paint(move || {
        set_painted.try_set(true);
    });
    is_painted
}
