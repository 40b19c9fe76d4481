//! What can be done with the panel, and who it is about.

use leptos::{html, prelude::*};

use crate::{
    components::{avatar::Avatar, icon::Icon, icon_button::IconButton, number::NumberFormat},
    domain::{agent::Agent, field::Field, query::Filter},
    locale::{td_string, use_locale},
    state::{
        agent_form::AgentForm,
        opened_agent::{OpenedAgent, Step},
    },
};

/// The way to the agents before and after, with the place in the result, and out.
#[component]
pub fn Actions(
    opened: OpenedAgent,
    /// None where nothing may be written.
    form: Option<AgentForm>,
    numbers: NumberFormat,
) -> impl IntoView {
    let locale = use_locale();
    let is_known = Memo::new(move |_| opened.agent().with(Option::is_some));
    let can_step = move |step| Signal::derive(move || opened.can_step(step));
    let place = move || {
        if opened.is_not_on_this_page() {
            return Some(td_string!(locale, detail.not_on_this_page).into());
        }
        let place = opened.place()?;
        let number = numbers.format(place.number);
        Some(match place.total {
            Some(total) => td_string!(locale, detail.place_of, number = number, total = numbers.format(total)),
            None => number,
        })
    };
    view! {
        <IconButton
            name=td_string!(locale, detail.previous)
            icon=Icon::Previous
            enabled=can_step(Step::Previous)
            on_press=move || opened.step(Step::Previous)
        />
        <IconButton
            name=td_string!(locale, detail.next)
            icon=Icon::Next
            enabled=can_step(Step::Next)
            on_press=move || opened.step(Step::Next)
        />
        <span class="detail-place">{place}</span>
        <div class="detail-own-actions">
            {form.map(|form| view! { <Edit opened form is_known /> })}
            <IconButton name=td_string!(locale, action.close) icon=Icon::Close on_press=move || opened.close() />
        </div>
    }
}

#[component]
fn Edit(opened: OpenedAgent, form: AgentForm, is_known: Memo<bool>) -> impl IntoView {
    let locale = use_locale();
    let on_click = move |_| {
        if let Some(agent) = opened.agent().get_untracked() {
            form.open(&agent);
        }
    };
    view! {
        <Show when=move || is_known.get()>
            <button type="button" class="button" data-edit on:click=on_click>
                {Icon::Edit.draw()}
                {td_string!(locale, action.edit)}
            </button>
        </Show>
    }
}

/// Picture, name, agency, team and tags.
#[component]
pub fn Header(
    agent: Memo<Agent>,
    is_known: Memo<bool>,
    heading: NodeRef<html::H2>,
    on_filter: Callback<Filter>,
) -> impl IntoView {
    let locale = use_locale();
    let name = move || {
        if is_known.get() {
            agent.with(|agent| agent.display_name(locale))
        } else {
            td_string!(locale, detail.agent).into()
        }
    };
    let image = Signal::derive(move || agent.with(|agent| agent.image_url.clone()));
    let initials = Signal::derive(move || agent.with(Agent::initials));
    view! {
        <header class="detail-header">
            <div class="detail-title">
                <Avatar image initials />
                <div>
                    <h2 id="detail-name" tabindex="-1" aria-live="polite" node_ref=heading>{name}</h2>
                    <Belonging agent on_filter />
                </div>
            </div>
            <Tags agent on_filter />
        </header>
    }
}

/// Agency and team. Where they have an id, a click finds the others who belong to them.
#[component]
fn Belonging(agent: Memo<Agent>, on_filter: Callback<Filter>) -> impl IntoView {
    let locale = use_locale();
    let agency = Memo::new(move |_| {
        agent.with(|agent| (agent.agency_name.clone(), agent.agency_id.clone().map(Filter::Agency)))
    });
    let team = Memo::new(move |_| {
        agent.with(|agent| (agent.agent_team_name.clone(), agent.agent_team_id.clone().map(Filter::Team)))
    });
    let part = move |part: Memo<(Option<String>, Option<Filter>)>| {
        move || {
            let (name, filter) = part.get();
            let name = name?;
            Some(if let Some(filter) = filter {
                let title = td_string!(locale, detail.all_of, name = name.as_str());
                let on_click = move |_| on_filter.run(filter.clone());
                view! { <button type="button" class="text-button" title=title on:click=on_click>{name}</button> }
                    .into_any()
            } else {
                view! { <span>{name}</span> }.into_any()
            })
        }
    };
    view! {
        <p class="detail-belonging">
            {part(agency)}
            {part(team)}
        </p>
    }
}

/// All tags, of which a row names the first. A click finds the others who have the tag.
#[component]
fn Tags(agent: Memo<Agent>, on_filter: Callback<Filter>) -> impl IntoView {
    let locale = use_locale();
    let tags = Memo::new(move |_| agent.with(|agent| agent.tags.clone()));
    let chip = move |tag: String| {
        let filter = Filter::Tag(tag.clone());
        let on_click = move |_| on_filter.run(filter.clone());
        let does = td_string!(locale, rows.only_tag);
        view! {
            <li>
                <button type="button" class="chip" aria-description=does title=does on:click=on_click>
                    {tag}
                </button>
            </li>
        }
    };
    move || {
        let chips: Vec<_> = tags.get().into_iter().map(chip).collect();
        (!chips.is_empty()).then(|| view! { <ul class="detail-tags" aria-label=Field::Tags.label(locale)>{chips}</ul> })
    }
}
