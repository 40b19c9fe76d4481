//! One way to reach the agent.

use leptos::{either::Either, prelude::*};

use crate::{
    components::{copy_button::CopyButton, icon::Icon},
    domain::links::short_address,
};

/// The text with its icon, as a link where `link` makes one of it, and a button that copies it. Nothing without text.
#[component]
pub fn ContactLine(
    icon: Icon,
    /// What it is, for example `Email`.
    name: &'static str,
    text: Memo<Option<String>>,
    link: fn(&str) -> Option<String>,
    announcement: RwSignal<String>,
) -> impl IntoView {
    move || {
        text.get().map(|text| {
            let shown = match link(&text) {
                Some(href) if icon == Icon::Web => {
                    let label = short_address(&text).to_owned();
                    let page = view! { <a href=href target="_blank" rel="noopener noreferrer">{label}</a> };
                    Either::Left(Either::Left(page))
                }
                Some(href) => Either::Left(Either::Right(view! { <a href=href>{text.clone()}</a> })),
                None => Either::Right(view! { <span>{text.clone()}</span> }),
            };
            view! {
                <li>
                    {icon.draw()}
                    <div>
                        <span class="contact-name">{name}</span>
                        {shown}
                    </div>
                    <CopyButton text name announcement />
                </li>
            }
        })
    }
}
