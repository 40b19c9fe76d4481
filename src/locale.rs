//! The language that an element speaks. It is fixed while the element is mounted: another one mounts it anew.

pub mod library;
pub mod plural_rules;
mod tag;
#[cfg(test)]
mod tests;

use leptos::prelude::{provide_context, use_context};

pub use self::tag::is_language_tag;
pub use crate::i18n::{I18nLocaleTrait, Locale, td_string};

/// The language of the words around a view.
pub fn use_locale() -> Locale {
    use_context().unwrap_or_default()
}

/// Gives the views of the present owner their language.
pub fn provide_locale(locale: Locale) {
    provide_context(locale);
}

/// The first of the languages in `tags` that there are words for, whatever the region; English where there is none.
pub fn spoken<Tag: AsRef<str>>(tags: impl IntoIterator<Item = Tag>) -> Locale {
    let known = |tag: Tag| {
        let language = tag.as_ref().trim().split(['-', '_']).next()?.to_ascii_lowercase();
        language.parse().ok()
    };
    tags.into_iter().find_map(known).unwrap_or_default()
}
