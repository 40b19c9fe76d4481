//! Taking over a view that someone has sent.

use leptos::{ev, html, prelude::*};

use super::{Panel, outcome::Outcome};
use crate::locale::{td_string, use_locale};

/// The field and the button **Import**, for what **Copy link** has copied.
#[component]
pub fn Import(panel: Panel) -> impl IntoView {
    let locale = use_locale();
    let Panel { views, outcome, .. } = panel;
    let input = NodeRef::<html::Input>::new();
    let on_submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(input) = input.get_untracked() else { return };
        let imported = views.import(&input.value());
        if imported.is_ok() {
            input.set_value("");
        }
        outcome.set(Outcome::of(imported, |name| td_string!(locale, views.imported, name = name)));
    };
    view! {
        <form on:submit=on_submit>
            <label>
                <span>{td_string!(locale, views.link)}</span>
                <input
                    type="text"
                    autocomplete="off"
                    spellcheck="false"
                    placeholder=td_string!(locale, views.paste_link)
                    node_ref=input
                />
            </label>
            <button type="submit" class="button">
                {td_string!(locale, views.import)}
            </button>
        </form>
    }
}
