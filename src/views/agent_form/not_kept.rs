//! What a save was done without.

use leptos::prelude::*;

use crate::{
    domain::field::Field,
    state::agent_form::{AgentForm, Stage},
};

/// Names the fields that the server did not keep; they are still in the form.
#[component]
pub fn NotKept(form: AgentForm) -> impl IntoView {
    let lost = Memo::new(move |_| {
        form.stage().with(|stage| match stage {
            Stage::NotKept(fields) => Some(told(fields)),
            _ => None,
        })
    });
    move || {
        lost.get().map(|told| {
            view! {
                <div class="form-obstacle notice" role="alert" tabindex="-1">
                    <p>{told}</p>
                </div>
            }
        })
    }
}

fn told(fields: &[Field]) -> String {
    let fields = fields.iter().map(|field| field.label()).collect::<Vec<_>>().join(", ");
    format!(
        "Saved, but the server did not keep: {fields}. What you typed there is still here: save again, or leave it."
    )
}
