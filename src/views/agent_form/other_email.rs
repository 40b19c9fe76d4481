//! An email that was typed and can't be saved.

use leptos::prelude::*;

use crate::{
    locale::{td_string, use_locale},
    state::agent_form::AgentForm,
};

/// Says which email was typed of an agent who has another: it can't be changed, and is not to be lost. API: certain.
#[component]
pub fn OtherEmail(form: AgentForm) -> impl IntoView {
    let locale = use_locale();
    move || {
        let email = form.other_email().get()?;
        Some(view! {
            <div class="notice waiting" role="alert" part="notice">
                <p>{td_string!(locale, form.other_email, email = email)}</p>
            </div>
        })
    }
}
