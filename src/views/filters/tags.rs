//! The field of tags.

use leptos::prelude::*;

use crate::{
    components::{combobox::Choice, token_field::TokenField},
    domain::field::Field,
    locale::use_locale,
    state::agent_list::AgentList,
};

/// The tags that the list is filtered by.
#[component]
pub fn TagsField(list: AgentList, choices: Signal<Vec<Choice>>) -> impl IntoView {
    let text = RwSignal::new(String::new());
    let tags = Memo::new(move |_| list.query().with(|query| query.filters.tags.clone()));
    let on_change = Callback::new(move |tags| {
        let mut filters = list.query().with_untracked(|query| query.filters.clone());
        filters.tags = tags;
        list.filter(filters);
    });
    view! {
        <div class="field">
            <label for="tags-filter">{Field::Tags.label(use_locale())}</label>
            <TokenField id="tags-filter" tokens=tags on_change text choices />
        </div>
    }
}
