//! One way to reach the agent.

use leptos::{either::EitherOf3, prelude::*};

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
    /// Whether the screen shows the panel: the button, which nobody needs at once, comes after that.
    is_painted: ReadSignal<bool>,
    announcement: RwSignal<String>,
) -> impl IntoView {
    move || {
        text.get().map(|text| {
            let href = link(&text);
            // A handle alone does not tell of which site it is.
            let is_told_by_icon = icon != Icon::Web || href.is_some();
            let shown = match href {
                Some(href) if icon == Icon::Web => {
                    let label = breakable(short_address(&text));
                    EitherOf3::A(view! { <a href=href target="_blank" rel="noopener noreferrer">{label}</a> })
                }
                Some(href) => EitherOf3::B(view! { <a href=href>{breakable(&text)}</a> }),
                None => EitherOf3::C(view! { <span>{text.clone()}</span> }),
            };
            let copy = move || is_painted.get().then(|| view! { <CopyButton text=text.clone() name announcement /> });
            view! {
                <li>
                    {icon.draw()}
                    <div>
                        <span class="contact-name" class:unseen=is_told_by_icon>{name}" "</span>
                        {shown}
                    </div>
                    {copy}
                </li>
            }
        })
    }
}

/// An address that breaks where it reads best, if it must: before its signs rather than within a word.
fn breakable(text: &str) -> Vec<AnyView> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(at) = rest.char_indices().skip(1).find_map(|(at, letter)| "@./_".contains(letter).then_some(at)) {
        let (part, after) = rest.split_at(at);
        parts.push(view! { {part.to_owned()}<wbr /> }.into_any());
        rest = after;
    }
    parts.push(rest.to_owned().into_any());
    parts
}
