//! Taking over a view that someone has sent.

use leptos::{ev, html, prelude::*};

use super::{Panel, outcome::Outcome};

/// The field and the button **Import**, for what **Copy link** has copied.
#[component]
pub fn Import(panel: Panel) -> impl IntoView {
    let Panel { views, outcome, .. } = panel;
    let input = NodeRef::<html::Input>::new();
    let on_submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(input) = input.get_untracked() else { return };
        let imported = views.import(&input.value());
        if imported.is_ok() {
            input.set_value("");
        }
        outcome.set(Outcome::of(imported, |name| format!("“{name}” is among the saved views.")));
    };
    view! {
        <form on:submit=on_submit>
            <label>
                <span>"Link to a view"</span>
                <input type="text" autocomplete="off" spellcheck="false" placeholder="Paste what Copy link gave" node_ref=input />
            </label>
            <button type="submit" class="button">
                "Import"
            </button>
        </form>
    }
}
