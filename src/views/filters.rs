//! The panel of filters.

mod tags;

use leptos::{ev, prelude::*};

use crate::{
    components::{
        combobox::{Choice, Combobox},
        text_field::{Kind, TextField},
    },
    domain::{
        field::Field,
        id::{AgencyId, AgentTeamId},
        query::Filter,
    },
    locale::{td_string, use_locale},
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
    let locale = use_locale();
    let texts = FilterTexts::of(list, suggestions, locale);
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
                <label for="agency-filter">{td_string!(locale, field.agency_id)}</label>
                <Combobox
                    id="agency-filter"
                    placeholder=td_string!(locale, filters.name_or_id)
                    text=texts.agency
                    on_type=move |text| texts.agency.set(text)
                    choices=choices(Seen::agencies)
                    on_pick=pick_agency
                />
            </div>
            <div class="field">
                <label for="team-filter">{td_string!(locale, field.team_id)}</label>
                <Combobox
                    id="team-filter"
                    placeholder=td_string!(locale, filters.name_or_id)
                    text=texts.team
                    on_type=move |text| texts.team.set(text)
                    choices=choices(Seen::teams)
                    on_pick=pick_team
                />
            </div>
            <TextField
                id="agent-filter"
                label=td_string!(locale, field.agent_id)
                kind=Kind::Code
                text=texts.agent
                on_type=move |text| texts.agent.set(text)
            />
            <TextField
                id="connection-filter"
                label=td_string!(locale, field.connection_id)
                kind=Kind::Code
                text=texts.connection
                on_type=move |text| texts.connection.set(text)
            />
            <TextField
                id="email-filter"
                label=Field::Email.label(locale)
                kind=Kind::ExactEmail
                placeholder=td_string!(locale, filters.whole_address)
                text=texts.email
                on_type=move |text| texts.type_email(text)
                problem=Signal::derive(move || texts.email_problem().get().map(str::to_owned))
            />
            <TagsField list choices=choices(Seen::tags) />
            <button type="submit" class="button">{td_string!(locale, action.apply)}</button>
        </form>
    }
}
