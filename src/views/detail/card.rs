//! The agent for the reader's own address book.

use leptos::prelude::*;

use crate::{
    components::{download::download, icon::Icon, qr_code::QrCode},
    domain::{
        agent::Agent,
        vcard::{file_name, vcard},
    },
    locale::{td_string, use_locale},
};

/// The contact as a file, and as a code for a telephone's camera.
#[component]
pub fn Card(agent: Memo<Agent>) -> impl IntoView {
    let locale = use_locale();
    let is_shown = RwSignal::new(false);
    let has_failed = RwSignal::new(false);
    let on_download = move |_| {
        let (name, text) = agent.with_untracked(|agent| (file_name(agent, locale), vcard(agent, locale)));
        has_failed.set(download(&name, "text/vcard;charset=utf-8", &text).is_err());
    };
    let code = move || {
        is_shown.get().then(|| {
            let (name, text) = agent.with(|agent| (agent.display_name(locale), vcard(agent, locale)));
            view! {
                <figure>
                    <QrCode text label=td_string!(locale, detail.qr_code_of, name = name) />
                    <figcaption>{td_string!(locale, detail.qr_code_hint)}</figcaption>
                </figure>
            }
        })
    };
    view! {
        <div class="detail-section detail-card">
            <div class="buttons">
                <button type="button" class="button" on:click=on_download>
                    {Icon::Download.draw()}
                    {td_string!(locale, detail.download)}
                </button>
                <button
                    type="button"
                    class="button"
                    aria-expanded=move || is_shown.get().to_string()
                    on:click=move |_| is_shown.update(|is_shown| *is_shown = !*is_shown)
                >
                    {Icon::QrCode.draw()}
                    {td_string!(locale, detail.qr_code)}
                </button>
            </div>
            <Show when=move || has_failed.get()>
                <p class="notice" role="alert" part="notice">{td_string!(locale, detail.no_file)}</p>
            </Show>
            {code}
        </div>
    }
}
