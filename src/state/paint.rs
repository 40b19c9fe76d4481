//! The browser's painting.

use leptos::prelude::*;

/// Does `work` once the screen shows what is there now.
pub fn after_paint(work: impl FnOnce() + 'static) {
    // The first of these runs before the next paint, the second after it.
    request_animation_frame(move || request_animation_frame(work));
}

/// Whether the screen has shown what is there now.
pub fn is_painted() -> ReadSignal<bool> {
    let is_painted = RwSignal::new(false);
    after_paint(move || {
        is_painted.try_set(true);
    });
    is_painted.read_only()
}
