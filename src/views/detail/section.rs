//! A part of the panel under a heading of its own.

use leptos::prelude::*;

/// What is inside, under `title`.
#[component]
pub fn Section(title: &'static str, children: Children) -> impl IntoView {
    view! {
        <section class="detail-section">
            <h3>{title}</h3>
            {children()}
        </section>
    }
}

/// A name and a value of a description list.
#[component]
pub fn Fact(#[prop(into)] name: String, #[prop(into)] value: String) -> impl IntoView {
    view! {
        <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
        </div>
    }
}
