//! The way back to what the page has set the list to.

use leptos::{html, prelude::*};

use crate::{
    components::focus,
    locale::{td_string, use_locale},
    state::preset::Preset,
};

/// A button that is there while the list shows something else than its preset.
#[component]
pub fn Reset(
    preset: Preset,
    /// Takes the focus, since the button goes away with its purpose.
    focus_after: NodeRef<html::Button>,
) -> impl IntoView {
    let locale = use_locale();
    let on_click = move |_| {
        preset.reset();
        if let Some(button) = focus_after.get_untracked() {
            focus::give(&button);
        }
    };
    view! {
        <Show when=move || preset.is_left()>
            <button type="button" class="button reset" on:click=on_click>
                {td_string!(locale, toolbar.reset)}
            </button>
        </Show>
    }
}
