//! Filling the form from an e-mail signature or a vCard.

use leptos::{html, prelude::*};

use crate::{
    components::{enter::keep_from_submitting, focus::give},
    domain::field::Field,
    locale::{td_string, use_locale},
    state::agent_form::{AgentForm, Stage},
};

const ID: &str = "form-fill";

/// What is found in a pasted text is shown first, each value with a box to leave it out; nothing is saved by itself.
#[component]
pub fn FillFromText(form: AgentForm, is_busy: Memo<bool>) -> impl IntoView {
    let locale = use_locale();
    let text = form.pasted();
    let left_out = RwSignal::new(Vec::<Field>::new());
    let is_open = RwSignal::new(text.with_untracked(|text| !text.is_empty()));
    let left = Memo::new(move |_| {
        form.stage().with(|stage| match stage {
            Stage::TextLeft { is_saved: true } => Some(td_string!(locale, fill.left_by_save)),
            Stage::TextLeft { is_saved: false } => Some(td_string!(locale, fill.left)),
            _ => None,
        })
    });
    Effect::new(move |_| {
        form.attempts().track();
        let is_told_of = form.brought_back().get().is_some() || left.get_untracked().is_some();
        if is_told_of && text.with_untracked(|text| !text.is_empty()) {
            is_open.set(true);
        }
    });
    let found = Memo::new(move |_| form.news());
    let toggle = NodeRef::<html::Button>::new();
    let fill_in = move |_| {
        // The text waits in its box: what is being sent stays as it is.
        if is_busy.get_untracked() {
            return;
        }
        for (field, value) in found.get_untracked() {
            if !left_out.with_untracked(|left_out| left_out.contains(&field)) {
                form.type_into(field, value);
                form.leave_field(field);
            }
        }
        form.paste(String::new());
        is_open.set(false);
        if let Some(toggle) = toggle.get_untracked() {
            give(&toggle);
        }
    };
    let told = move || match (text.with(|text| text.trim().is_empty()), found.with(Vec::is_empty)) {
        (true, _) => "",
        (false, true) => td_string!(locale, fill.nothing_new),
        (false, false) if is_busy.get() => td_string!(locale, fill.after_the_save),
        (false, false) => td_string!(locale, fill.found),
    };
    view! {
        <div class="fill">
            <button
                type="button"
                class="link"
                node_ref=toggle
                aria-expanded=move || is_open.get().to_string()
                aria-controls="form-fill-box"
                disabled=is_busy
                on:click=move |_| is_open.update(|is_open| *is_open = !*is_open)
            >
                {td_string!(locale, fill.button)}
            </button>
            <div
                class="field"
                id="form-fill-box"
                hidden=move || !is_open.get()
                on:keydown=|event| keep_from_submitting(&event)
            >
                {move || {
                    left.get()
                        .map(|left| {
                            view! { <p class="form-obstacle notice" role="alert" part="notice" tabindex="-1">{left}</p> }
                        })
                }}
                <label for=ID>{td_string!(locale, fill.label)}</label>
                <textarea
                    id=ID
                    rows="5"
                    placeholder=td_string!(locale, fill.placeholder)
                    autocomplete="off"
                    prop:value=text
                    on:input=move |event| {
                        form.paste(event_target_value(&event));
                        left_out.set(Vec::new());
                    }
                ></textarea>
                <p class="hint" id="form-fill-told" role="status">{told}</p>
                <For each=move || found.get() key=Clone::clone let:one>
                    <Found one form left_out />
                </For>
                <Show when=move || found.with(|found| !found.is_empty())>
                    <div class="buttons">
                        <button
                            type="button"
                            class="button"
                            aria-disabled=move || is_busy.get().to_string()
                            aria-describedby="form-fill-told"
                            on:click=fill_in
                        >
                            {td_string!(locale, fill.fill_in)}
                        </button>
                    </div>
                </Show>
            </div>
        </div>
    }
}

/// A value that was found, and what it would take the place of.
#[component]
fn Found(one: (Field, String), form: AgentForm, left_out: RwSignal<Vec<Field>>) -> impl IntoView {
    let locale = use_locale();
    let (field, value) = one;
    // What the field says may be typed while this is shown.
    let replaced = move || {
        let now = form.draft().with(|draft| draft.shown(field));
        (!now.is_empty()).then(|| format!(" {}", td_string!(locale, fill.instead_of, value = now)))
    };
    let on_change = move |event| {
        left_out.update(|left_out| {
            left_out.retain(|other| *other != field);
            if !event_target_checked(&event) {
                left_out.push(field);
            }
        });
    };
    view! {
        <label class="choice">
            <input
                type="checkbox"
                prop:checked=move || left_out.with(|left_out| !left_out.contains(&field))
                on:change=on_change
            />
            <span>{td_string!(locale, fill.field, field = field.label(locale))} " " <strong>{value}</strong> {replaced}</span>
        </label>
    }
}
