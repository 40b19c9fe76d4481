//! The photo of an agent.

use leptos::prelude::*;

use crate::state::agent_form::AgentForm;

/// Stands in until the photo can be chosen.
#[component]
pub fn PhotoField(form: AgentForm, is_busy: Memo<bool>) -> impl IntoView {
    let _ = (form, is_busy);
}
