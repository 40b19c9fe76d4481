//! The buttons of the form, and how far a save has come.

use leptos::prelude::*;

use crate::{
    locale::{Locale, td_string, use_locale},
    state::agent_form::{AgentForm, PictureWait, Stage, Step},
    views::failure::Wait,
};

/// **Save** and **Cancel**, in sight however long the form is.
#[component]
pub fn Foot(form: AgentForm) -> impl IntoView {
    let locale = use_locale();
    let step = Memo::new(move |_| {
        form.stage().with(|stage| match stage {
            Stage::Busy(step) => Some(*step),
            _ => None,
        })
    });
    let status = move || match (step.get(), form.waiting().get()) {
        (Some(step), _) => told(step, locale),
        (None, PictureWait::No) => "",
        (None, PictureWait::ForPicture) => td_string!(locale, form.waiting_for_picture),
        (None, PictureWait::NoLonger) => td_string!(locale, form.waiting_no_longer),
    };
    let uploaded = Memo::new(move |_| match step.get() {
        Some(Step::Uploading(sent)) => Some((sent * 100.0).round().clamp(0.0, 100.0)),
        _ => None,
    });
    let retry = form.retry();
    let is_repeated = Memo::new(move |_| retry.waiting().with(Option::is_some));
    let kept = Signal::derive(move || match step.get() {
        Some(Step::Confirming) => td_string!(locale, form.may_be_saved_by_now),
        _ => td_string!(locale, form.still_here),
    });
    view! {
        // It takes the focus of the button that ends the wait, when that goes.
        <div class="form-foot" tabindex="-1">
            // Read out anew after each save that was refused.
            <For each=move || form.refused().get() key=|(save, _)| *save let:refused>
                <p class="form-status" role="alert">{td_string!(locale, form.refused, count = refused.1 as u64)}</p>
            </For>
            <p class="form-status" role="status">{status}</p>
            <Show when=move || is_repeated.get()>
                <Wait waiting=retry.waiting() kept on_retry_now=move |()| retry.retry_now() />
            </Show>
            <Show when=move || uploaded.get().is_some()>
                <div
                    class="upload"
                    role="progressbar"
                    aria-label=td_string!(locale, form.uploading)
                    aria-valuemin="0"
                    aria-valuemax="100"
                    aria-valuenow=move || uploaded.get().map(|percent| percent.to_string())
                    style:--_sent=move || format!("{}%", uploaded.get().unwrap_or_default())
                ></div>
            </Show>
            <div class="buttons">
                <button
                    type="submit"
                    class="button primary"
                    aria-disabled=move || step.get().is_some().to_string()
                >
                    {td_string!(locale, action.save)}
                </button>
                <button
                    type="button"
                    class="button"
                    on:click=move |_| {
                        if step.get_untracked().is_some() {
                            form.stop();
                        } else {
                            form.leave();
                        }
                    }
                >
                    {move || if step.get().is_some() { td_string!(locale, action.stop) } else { td_string!(locale, action.cancel) }}
                </button>
            </div>
        </div>
    }
}

fn told(step: Step, locale: Locale) -> &'static str {
    match step {
        Step::Checking => td_string!(locale, form.checking),
        Step::Sending => td_string!(locale, form.sending),
        Step::Uploading(sent) if sent < 1.0 => td_string!(locale, form.sending_photo),
        Step::Uploading(_) => td_string!(locale, form.photo_sent),
        Step::Confirming => td_string!(locale, form.confirming),
    }
}
