//! The tags of an agent.

use leptos::prelude::*;

use super::fields::problem_of;
use crate::{
    components::{
        combobox::Choice,
        text_field::{FieldNotes, described_by},
        token_field::TokenField,
    },
    domain::field::Field,
    locale::{td_string, use_locale},
    state::{
        agent_form::AgentForm,
        suggestions::{Seen, Suggestions},
    },
};

/// Tags as tokens, with those seen before to pick from.
#[component]
pub fn TagsField(form: AgentForm, suggestions: Suggestions, is_busy: Memo<bool>) -> impl IntoView {
    let locale = use_locale();
    // What a person should know who changes tags. API: certain.
    let hint = td_string!(locale, form.tags_hint);
    let id = "form-tags";
    let text = form.tag_text();
    let problem = problem_of(form, Field::Tags);
    let tags = Memo::new(move |_| form.draft().with(|draft| draft.tags().to_vec()));
    let choices = Signal::derive(move || {
        let seen = suggestions.seen().with(Seen::tags);
        seen.into_iter().map(|(name, value)| Choice { name, value }).collect::<Vec<_>>()
    });
    // Whoever types a tag after Save is not done: the Save that waits for a picture would send half of it.
    // A text that has gone has become a tag, which was told of then; this may come after Save has been pressed.
    Effect::new(move |before: Option<()>| {
        if text.with(|text| !text.is_empty()) && before.is_some() {
            form.wait_no_longer();
        }
    });
    let on_change = Callback::new(move |tags: Vec<String>| {
        form.set_tags(tags);
        form.leave_field(Field::Tags);
    });
    view! {
        <div class="field">
            <label for=id>{Field::Tags.label(locale)}</label>
            <TokenField
                id
                tokens=tags
                on_change
                text
                choices
                described_by=Signal::derive(described_by(id, true, problem))
                is_invalid=Signal::derive(move || problem.with(Option::is_some))
                is_locked=is_busy
            />
            <FieldNotes id hint=Some(hint) problem />
        </div>
    }
}
