//! A round picture, or letters where there is none.

use leptos::prelude::*;

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
    let shown = move || image.get().filter(|address| broken.with(|broken| broken.as_ref() != Some(address)));
    let letters = move || shown().is_none().then(|| view! { <span>{initials.get()}</span> });
    view! {
        <span class="avatar" aria-hidden="true">
            // Each address has a picture of its own: one whose address is changed shows the old face until the new one is there.
            <For each=shown key=String::clone let:address>
                <img
                    src=address
                    alt=""
                    width="36"
                    height="36"
                    loading="lazy"
                    decoding="async"
                    referrerpolicy="no-referrer"
                    on:error=move |_| broken.set(image.get_untracked())
                />
            </For>
            {letters}
        </span>
    }
}
