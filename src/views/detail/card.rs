//! The agent for the reader's own address book.

use leptos::prelude::*;

use crate::{
    components::{download::download, icon::Icon, qr_code::QrCode},
    domain::{
        agent::Agent,
        vcard::{file_name, vcard},
    },
};

/// The contact as a file, and as a code for a telephone's camera.
#[component]
pub fn Card(agent: Memo<Agent>) -> impl IntoView {
    let is_shown = RwSignal::new(false);
    let has_failed = RwSignal::new(false);
    let on_download = move |_| {
        let (name, text) = agent.with_untracked(|agent| (file_name(agent), vcard(agent)));
        has_failed.set(download(&name, "text/vcard;charset=utf-8", &text).is_err());
    };
    let code = move || {
        is_shown.get().then(|| {
            let (name, text) = agent.with(|agent| (agent.display_name(), vcard(agent)));
            view! {
                <figure>
                    <QrCode text label=format!("QR code with the contact of {name}") />
                    <figcaption>"Point a phone’s camera here to add the contact."</figcaption>
                </figure>
            }
        })
    };
    view! {
        <div class="detail-section detail-card">
            <div class="buttons">
                <button type="button" class="button" on:click=on_download>
                    {Icon::Download.draw()}
                    "Download contact"
                </button>
                <button
                    type="button"
                    class="button"
                    aria-expanded=move || is_shown.get().to_string()
                    on:click=move |_| is_shown.update(|is_shown| *is_shown = !*is_shown)
                >
                    {Icon::QrCode.draw()}
                    "QR code"
                </button>
            </div>
            <Show when=move || has_failed.get()>
                <p class="notice" role="alert">"The browser could not make the file. Try again, or use the QR code."</p>
            </Show>
            {code}
        </div>
    }
}
