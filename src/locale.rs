//! The language that an element speaks. It is fixed while the element is mounted: another one mounts it anew.

#[cfg(test)]
mod tests;

use std::sync::Once;

use icu_plurals::{PluralRuleType, PluralRules, PluralRulesOptions};
use leptos::prelude::{provide_context, use_context};
use leptos_i18n::{
    custom_provider::{IcuDataProvider, set_icu_data_provider},
    reexports::icu::{locid, provider::DataError},
};

pub use crate::i18n::{Locale, td_string};

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

/// Whether a text is a language tag of BCP 47 such as `es-MX`; `es_MX`, as operating systems write it, is none.
pub fn is_language_tag(text: &str) -> bool {
    !text.contains('_') && locid::Locale::try_from_str(text).is_ok()
}

/// `td_string!` for words that depend on a count.
macro_rules! counted_string {
    ($($words:tt)*) => {{
        $crate::locale::provide_plural_rules();
        $crate::locale::td_string!($($words)*)
    }};
}
pub(crate) use counted_string;

/// Gives the library the plural rules of the Unicode CLDR. With its own feature for them it would want data for dates and
/// currencies too, of one fixed version.
pub fn provide_plural_rules() {
    static PROVIDED: Once = Once::new();
    PROVIDED.call_once(|| set_icu_data_provider(Rules));
}

struct Rules;

impl IcuDataProvider for Rules {
    fn try_new_plural_rules(
        &self,
        locale: &locid::Locale,
        rule_type: PluralRuleType,
    ) -> Result<PluralRules, DataError> {
        PluralRules::try_new(locale.into(), PluralRulesOptions::default().with_type(rule_type))
    }
}
