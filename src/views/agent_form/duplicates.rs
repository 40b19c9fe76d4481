//! Agents who may be the one that is about to be created.

use leptos::prelude::*;

use super::found_actions::FoundActions;
use crate::{
    domain::{agent::Agent, draft::Draft, field::Field, id::ConnectionId},
    locale::{td_string, use_locale},
    state::agent_form::{AgentForm, Stage},
};

/// What is compared.
const COMPARED: [Field; 5] = [Field::FirstName, Field::LastName, Field::Email, Field::Phone, Field::Agency];

/// Each of them beside what was typed, with the way to open them, to edit them, or to go on.
#[component]
pub fn Duplicates(form: AgentForm, on_open: Callback<ConnectionId>) -> impl IntoView {
    let locale = use_locale();
    let told = Memo::new(move |_| {
        form.stage().with(|stage| match stage {
            Stage::Duplicates { found, refusal } => (found.clone(), refusal.clone()),
            _ => (Vec::new(), None),
        })
    });
    let found = Memo::new(move |_| told.with(|(found, _)| found.clone()));
    let refusal = Memo::new(move |_| told.with(|(_, refusal)| refusal.clone()));
    let heading = move || td_string!(locale, duplicates.title, count = found.with(Vec::len) as u64);
    view! {
        <Show when=move || found.with(|found| !found.is_empty())>
            <section class="form-obstacle obstacle" aria-labelledby="duplicates-title" tabindex="-1">
                <h3 id="duplicates-title">{heading}</h3>
                <p role="alert">
                    {td_string!(locale, duplicates.told)} " " {refusal}
                </p>
                {move || {
                    found.get().into_iter().map(|agent| view! { <Candidate form agent on_open /> }).collect_view()
                }}
                <div class="buttons">
                    // What the server has refused for it, it would refuse again.
                    <Show when=move || refusal.with(Option::is_none)>
                        <button type="button" class="button" on:click=move |_| form.create_anyway()>
                            {td_string!(locale, duplicates.create_anyway)}
                        </button>
                    </Show>
                    <button type="button" class="button" on:click=move |_| form.resume()>
                        {td_string!(locale, duplicates.back)}
                    </button>
                </div>
            </section>
        </Show>
    }
}

#[component]
fn Candidate(form: AgentForm, agent: Agent, on_open: Callback<ConnectionId>) -> impl IntoView {
    let locale = use_locale();
    let (record, name) = (Draft::of(&agent), agent.display_name(locale));
    let typed = form.draft().get_untracked();
    let rows = COMPARED
        .into_iter()
        .filter(|field| !typed.shown(*field).is_empty() || !record.shown(*field).is_empty())
        .map(|field| {
            let (mine, theirs) = (typed.shown(field), record.shown(field));
            let is_same = mine == theirs;
            view! {
                <div class:same=is_same>
                    <dt>{field.label(locale)}</dt>
                    <dd>
                        <span class="told">{td_string!(locale, duplicates.typed_told)} " "</span>
                        {mine}
                    </dd>
                    <dd>
                        <span class="told">{td_string!(locale, duplicates.on_record_told)} " "</span>
                        {theirs}
                    </dd>
                </div>
            }
        })
        .collect_view();
    view! {
        <div class="comparison" role="group" aria-label=td_string!(locale, duplicates.compared, name = name)>
            <p aria-hidden="true">
                <span></span>
                <span>{td_string!(locale, duplicates.typed)}</span>
                <span>{td_string!(locale, duplicates.on_record)}</span>
            </p>
            <dl>{rows}</dl>
        </div>
        <FoundActions form agent on_open />
    }
}
