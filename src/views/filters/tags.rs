//! The field of tags.

use leptos::{ev, prelude::*};

use crate::{
    components::{
        combobox::{Choice, Combobox},
        icon::Icon,
    },
    domain::query::Filter,
    state::agent_list::AgentList,
};

/// Tags as tokens: Enter or a comma adds what is typed, Backspace in the empty field takes the last one off.
#[component]
pub fn TagsField(list: AgentList, text: RwSignal<String>, choices: Signal<Vec<Choice>>) -> impl IntoView {
    let tags = Memo::new(move |_| list.query().with(|query| query.filters.tags.clone()));
    let filters = move || list.query().with_untracked(|query| query.filters.clone());
    let remove = move |tag: String| list.filter(filters().without(&Filter::Tag(tag)));
    let add = move |typed: &str| {
        let tags = typed.split(',').map(str::trim).filter(|tag| !tag.is_empty()).map(|tag| Filter::Tag(tag.into()));
        list.filter(tags.fold(filters(), |filters, tag| filters.with(tag)));
        text.set(String::new());
    };
    let on_key = Callback::new(move |event: ev::KeyboardEvent| {
        let typed = text.get_untracked();
        match event.key().as_str() {
            "Enter" | "," if !typed.trim().is_empty() => {
                event.prevent_default();
                add(&typed);
            }
            "," => event.prevent_default(),
            "Backspace" if typed.is_empty() => {
                if let Some(last) = tags.get_untracked().pop() {
                    remove(last);
                }
            }
            _ => {}
        }
    });
    let rest = move || {
        let unused = |choice: &Choice| tags.with(|tags| !tags.contains(&choice.value));
        choices.get().into_iter().filter(unused).collect::<Vec<_>>()
    };

    view! {
        <div class="field">
            <label for="tags-filter">"Tags"</label>
            <div class="tokens">
                <For each=move || tags.get() key=String::clone let:tag>
                    <span class="token">
                        <span class="text">{tag.clone()}</span>
                        // Backspace does the same by keyboard, so these are no stops for Tab; the chips above are.
                        <button
                            type="button"
                            tabindex="-1"
                            aria-label=format!("Remove tag {tag}")
                            on:click=move |_| remove(tag.clone())
                        >
                            {Icon::Close.draw()}
                        </button>
                    </span>
                </For>
                <Combobox
                    id="tags-filter"
                    text
                    choices=Signal::derive(rest)
                    on_pick=Callback::new(move |choice: Choice| add(&choice.value))
                    on_key
                />
            </div>
        </div>
    }
}
