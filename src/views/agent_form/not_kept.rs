//! What a save was done without.

use leptos::prelude::*;

use crate::{
    domain::field::Field,
    locale::{Locale, td_string, use_locale},
    state::agent_form::{AgentForm, Stage},
};

/// Names the fields that the server did not keep; they are still in the form.
#[component]
pub fn NotKept(form: AgentForm) -> impl IntoView {
    let locale = use_locale();
    let lost = Memo::new(move |_| {
        form.stage().with(|stage| match stage {
            Stage::NotKept(fields) => Some(told(fields, locale)),
            _ => None,
        })
    });
    move || {
        lost.get().map(|told| {
            view! {
                <div class="form-obstacle notice" role="alert" part="notice" tabindex="-1">
                    <p>{told}</p>
                </div>
            }
        })
    }
}

fn told(fields: &[Field], locale: Locale) -> String {
    let fields = fields.iter().map(|field| field.label(locale)).collect::<Vec<_>>().join(", ");
    td_string!(locale, form.not_kept, fields = fields)
}
