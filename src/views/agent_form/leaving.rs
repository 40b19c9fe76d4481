//! The question before the form is left.

use leptos::{html, prelude::*};

use crate::{
    locale::{td_string, use_locale},
    state::agent_form::{AgentForm, Kept, Stage},
};

/// A modal dialog that asks once what is to become of changes that are not saved. While a save is under way, it says so: whoever
/// left now would not hear whether it was done.
#[component]
pub fn LeavingDialog(form: AgentForm) -> impl IntoView {
    let locale = use_locale();
    let dialog = NodeRef::<html::Dialog>::new();
    let is_asked = Memo::new(move |_| form.leaving().with(Option::is_some));
    let is_busy = Memo::new(move |_| form.stage().with(Stage::is_busy));
    Effect::new(move |_| {
        let Some(dialog) = dialog.get() else { return };
        if is_asked.get() && !dialog.open() {
            // It can only fail on a dialog that has left the page.
            let _ = dialog.show_modal();
        } else if !is_asked.get() && dialog.open() {
            dialog.close();
        }
    });
    // The event comes later than the end that it tells of, when the next question may have been put.
    let on_close = move |_| {
        if dialog.get_untracked().is_some_and(|dialog| !dialog.open()) {
            form.stay();
        }
    };
    view! {
        <dialog
            class="question"
            aria-labelledby="leaving-title"
            part="dialog"
            node_ref=dialog
            on:close=on_close
        >
            <h2 id="leaving-title">
                {move || if is_busy.get() { td_string!(locale, leaving.saving_title) } else { td_string!(locale, leaving.title) }}
            </h2>
            <Show when=move || is_busy.get() fallback=move || view! { <Unsaved form /> }>
                <Saving form />
            </Show>
        </dialog>
    }
}

/// The changes can be kept, as a draft or in the form, or given up.
#[component]
fn Unsaved(form: AgentForm) -> impl IntoView {
    let locale = use_locale();
    let draft = move || match (form.kept(), form.loses_private_notes()) {
        (Kept::Nothing, true) if !form.has_changes_to_keep() => td_string!(locale, leaving.no_draft_of_private_notes),
        (Kept::Nothing, _) => "",
        (Kept::Whole, false) => td_string!(locale, leaving.draft),
        (Kept::Whole, true) => td_string!(locale, leaving.draft_without_private_notes),
        (Kept::WithoutPhoto, false) => td_string!(locale, leaving.draft_without_photo),
        (Kept::WithoutPhoto, true) => td_string!(locale, leaving.draft_without_photo_and_private_notes),
    };
    let picture = move || if form.loses_picture() { td_string!(locale, leaving.no_draft_of_picture) } else { "" };
    view! {
        <p>{td_string!(locale, leaving.unsaved)} " " {draft} " " {picture}</p>
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
    }
}

/// The save can be waited for or stopped; either way the form tells what has become of it.
#[component]
fn Saving(form: AgentForm) -> impl IntoView {
    let locale = use_locale();
    let on_stop = move |_| {
        form.stop();
        form.stay();
    };
    view! {
        <p>{td_string!(locale, leaving.saving)}</p>
        <div class="buttons">
            <button type="button" class="button primary" autofocus on:click=move |_| form.stay()>
                {td_string!(locale, leaving.wait)}
            </button>
            <button type="button" class="button" on:click=on_stop>
                {td_string!(locale, leaving.stop)}
            </button>
        </div>
    }
}
