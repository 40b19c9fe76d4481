//! A text field with a list of suggestions: the combobox with list autocomplete of the ARIA Authoring Practices.

use crate::locale::{td_string, use_locale};
use leptos::{ev, html, prelude::*};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

/// How many suggestions are listed; typing narrows them.
const LISTED: usize = 50;

/// Something to pick.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Choice {
    /// What people see and type.
    pub name: String,
    /// What it stands for, shown beside the name where it is another.
    pub value: String,
}

/// A field to type in or pick from. Arrow keys go through the list, Enter picks, Escape closes it; focus stays in the field.
#[component]
pub fn Combobox(
    /// Unique within the element; the label names it in `for`.
    id: &'static str,
    /// Shown while the field is empty.
    #[prop(optional)]
    placeholder: &'static str,
    /// The text in the field.
    #[prop(into)]
    text: Signal<String>,
    /// Takes each change.
    #[prop(into)]
    on_type: Callback<String>,
    /// What can be picked; those whose name contains the text are listed.
    #[prop(into)]
    choices: Signal<Vec<Choice>>,
    /// Takes what was picked.
    on_pick: Callback<Choice>,
    /// Takes the keys that the list has no use for.
    #[prop(optional)]
    on_key: Option<Callback<ev::KeyboardEvent>>,
    /// The ids of what is said below the field.
    #[prop(optional, into)]
    described_by: Signal<Option<String>>,
    /// Whether something is wrong with the text.
    #[prop(optional, into)]
    is_invalid: Signal<bool>,
    /// Whether the text can only be read.
    #[prop(optional, into)]
    is_locked: Signal<bool>,
) -> impl IntoView {
    let locale = use_locale();
    let (open, active) = (RwSignal::new(false), RwSignal::new(None::<usize>));
    let listed = Memo::new(move |_| if open.get() { matching(&choices.get(), &text.get()) } else { Vec::new() });
    let is_shown = Memo::new(move |_| !listed.with(Vec::is_empty));
    let show = move |shown| {
        open.set(shown);
        active.set(None);
    };
    let pick = move |choice: Choice| {
        show(false);
        on_pick.run(choice);
    };
    let on_keydown = move |event: ev::KeyboardEvent| {
        let picked =
            active.get_untracked().and_then(|index| listed.with_untracked(|listed| listed.get(index).cloned()));
        match (event.key().as_str(), picked) {
            _ if event.is_composing() || event.ctrl_key() || event.meta_key() || is_locked.get_untracked() => {}
            ("ArrowDown" | "ArrowUp", _) => {
                event.prevent_default();
                open.set(true);
                let count = listed.with_untracked(Vec::len);
                active.update(|active| *active = step(*active, count, event.key() == "ArrowDown"));
            }
            ("Enter", Some(choice)) => {
                event.prevent_default();
                pick(choice);
            }
            ("Escape", _) if is_shown.get_untracked() => {
                event.stop_propagation();
                show(false);
            }
            _ => {
                if let Some(on_key) = on_key {
                    on_key.run(event.clone());
                }
                // What was typed has been taken, so there is nothing left to suggest.
                if event.key() == "Enter" || event.default_prevented() {
                    show(false);
                }
            }
        }
    };
    let list_id = format!("{id}-list");
    let option_id = move |index: usize| format!("{id}-{index}");
    // The list hears the clicks of its options, so that they can be drawn anew without new listeners.
    let options = move || {
        let option = |(index, choice): (usize, Choice)| {
            let value = (choice.value != choice.name).then(|| view! { <span class="value">{choice.value}</span> });
            view! {
                <li role="option" id=option_id(index) aria-selected=(active.get() == Some(index)).to_string()>
                    <span class="text">{choice.name}</span>
                    {value}
                </li>
            }
        };
        listed.get().into_iter().enumerate().map(option).collect_view()
    };
    let on_click = move |event: ev::MouseEvent| {
        let option = event.target().and_then(|target| target.dyn_into::<Element>().ok()?.closest("li").ok()?);
        let index = option.and_then(|option| option.id().strip_prefix(id)?.strip_prefix('-')?.parse::<usize>().ok());
        if let Some(choice) = index.and_then(|index| listed.with_untracked(|listed| listed.get(index).cloned())) {
            pick(choice);
        }
    };
    let list = NodeRef::<html::Ul>::new();
    Effect::new(move |_| {
        if let (Some(index), Some(list)) = (active.get(), list.get_untracked()) {
            keep_in_view(&list, index);
        }
    });

    view! {
        <div class="combobox">
            <input
                type="text"
                role="combobox"
                id=id
                placeholder=placeholder
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                aria-autocomplete="list"
                aria-expanded=move || is_shown.get().to_string()
                aria-controls=list_id.clone()
                aria-activedescendant=move || active.get().map(option_id)
                aria-describedby=described_by
                aria-invalid=move || is_invalid.get().then_some("true")
                readonly=is_locked
                prop:value=text
                on:input=move |event| {
                    on_type.run(event_target_value(&event));
                    show(true);
                }
                on:keydown=on_keydown
                on:click=move |_| open.set(!is_locked.get_untracked())
                on:blur=move |_| show(false)
            />
            // A press on the list must not take the focus from the field, nor Tab stop at it, as it does at what can be scrolled.
            <ul
                role="listbox"
                tabindex="-1"
                id=list_id
                aria-label=td_string!(locale, combobox.suggestions)
                hidden=move || !is_shown.get()
                node_ref=list
                on:mousedown=|event| event.prevent_default()
                on:click=on_click
            >
                {options}
            </ul>
        </div>
    }
}

