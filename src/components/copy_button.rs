//! A button that copies a text.

use std::time::Duration;

use gloo_timers::callback::Timeout;
use leptos::{prelude::*, task::spawn_local};

use super::{clipboard, icon::Icon};
use crate::locale::{td_string, use_locale};

/// How long the button shows that it has copied.
const SHOWN: Duration = Duration::from_secs(2);

/// Copies `text` and says so, by its icon and in `announcement`, which a live region shows.
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
    let is_copied = RwSignal::new(false);
    let rest = StoredValue::new_local(None::<Timeout>);
    let on_click = move |_| {
        let text = text.get_untracked();
        spawn_local(async move {
            let copied = clipboard::write(&text).await;
            let told = match copied {
                true => td_string!(locale, copy.done, text = text),
                false => td_string!(locale, copy.failed).into(),
            };
            // The button may be gone by now.
            announcement.try_set(told);
            is_copied.try_set(copied);
            rest.try_set_value(Some(Timeout::new(SHOWN.as_millis() as u32, move || {
                is_copied.try_set(false);
                announcement.try_set(String::new());
            })));
        });
    };
    let name = td_string!(locale, action.copy, name = name.to_lowercase());
    view! {
        <button type="button" class="quiet-button copy" class:copied=is_copied aria-label=name.clone() title=name on:click=on_click>
            {move || if is_copied.get() { Icon::Check.draw() } else { Icon::Copy.draw() }}
        </button>
    }
}
