//! leptos_i18n as the compiled catalogues use it: all but the plural rules, which it would bring along for every language
//! there is. The browser has them.

pub use leptos_i18n::*;

/// What the compiled catalogues call.
#[doc(hidden)]
pub mod __private {
    pub use leptos_i18n::__private::*;

    pub use crate::locale::plural_rules::{InterpolatePluralCount, get_plural_rules};
}

/// The libraries beneath.
#[doc(hidden)]
pub mod reexports {
    pub use leptos_i18n::reexports::*;

    pub mod icu {
        pub use leptos_i18n::reexports::icu::*;

        pub use crate::locale::plural_rules as plurals;
    }
}
