//! A round picture, or letters where there is none.

use leptos::{either::Either, prelude::*};

/// Shows `image`, or `initials` where there is no image or it can't be loaded. Decoration: the name stands beside it.
#[component]
pub fn Avatar(
    /// The picture's address.
    #[prop(into)]
    image: Signal<Option<String>>,
    /// One or two letters.
    #[prop(into)]
    initials: Signal<String>,
) -> impl IntoView {
    let broken = RwSignal::new(None::<String>);
    let picture = move || match image.get() {
        Some(address) if broken.with(|broken| broken.as_ref() != Some(&address)) => Either::Left(view! {
            <img
                src=address
                alt=""
                width="36"
                height="36"
                loading="lazy"
                decoding="async"
                on:error=move |_| broken.set(image.get_untracked())
            />
        }),
        _ => Either::Right(view! { <span>{initials.get()}</span> }),
    };
    view! { <span class="avatar" aria-hidden="true">{picture}</span> }
}
