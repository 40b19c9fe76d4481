//! What has come of the last thing that was done in the panel.

use leptos::{ev, prelude::*};
use web_sys::HtmlInputElement;

use super::Panel;
use crate::{domain::saved_view::SavedView, state::saved_views::SavedViewsError};

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
    let outcome = panel.outcome;
    view! {
        <div class="outcome" aria-live="polite">
            {move || match outcome.get() {
                Outcome::Nothing => ().into_any(),
                Outcome::Done(sentence) => view! { <p>{sentence}</p> }.into_any(),
                Outcome::Deleted(view) => view! { <Deleted panel view /> }.into_any(),
                Outcome::Link(link) => view! { <LinkToCopy link /> }.into_any(),
                Outcome::Taken(name) => view! { <Taken panel name /> }.into_any(),
                Outcome::Failed(error) => view! { <p class="error" role="alert">{error.to_string()}</p> }.into_any(),
            }}
        </div>
    }
}

#[component]
fn Deleted(panel: Panel, view: SavedView) -> impl IntoView {
    let sentence = format!("“{}” is deleted.", view.name);
    let on_click = move |_| {
        let back = format!("“{}” is back.", view.name);
        panel.outcome.set(Outcome::of(panel.views.add(view.clone()), |()| back));
        panel.focus();
    };
    view! {
        <p>{sentence}</p>
        <button type="button" class="button" on:click=on_click>
            "Undo"
        </button>
    }
}

#[component]
fn Taken(panel: Panel, name: String) -> impl IntoView {
    let sentence = format!("There is a view called “{name}” already. Choose another name, or replace what it shows.");
    let on_click = move |_| {
        let replaced = panel.views.replace(&name, panel.list.query().get_untracked());
        panel.outcome.set(Outcome::of(replaced, |()| format!("“{name}” shows the present list.")));
        panel.focus();
    };
    view! {
        <p class="error" role="alert">
            {sentence}
        </p>
        <button type="button" class="button" on:click=on_click>
            "Replace"
        </button>
    }
}

#[component]
fn LinkToCopy(link: String) -> impl IntoView {
    let select = |event: ev::FocusEvent| event_target::<HtmlInputElement>(&event.into()).select();
    view! {
        <label>
            <span>"The browser does not let this page copy. Copy this by hand:"</span>
            <input type="text" readonly prop:value=link on:focus=select />
        </label>
    }
}
