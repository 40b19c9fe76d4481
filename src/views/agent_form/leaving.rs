//! The question before changes are left.

use leptos::{html, prelude::*};

use crate::{
    locale::{td_string, use_locale},
    state::agent_form::{AgentForm, Kept},
};

/// A modal dialog that asks once what is to become of changes that are not saved.
#[component]
pub fn LeavingDialog(form: AgentForm) -> impl IntoView {
    let locale = use_locale();
    let dialog = NodeRef::<html::Dialog>::new();
    let is_asked = Memo::new(move |_| form.leaving().with(Option::is_some));
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if is_asked.get() && !dialog.open() {
            // It can only fail on a dialog that has left the page.
            let _ = dialog.show_modal();
        } else if !is_asked.get() && dialog.open() {
            dialog.close();
        }
    });
    let draft = move || match (form.kept(), form.loses_private_notes()) {
        (Kept::Nothing, _) if form.has_changes_to_keep() => "",
        (Kept::Nothing, _) => td_string!(locale, leaving.no_draft_of_private_notes),
        (Kept::Whole, false) => td_string!(locale, leaving.draft),
        (Kept::Whole, true) => td_string!(locale, leaving.draft_without_private_notes),
        (Kept::WithoutPhoto, false) => td_string!(locale, leaving.draft_without_photo),
        (Kept::WithoutPhoto, true) => td_string!(locale, leaving.draft_without_photo_and_private_notes),
    };
    view! {
        <dialog
            class="question"
            aria-labelledby="leaving-title"
            part="dialog"
            node_ref=dialog
            on:close=move |_| form.stay()
        >
            <h2 id="leaving-title">{td_string!(locale, leaving.title)}</h2>
            <p>{td_string!(locale, leaving.unsaved)} " " {draft}</p>
            <div class="buttons">
                <button type="button" class="button primary" autofocus on:click=move |_| form.stay()>
                    {td_string!(locale, leaving.stay)}
                </button>
                <Show when=move || form.kept() != Kept::Nothing>
                    <button type="button" class="button" on:click=move |_| form.keep_and_leave()>
                        {td_string!(locale, leaving.keep)}
                    </button>
                </Show>
                <button type="button" class="button" on:click=move |_| form.discard()>
                    {td_string!(locale, leaving.discard)}
                </button>
            </div>
        </dialog>
    }
}
