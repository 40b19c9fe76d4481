//! What there is to say about the URL that the page was opened with.

use leptos::prelude::*;

use crate::{
    components::notice::MildNotice,
    locale::{td_string, use_locale},
    state::{saved_views::SavedViews, url_state::UrlState},
};

/// The parameters that were left out, and the view that a link has brought.
#[component]
pub fn UrlNotices(url: UrlState, views: SavedViews) -> impl IntoView {
    view! {
        <Refused url />
        <Shared url views />
    }
}

#[component]
fn Refused(url: UrlState) -> impl IntoView {
    let locale = use_locale();
    let refused = url.refused();
    let lines = move || {
        refused.with(|refused| refused.iter().map(|error| view! { <li>{error.sentence(locale)}</li> }).collect_view())
    };
    view! {
        <Show when=move || refused.with(|refused| !refused.is_empty())>
            <MildNotice>
                <div class="words">
                    <p>{td_string!(locale, url.left_out)}</p>
                    <ul>{lines}</ul>
                </div>
                <button type="button" class="button" on:click=move |_| url.dismiss_refused()>
                    {td_string!(locale, action.dismiss)}
                </button>
            </MildNotice>
        </Show>
    }
}

#[component]
fn Shared(url: UrlState, views: SavedViews) -> impl IntoView {
    let locale = use_locale();
    let (shared, saved) = (url.shared(), views.get());
    let error = RwSignal::new(None::<String>);
    // Whoever has the view already need not be asked.
    let new = Memo::new(move |_| shared.get().filter(|view| saved.with(|saved| !saved.contains(view))));
    let save = move |_| {
        if let Some(view) = new.get_untracked() {
            error.set(views.import(&view.to_text()).err().map(|error| error.sentence(locale)));
            if error.with_untracked(Option::is_none) {
                url.dismiss_shared();
            }
        }
    };
    let sentence = move || new.get().map(|view| td_string!(locale, url.shared, name = view.name));
    view! {
        <Show when=move || new.with(Option::is_some)>
            <MildNotice>
                <p>{sentence}</p>
                <button type="button" class="button" on:click=save>
                    {td_string!(locale, action.save_view)}
                </button>
                <button type="button" class="button" on:click=move |_| url.dismiss_shared()>
                    {td_string!(locale, action.dismiss)}
                </button>
                {move || error.get().map(|error| view! { <p role="alert">{error}</p> })}
            </MildNotice>
        </Show>
    }
}
