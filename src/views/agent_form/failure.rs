//! Why a save came to nothing.

use leptos::prelude::*;

use crate::{
    components::notice::ErrorNotice,
    locale::{td_string, use_locale},
    state::agent_form::{AgentForm, Failure, Stage},
};

/// The banner above the fields. It stays until the next save.
#[component]
pub fn FailureNotice(form: AgentForm) -> impl IntoView {
    let locale = use_locale();
    let failure = Memo::new(move |_| {
        form.stage().with(|stage| match stage {
            Stage::Failed(failure) => Some(failure.clone()),
            _ => None,
        })
    });
    let told = move |read: fn(&Failure) -> String| {
        Signal::derive(move || failure.with(|failure| failure.as_ref().map(read).unwrap_or_default()))
    };
    let message = told(|failure| {
        let parts = std::iter::once(&failure.message).chain(&failure.unmatched);
        parts.map(String::as_str).collect::<Vec<_>>().join(" ")
    });
    view! {
        <Show when=move || failure.with(Option::is_some)>
            <div class="form-obstacle" tabindex="-1">
                <ErrorNotice
                    message
                    details=told(|failure| failure.details.clone())
                    action=td_string!(locale, form.save_again)
                    on_action=move || form.save()
                />
            </div>
        </Show>
    }
}
