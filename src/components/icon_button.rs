//! A button that is an icon.

use leptos::prelude::*;

use super::icon::Icon;

/// A button that stays in the tab order when it can't be used, so that focus is not lost.
#[component]
pub fn IconButton(
    /// Its accessible name and its tooltip.
    name: &'static str,
    /// What is seen.
    icon: Icon,
    /// Whether it can be used.
    #[prop(optional, into, default = true.into())]
    enabled: Signal<bool>,
    /// What it does.
    on_press: impl Fn() + 'static,
) -> impl IntoView {
    view! {
        <button
            type="button"
            class="icon-button"
            aria-label=name
            title=name
            aria-disabled=move || (!enabled.get()).to_string()
            on:click=move |_| {
                if enabled.get_untracked() {
                    on_press();
                }
            }
        >
            {icon.draw()}
        </button>
    }
}
