//! A button that copies a text.

use std::time::Duration;

use gloo_timers::callback::Timeout;
use leptos::{ev, prelude::*, task::spawn_local};
use web_sys::Element;

use super::{clipboard, focus::give_in_place, icon::Icon};
use crate::locale::{td_string, use_locale};

/// How long the button shows that it has copied.
const SHOWN: Duration = Duration::from_secs(2);

/// Copies `text` and says so, by its icon and in `announcement`, which a live region shows. Where that is not possible, it
/// says so beside it until it is left.
#[component]
pub fn CopyButton(
    /// What is copied.
    #[prop(into)]
    text: Signal<String>,
    /// What the text is, for example `Email`.
    name: &'static str,
    /// What to tell everyone.
    announcement: RwSignal<String>,
) -> impl IntoView {
    let locale = use_locale();
    let (is_copied, has_failed) = (RwSignal::new(false), RwSignal::new(false));
    let rest = StoredValue::new_local(None::<Timeout>);
    let on_click = move |event: ev::MouseEvent| {
        let (text, button) = (text.get_untracked(), event_target::<Element>(&event).closest("button").ok().flatten());
        let Some(button) = button else { return };
        has_failed.set(false);
        spawn_local(async move {
            let copied = clipboard::write(&text, &button).await;
            // The button may be gone by now.
            is_copied.try_set(copied);
            has_failed.try_set(!copied);
            if !copied {
                // Some browsers don't give it the focus by a click, without which it can't be left.
                return give_in_place(&button);
            }
            announcement.try_set(td_string!(locale, copy.done, text = text));
            rest.try_set_value(Some(Timeout::new(SHOWN.as_millis() as u32, move || {
                is_copied.try_set(false);
                announcement.try_set(String::new());
            })));
        });
    };
    let name = td_string!(locale, action.copy, name = name.to_lowercase());
    view! {
        <button
            type="button"
            class="quiet-button copy"
            class:copied=is_copied
            aria-label=name.clone()
            title=name
            on:click=on_click
            on:blur=move |_| has_failed.set(false)
        >
            {move || if is_copied.get() { Icon::Check.draw() } else { Icon::Copy.draw() }}
        </button>
        <Show when=move || has_failed.get()>
            <p class="problem copy-problem" role="alert">{td_string!(locale, copy.failed)}</p>
        </Show>
    }
}
