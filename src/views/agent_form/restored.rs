//! What was typed before and has come back.

use leptos::prelude::*;

use crate::{
    components::date::DateFormat,
    locale::{td_string, use_locale},
    state::agent_form::AgentForm,
};

/// Says that the form begins with a draft, and offers to begin with the record.
#[component]
pub fn Restored(form: AgentForm, dates: DateFormat) -> impl IntoView {
    let locale = use_locale();
    let told = move || {
        let kept_at = String::from(js_sys::Date::new(&form.restored_at().get()?.into()).to_iso_string());
        Some(td_string!(locale, form.restored, date = dates.format(&kept_at)))
    };
    view! {
        <Show when=move || form.restored_at().get().is_some()>
            <div class="notice waiting">
                <p role="status">{told}</p>
                <button type="button" class="button" on:click=move |_| form.start_afresh()>
                    {td_string!(locale, form.start_afresh)}
                </button>
            </div>
        </Show>
    }
}
