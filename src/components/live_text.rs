//! Texts of live regions.

use leptos::prelude::*;

/// `text` a frame after it has changed: a live region tells what comes into it, not what it is born with.
pub fn live_text(text: impl Fn() -> String + 'static) -> ReadSignal<String> {
    let (told, set_told) = signal(String::new());
    Effect::new(move |_| {
        let now = text();
        request_animation_frame(move || {
            set_told.try_set(now);
        });
    });
    told
}
