//! Naming what the list shows.

use leptos::{ev, html, prelude::*};

use super::{Panel, outcome::Outcome};
use crate::{
    locale::{td_string, use_locale},
    state::saved_views::SavedViewsError,
};

/// The field **Name** and the button **Save view**.
#[component]
pub fn SaveView(panel: Panel) -> impl IntoView {
    let locale = use_locale();
    let Panel { list, views, outcome, .. } = panel;
    let input = NodeRef::<html::Input>::new();
    let on_submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        let Some(input) = input.get_untracked() else { return };
        let name = input.value();
        outcome.set(match views.save(&name, list.query().get_untracked()) {
            Err(SavedViewsError::NameTaken(name)) => Outcome::Taken(name),
            result => {
                if result.is_ok() {
                    input.set_value("");
                }
                Outcome::of(result, |()| td_string!(locale, views.saved, name = name.trim()))
            }
        });
    };
    view! {
        <form on:submit=on_submit>
            <label>
                <span>{td_string!(locale, field.name)}</span>
                <input type="text" autocomplete="off" placeholder=td_string!(locale, views.example) node_ref=input />
            </label>
            <button type="submit" class="button">
                {td_string!(locale, action.save_view)}
            </button>
        </form>
    }
}
