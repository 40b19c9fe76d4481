//! What has come of the last thing that was done in the panel.

use leptos::{ev, prelude::*};
use web_sys::HtmlInputElement;

use super::Panel;
use crate::{
    domain::saved_view::SavedView,
    locale::{td_string, use_locale},
    state::saved_views::SavedViewsError,
};

/// What there is to say.
#[derive(Clone, Debug, PartialEq)]
pub enum Outcome {
    /// Nothing.
    Nothing,
    /// It is done, as this sentence says.
    Done(String),
    /// This view is deleted, and can be brought back.
    Deleted(SavedView),
    /// This link has to be copied by hand.
    Link(String),
    /// The view of this name is there already, and can be given the present query.
    Taken(String),
    /// It is not done.
    Failed(SavedViewsError),
}

impl Outcome {
    /// Says `done`, or what has gone wrong.
    pub fn of<T>(result: Result<T, SavedViewsError>, done: impl FnOnce(T) -> String) -> Self {
        result.map_or_else(Self::Failed, |value| Self::Done(done(value)))
    }
}

/// The outcome, read out at once, with what can still be done about it.
#[component]
pub fn OutcomeNotice(panel: Panel) -> impl IntoView {
    let locale = use_locale();
    let outcome = panel.outcome;
    view! {
        <div class="outcome" aria-live="polite">
            {move || match outcome.get() {
                Outcome::Nothing => ().into_any(),
                Outcome::Done(sentence) => view! { <p>{sentence}</p> }.into_any(),
                Outcome::Deleted(view) => view! { <Deleted panel view /> }.into_any(),
                Outcome::Link(link) => view! { <LinkToCopy link /> }.into_any(),
                Outcome::Taken(name) => view! { <Taken panel name /> }.into_any(),
                Outcome::Failed(error) => view! { <p class="error" role="alert">{error.sentence(locale)}</p> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Deleted(panel: Panel, view: SavedView) -> impl IntoView {
    let locale = use_locale();
    let sentence = td_string!(locale, views.deleted, name = view.name.as_str());
    let on_click = move |_| {
        let back = td_string!(locale, views.back, name = view.name.as_str());
        panel.outcome.set(Outcome::of(panel.views.add(view.clone()), |()| back));
        panel.focus();
    };
    view! {
        <p>{sentence}</p>
        <button type="button" class="button" on:click=on_click>
            {td_string!(locale, action.undo)}
        </button>
    }
}

#[component]
fn Taken(panel: Panel, name: String) -> impl IntoView {
    let locale = use_locale();
    let sentence = td_string!(locale, views.taken, name = name.as_str());
    let on_click = move |_| {
        let replaced = panel.views.replace(&name, panel.list.query().get_untracked());
        panel.outcome.set(Outcome::of(replaced, |()| td_string!(locale, views.replaced, name = name.as_str())));
        panel.focus();
    };
    view! {
        <p class="error" role="alert">
            {sentence}
        </p>
        <button type="button" class="button" on:click=on_click>
            {td_string!(locale, action.replace)}
        </button>
    }
}

#[component]
fn LinkToCopy(link: String) -> impl IntoView {
    let locale = use_locale();
    let select = |event: ev::FocusEvent| event_target::<HtmlInputElement>(&event.into()).select();
    view! {
        <label>
            <span>{td_string!(locale, copy.by_hand)}</span>
            <input type="text" readonly prop:value=link on:focus=select />
        </label>
    }
}
