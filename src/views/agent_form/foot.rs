//! The buttons of the form, and how far a save has come.

use leptos::prelude::*;

use crate::state::agent_form::{AgentForm, Stage, Step};

/// **Save** and **Cancel**, in sight however long the form is.
#[component]
pub fn Foot(form: AgentForm) -> impl IntoView {
    let step = Memo::new(move |_| {
        form.stage().with(|stage| match stage {
            Stage::Busy(step) => Some(*step),
            _ => None,
        })
    });
    let status = move || step.get().map(told);
    let uploaded = Memo::new(move |_| match step.get() {
        Some(Step::Uploading(sent)) => Some((sent * 100.0).round().clamp(0.0, 100.0)),
        _ => None,
    });
    view! {
        <div class="form-foot">
            <p class="form-status" role="status">{status}</p>
            <Show when=move || uploaded.get().is_some()>
                <div
                    class="upload"
                    role="progressbar"
                    aria-label="Uploading photo"
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
                    "Save"
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
                    {move || if step.get().is_some() { "Stop" } else { "Cancel" }}
                </button>
            </div>
        </div>
    }
}

fn told(step: Step) -> &'static str {
    match step {
        Step::Checking => "Looking what the directory has…",
        Step::Sending => "Saving…",
        Step::Uploading(sent) if sent < 1.0 => "Sending the photo…",
        Step::Uploading(_) => "The photo is there. Waiting for the directory…",
        Step::Confirming => "Making sure that all is saved…",
    }
}
