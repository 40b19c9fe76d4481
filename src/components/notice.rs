//! A message in the place of, or above, what could not be shown.

use leptos::{html, prelude::*};

use super::{focus::hand_on_at_the_end, live_text::live_text};
use crate::locale::{td_string, use_locale};

/// A message that is read out at once, with the one thing to do about it.
#[component]
pub fn ErrorNotice(
    /// What happened, what was kept, what to do.
    #[prop(into)]
    message: Signal<String>,
    /// What support needs to know, behind a disclosure.
    #[prop(into)]
    details: Signal<String>,
    /// The label of the button.
    action: &'static str,
    /// What the button does.
    on_action: impl Fn() + 'static,
) -> impl IntoView {
    let locale = use_locale();
    let notice = NodeRef::<html::Div>::new();
    hand_on_at_the_end(notice);
    view! {
        <div class="notice" role="alert" part="notice" node_ref=notice>
            <p>{message}</p>
            <button type="button" class="button" on:click=move |_| on_action()>
                {action}
            </button>
            <details>
                <summary>{td_string!(locale, notice.details)}</summary>
                <code>{details}</code>
            </details>
        </div>
    }
}

/// A message about a wait, with the way to cut it short. It is read out when the chance comes, without the seconds.
#[component]
pub fn WaitNotice(
    /// What happened and what was kept.
    #[prop(into)]
    message: Signal<String>,
    /// How long it still takes.
    #[prop(into)]
    countdown: Signal<String>,
    /// What support needs to know, behind a disclosure.
    #[prop(into)]
    details: Signal<String>,
    /// The label of the button.
    action: &'static str,
    /// What the button does.
    on_action: impl Fn() + 'static,
) -> impl IntoView {
    let locale = use_locale();
    let notice = NodeRef::<html::Div>::new();
    hand_on_at_the_end(notice);
    let told = live_text(move || message.get());
    view! {
        <div class="notice waiting" part="notice" node_ref=notice>
            <p>
                <span aria-live="polite">{told}</span>
                " "
                <span role="timer">{countdown}</span>
            </p>
            <button type="button" class="button" on:click=move |_| on_action()>
                {action}
            </button>
            <details>
                <summary>{td_string!(locale, notice.details)}</summary>
                <code>{details}</code>
            </details>
        </div>
    }
}

/// A message that may be read when there is time, with whatever can be done about it.
#[component]
pub fn MildNotice(children: Children) -> impl IntoView {
    let notice = NodeRef::<html::Div>::new();
    hand_on_at_the_end(notice);
    view! {
        <div class="notice mild" role="status" part="notice" node_ref=notice>
            {children()}
        </div>
    }
}
