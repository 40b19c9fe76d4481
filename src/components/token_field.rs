//! A field that holds several short texts, each as a token.

use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::Element;

use super::{
    combobox::{Choice, Combobox},
    focus,
    icon::Icon,
};
use crate::{
    domain::tag_set,
    locale::{td_string, use_locale},
};

/// Enter, a comma, or leaving the field adds what is typed; Backspace in the empty field takes the last one off, once for each
/// press. The left arrow goes from the empty field to the tokens, arrows go from one to the next, and Delete or Backspace takes
/// off the one that has the focus. What differs from a suggestion only in case becomes the suggestion.
#[component]
pub fn TokenField(
    /// Unique within the element; the label names it in `for`.
    id: &'static str,
    /// The tokens, in their order.
    #[prop(into)]
    tokens: Signal<Vec<String>>,
    /// Takes another set.
    on_change: Callback<Vec<String>>,
    /// What is typed and not yet a token.
    text: RwSignal<String>,
    /// What can be picked.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// The ids of what is said below the field.
    #[prop(optional, into)]
    described_by: Signal<Option<String>>,
    /// Whether something is wrong with the tokens.
    #[prop(optional, into)]
    is_invalid: Signal<bool>,
    /// Whether the tokens can only be read.
    #[prop(optional, into)]
    is_locked: Signal<bool>,
) -> impl IntoView {
    let locale = use_locale();
    let told = RwSignal::new(String::new());
    let remove = move |token: &str| {
        if !is_locked.get_untracked() {
            told.set(td_string!(locale, combobox.tag_removed, tag = token));
            on_change.run(tokens.get_untracked().into_iter().filter(|other| other != token).collect());
        }
    };
    let add_all = move |texts: &[&str]| {
        let (mut now, known) = (tokens.get_untracked(), choices.get_untracked());
        let before = now.len();
        texts.iter().for_each(|text| add_token(&mut now, text, &known));
        text.set(String::new());
        if now.len() != before {
            on_change.run(now);
        }
    };
    let add = move |typed: &str| add_all(&typed.split(',').collect::<Vec<_>>());
    // A comma that is typed ends a token; one in a suggestion is a part of it.
    let pick = move |choice: Choice| add_all(&[&choice.value]);
    let on_key = Callback::new(move |event: ev::KeyboardEvent| {
        let typed = text.get_untracked();
        match event.key().as_str() {
            "Enter" | "," if !typed.trim().is_empty() => {
                event.prevent_default();
                add(&typed);
            }
            "," => event.prevent_default(),
            // Held down to empty the field, it would go on with the tokens.
            "Backspace" if typed.is_empty() && event.repeat() => {}
            "ArrowLeft" if typed.is_empty() && focus_neighbor(&event, Step::Back) => event.prevent_default(),
            "Backspace" if typed.is_empty() => {
                if let Some(last) = tokens.get_untracked().last() {
                    remove(last);
                }
            }
            _ => {}
        }
    });
    let rest = move || {
        let tokens = tokens.get();
        choices.get().into_iter().filter(|choice| !tokens.contains(&choice.value)).collect::<Vec<_>>()
    };

    view! {
        <div
            class="tokens"
            on:change=move |_| {
                let typed = text.get_untracked();
                if !typed.is_empty() {
                    add(&typed);
                }
            }
        >
            <For each=move || tokens.get() key=String::clone let:token>
                <span class="token">
                    <span class="text">{token.clone()}</span>
                    // Arrows lead here, so that these are no stops for Tab.
                    <button
                        type="button"
                        tabindex="-1"
                        aria-label=td_string!(locale, combobox.remove_tag, tag = token.as_str())
                        on:keydown={
                            let token = token.clone();
                            move |event: ev::KeyboardEvent| match event.key().as_str() {
                                "ArrowLeft" => {
                                    focus_neighbor(&event, Step::Back);
                                }
                                "ArrowRight" => {
                                    focus_neighbor(&event, Step::On);
                                }
                                "Delete" | "Backspace" if !event.repeat() => {
                                    event.prevent_default();
                                    focus_neighbor(&event, Step::On);
                                    remove(&token);
                                }
                                _ => {}
                            }
                        }
                        on:click=move |event| {
                            remove(&token);
                            focus_field(&event);
                        }
                    >
                        {Icon::Close.draw()}
                    </button>
                </span>
            </For>
            <Combobox
                id
                text
                on_type=move |typed| text.set(typed)
                choices=Signal::derive(rest)
                on_pick=Callback::new(pick)
                on_key
                described_by
                is_invalid
                is_locked
            />
            <span class="told" aria-live="polite">{told}</span>
        </div>
    }
}

/// A button that takes itself away leaves the focus to the field.
fn focus_field(event: &ev::MouseEvent) {
    let button = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
    let tokens = button.and_then(|button| button.closest(".tokens").ok().flatten());
    if let Some(Ok(Some(field))) = tokens.map(|tokens| tokens.query_selector("input")) {
        focus::give(&field);
    }
}

/// Where the focus goes from the field or from a token.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Back,
    On,
}

/// Moves the focus to the token beside the one that has it, or between the last one and the field; whether there is one.
fn focus_neighbor(event: &ev::KeyboardEvent, step: Step) -> bool {
    let from = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    let place = from.and_then(|from| from.closest(".token, .combobox").ok().flatten());
    let beside = place.and_then(|place| match step {
        Step::Back => place.previous_element_sibling(),
        Step::On => place.next_element_sibling(),
    });
    let control = beside.and_then(|beside| beside.query_selector("button, input").ok().flatten());
    control.inspect(focus::give).is_some()
}

/// Adds a text unless it is blank or there already, in the spelling that is known.
fn add_token(tokens: &mut Vec<String>, text: &str, known: &[Choice]) {
    let text = text.trim();
    let is_same = |other: &str| other.to_lowercase() == text.to_lowercase();
    let exact = known.iter().find(|choice| choice.value == text);
    let spelling = exact.or_else(|| known.iter().find(|choice| is_same(&choice.value)));
    tag_set::add(tokens, spelling.map_or(text, |choice| choice.value.as_str()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_case_variant_becomes_the_known_spelling_and_none_comes_twice() {
        let known = ["VIP", "Gold", "gold"].map(|name| Choice { name: name.into(), value: name.into() });
        let mut tokens = vec!["Silver".to_owned()];
        for text in ["vip", "VIP", " gold ", "new one", "silver", " "] {
            add_token(&mut tokens, text, &known);
        }
        assert_eq!(tokens, ["Silver", "VIP", "gold", "new one"]);
    }
}
