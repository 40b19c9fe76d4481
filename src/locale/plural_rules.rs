//! Plural rules of the Unicode CLDR, in the shape that the compiled catalogues expect. `Intl.PluralRules` of the browser
//! knows them, as `Intl` writes numbers and dates.

use super::{I18nLocaleTrait, Locale};

/// What is counted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PluralRuleType {
    /// One, two, three.
    Cardinal,
}

/// A form of a plural.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is the CLDR's category of that name")]
pub enum PluralCategory {
    Zero,
    One,
    Two,
    Few,
    Many,
    Other,
}

/// A count.
#[derive(Clone, Copy, Debug)]
pub struct PluralOperands(u64);

impl From<u32> for PluralOperands {
    fn from(count: u32) -> Self {
        Self(count.into())
    }
}

impl From<u64> for PluralOperands {
    fn from(count: u64) -> Self {
        Self(count)
    }
}

impl From<usize> for PluralOperands {
    fn from(count: usize) -> Self {
        Self(count as u64)
    }
}

/// A count in a view.
pub trait InterpolatePluralCount: Fn() -> Self::Count + Clone + 'static + Send + Sync {
    /// What is counted.
    type Count: Into<PluralOperands>;
}

impl<T: Into<PluralOperands>, F: Fn() -> T + Clone + 'static + Send + Sync> InterpolatePluralCount for F {
    type Count = T;
}

/// The rules of one language.
#[derive(Clone, Copy, Debug)]
pub struct PluralRules(Locale);

/// The rules of a language. It has none for an order, such as first and second.
pub fn get_plural_rules(locale: Locale, _: PluralRuleType) -> PluralRules {
    PluralRules(locale)
}

impl PluralRules {
    /// The form for a count.
    pub fn category_for(self, count: impl Into<PluralOperands>) -> PluralCategory {
        match category(self.0.as_str(), count.into().0).as_str() {
            "zero" => PluralCategory::Zero,
            "one" => PluralCategory::One,
            "two" => PluralCategory::Two,
            "few" => PluralCategory::Few,
            "many" => PluralCategory::Many,
            _ => PluralCategory::Other,
        }
    }
}

#[cfg(target_arch = "wasm32")]
fn category(language: &str, count: u64) -> String {
    use js_sys::{Array, Intl, Object};

    let rules = Intl::PluralRules::new(&Array::of1(&language.into()), &Object::new());
    rules.select(count as f64).into()
}

#[cfg(not(target_arch = "wasm32"))]
fn category(language: &str, count: u64) -> String {
    use icu_locale::Locale;
    use icu_plurals::{PluralRules, PluralRulesOptions};

    let rules = Locale::try_from_str(language)
        .ok()
        .and_then(|locale| PluralRules::try_new(locale.into(), PluralRulesOptions::default()).ok());
    rules.map(|rules| format!("{:?}", rules.category_for(count)).to_lowercase()).unwrap_or_default()
}