/// The choices whose name contains `text`, whatever its case; those that begin with it first.
fn matching(choices: &[Choice], text: &str) -> Vec<Choice> {
    let text = text.trim().to_lowercase();
    let names = choices.iter().map(|choice| (choice.name.to_lowercase(), choice));
    let (first, then): (Vec<_>, Vec<_>) =
        names.filter(|(name, _)| name.contains(&text)).partition(|(name, _)| name.starts_with(&text));
    first.into_iter().chain(then).take(LISTED).map(|(_, choice)| choice.clone()).collect()
}

/// The option after or before `active`, round the ends; `None` where there is none.
fn step(active: Option<usize>, count: usize, forward: bool) -> Option<usize> {
    let last = count.checked_sub(1)?;
    Some(match (active, forward) {
        (None, true) => 0,
        (Some(index), true) if index >= last => 0,
        (Some(index), true) => index + 1,
        (None | Some(0), false) => last,
        (Some(index), false) => index - 1,
    })
}

/// Scrolls the list, and nothing around it.
fn keep_in_view(list: &web_sys::HtmlUListElement, index: usize) {
    let option = u32::try_from(index).ok().and_then(|index| list.children().item(index));
    let Some(option) = option.and_then(|option| option.dyn_into::<HtmlElement>().ok()) else { return };
    let (top, bottom) = (option.offset_top(), option.offset_top() + option.offset_height());
    if top < list.scroll_top() {
        list.set_scroll_top(top);
    } else if bottom > list.scroll_top() + list.client_height() {
        list.set_scroll_top(bottom - list.client_height());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(choices: &[Choice]) -> Vec<&str> {
        choices.iter().map(|choice| choice.name.as_str()).collect()
    }

    #[test]
    fn names_that_begin_with_the_text_come_first() {
        let choices =
            ["Safe Harbor", "Beacon", "Harbor Realty"].map(|name| Choice { name: name.into(), value: "".into() });
        assert_eq!(names(&matching(&choices, " harb")), ["Harbor Realty", "Safe Harbor"]);
        assert_eq!(matching(&choices, "").len(), 3);
        assert_eq!(matching(&choices, "zenith"), []);
    }

    #[test]
    fn arrow_keys_go_round_the_ends() {
        assert_eq!(step(None, 3, true), Some(0));
        assert_eq!(step(Some(2), 3, true), Some(0));
        assert_eq!(step(None, 3, false), Some(2));
        assert_eq!(step(Some(0), 3, false), Some(2));
        assert_eq!(step(Some(1), 3, false), Some(0));
        assert_eq!(step(Some(1), 0, true), None);
    }
}
