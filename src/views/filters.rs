//! The panel of filters.

mod tags;

use leptos::{ev, prelude::*};

use crate::{
    components::combobox::{Choice, Combobox},
    domain::{
        id::{AgencyId, AgentTeamId},
        query::Filter,
    },
    state::{
        agent_list::AgentList,
        filter_texts::FilterTexts,
        suggestions::{Seen, Suggestions},
    },
};
use tags::TagsField;

/// A field for each filter. They are applied when a field is left, on Enter, and as soon as a suggestion is picked.
#[component]
pub fn Filters(list: AgentList, suggestions: Suggestions) -> impl IntoView {
    let texts = FilterTexts::of(list, suggestions);
    let choices = move |read: fn(&Seen) -> Vec<(String, String)>| {
        Signal::derive(move || {
            suggestions.seen().with(read).into_iter().map(|(name, value)| Choice { name, value }).collect()
        })
    };
    let add = move |filter| list.filter(list.query().get_untracked().filters.with(filter));
    let pick_agency = Callback::new(move |choice: Choice| {
        texts.agency.set(choice.name);
        add(Filter::Agency(AgencyId::new(choice.value)));
    });
    let pick_team = Callback::new(move |choice: Choice| {
        texts.team.set(choice.name);
        add(Filter::Team(AgentTeamId::new(choice.value)));
    });
    let on_submit = move |event: ev::SubmitEvent| {
        event.prevent_default();
        texts.apply();
    };

    view! {
        <form class="filters" novalidate on:submit=on_submit on:change=move |_| texts.apply()>
            <div class="field">
                <label for="agency-filter">"Agency ID"</label>
                <Combobox
                    id="agency-filter"
                    placeholder="Name or ID"
                    text=texts.agency
                    choices=choices(Seen::agencies)
                    on_pick=pick_agency
                />
            </div>
            <div class="field">
                <label for="team-filter">"Team ID"</label>
                <Combobox
                    id="team-filter"
                    placeholder="Name or ID"
                    text=texts.team
                    choices=choices(Seen::teams)
                    on_pick=pick_team
                />
            </div>
            <TextField id="agent-filter" label="Agent ID" text=texts.agent />
            <TextField id="connection-filter" label="Connection ID" text=texts.connection />
            <EmailField texts />
            <TagsField list text=texts.tag choices=choices(Seen::tags) />
            <button type="submit" class="button">"Apply"</button>
        </form>
    }
}

#[component]
fn TextField(id: &'static str, label: &'static str, text: RwSignal<String>) -> impl IntoView {
    view! {
        <div class="field">
            <label for=id>{label}</label>
            <input
                type="text"
                id=id
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                prop:value=move || text.get()
                on:input=move |event| text.set(event_target_value(&event))
            />
        </div>
    }
}

/// The email and what is wrong with it. Its type is text to the browser, whose own check refuses addresses that exist.
#[component]
fn EmailField(texts: FilterTexts) -> impl IntoView {
    let problem = texts.email_problem();
    view! {
        <div class="field">
            <label for="email-filter">"Email"</label>
            <input
                type="text"
                inputmode="email"
                id="email-filter"
                placeholder="The whole address"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                aria-invalid=move || problem.get().map(|_| "true")
                aria-describedby=move || problem.get().map(|_| "email-filter-problem")
                prop:value=move || texts.email.get()
                on:input=move |event| texts.type_email(event_target_value(&event))
            />
            {move || {
                problem
                    .get()
                    .map(|problem| view! { <p class="problem" id="email-filter-problem" role="alert">{problem}</p> })
            }}
        </div>
    }
}
