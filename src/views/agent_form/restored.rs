//! What was typed before and has come back.

use leptos::prelude::*;

use crate::{
    components::{date::DateFormat, live_text::live_text},
    locale::{td_string, use_locale},
    state::agent_form::AgentForm,
};

/// Says that the form begins with a draft, and offers to begin with the record.
#[component]
pub fn Restored(form: AgentForm, dates: DateFormat) -> impl IntoView {
    let locale = use_locale();
    let is_back = Memo::new(move |_| form.brought_back().with(Option::is_some));
    let told = live_text(move || {
        let back = form.brought_back().get();
        back.map_or_else(String::new, |back| {
            let kept_at = String::from(js_sys::Date::new(&back.kept_at.into()).to_iso_string());
            let restored = td_string!(locale, form.restored, date = dates.format(&kept_at));
            if back.may_be_saved { format!("{restored} {}", td_string!(locale, form.may_be_saved)) } else { restored }
        })
    });
    view! {
        <div class:notice=is_back class:waiting=is_back part=move || is_back.get().then_some("notice")>
            <p role="status">{told}</p>
            <Show when=move || is_back.get()>
                <button type="button" class="button" on:click=move |_| form.start_afresh()>
                    {td_string!(locale, form.start_afresh)}
                </button>
            </Show>
        </div>
    }
}
