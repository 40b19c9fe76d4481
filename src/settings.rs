//! What an embedder may set on the element, read from its attributes and checked.

mod api;
mod fetch;

pub use fetch::{Credentials, FetchSettings};

use crate::{
    domain::{
        query::{Page, Query},
        url_prefix::UrlPrefix,
    },
    locale::{Locale, is_language_tag, td_string},
};

/// The settings of one element. Every attribute is optional; [`Settings::default`] is what an element without any has.
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// `api`: where the proxy answers, without a trailing slash; a path of the page's own origin or an absolute address.
    pub api: String,
    /// `headers`, `credentials` and `timeout`: how the API is asked.
    pub fetch: FetchSettings,
    /// `query` and `page-size`: what the list shows at first.
    pub query: Query,
    /// `readonly`: whether every way to write is hidden.
    pub readonly: bool,
    /// `draft-private-notes`: whether drafts in the browser may hold the private notes.
    pub draft_private_notes: bool,
    /// `locale`: a BCP 47 language tag for words, numbers and dates; `None` follows the page, else the browser.
    pub locale: Option<String>,
    /// `url-state`: what this element's parameters in the page's URL begin with; `None` leaves the URL alone.
    pub url_state: Option<UrlPrefix>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            api: "/api".into(),
            fetch: FetchSettings::default(),
            query: Query::default(),
            readonly: false,
            draft_private_notes: false,
            locale: None,
            url_state: None,
        }
    }
}

/// An attribute whose value cannot be used. The widget shows the sentence instead of guessing what was meant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SettingsError {
    /// The attribute's name.
    pub attribute: &'static str,
    /// What is wrong and what is allowed.
    pub message: String,
}

impl Settings {
    /// Reads the attributes of an element through `attribute`, which gives a value by name. All bad values are reported, in
    /// the language `locale`.
    pub fn read(attribute: impl Fn(&str) -> Option<String>, locale: Locale) -> Result<Self, Vec<SettingsError>> {
        let mut settings = Self::default();
        let mut errors = Vec::new();
        settings.fetch = FetchSettings::read(&attribute, locale, &mut errors);
        let mut refuse = |attribute, message| errors.push(SettingsError { attribute, message });

        if let Some(api) = attribute("api") {
            match api::read(&api, locale) {
                Ok(api) => settings.api = api,
                Err(message) => refuse("api", message),
            }
        }
        if let Some(size) = attribute("page-size") {
            match size.trim().parse() {
                Ok(size @ 1..=Page::MAXIMUM_SIZE) => settings.query.page.size = size,
                _ => refuse(
                    "page-size",
                    td_string!(locale, settings.page_size, value = size.as_str(), maximum = Page::MAXIMUM_SIZE),
                ),
            }
        }
        if let Some(query) = attribute("query") {
            let pairs = form_urlencoded::parse(query.trim_start_matches('?').as_bytes()).into_owned();
            if let Err(error) = settings.query.apply_pairs(pairs) {
                refuse("query", td_string!(locale, settings.query, error = error.sentence(locale)));
            }
        }
        // As for other HTML attributes of this kind, being there is enough (HTML standard, "Boolean attributes"); but some
        // frameworks write what is off as "false".
        let is_on = |name| attribute(name).is_some_and(|value| !value.trim().eq_ignore_ascii_case("false"));
        settings.readonly = is_on("readonly");
        settings.draft_private_notes = is_on("draft-private-notes");
        settings.locale = attribute("locale").map(|tag| tag.trim().to_owned()).filter(|tag| !tag.is_empty());
        if let Some(tag) = settings.locale.as_deref().filter(|tag| !is_language_tag(tag)) {
            refuse("locale", td_string!(locale, settings.locale, value = tag));
        }
        if let Some(prefix) = attribute("url-state") {
            match UrlPrefix::new(prefix.trim()) {
                None => refuse("url-state", td_string!(locale, settings.url_state, value = prefix.as_str())),
                prefix => settings.url_state = prefix,
            }
        }
        if let Some(theme) = attribute("theme").filter(|theme| !matches!(theme.as_str(), "auto" | "light" | "dark")) {
            refuse("theme", td_string!(locale, settings.theme, value = theme.as_str()));
        }

        if errors.is_empty() { Ok(settings) } else { Err(errors) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(attributes: &[(&str, &str)]) -> Result<Settings, Vec<SettingsError>> {
        let attribute = |name: &str| attributes.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).into());
        Settings::read(attribute, Locale::en)
    }

    #[test]
    fn an_element_without_attributes_has_the_documented_defaults() {
        let settings = read(&[]).unwrap();
        assert_eq!(settings.api, "/api");
        assert_eq!(settings.query.page.size, 50);
    }

    #[test]
    fn flags_are_on_wherever_they_stand() {
        assert!(!read(&[]).unwrap().readonly && !read(&[]).unwrap().draft_private_notes);
        assert!(read(&[("draft-private-notes", "")]).unwrap().draft_private_notes);
        assert!(read(&[("readonly", "")]).unwrap().readonly);
        assert!(read(&[("readonly", "readonly")]).unwrap().readonly);
    }

    #[test]
    fn flags_that_frameworks_write_as_false_are_off() {
        for value in ["false", " False "] {
            let settings = read(&[("readonly", value), ("draft-private-notes", value)]).unwrap();
            assert!(!settings.readonly && !settings.draft_private_notes, "{value}");
        }
    }

    #[test]
    fn the_query_attribute_goes_over_page_size() {
        let settings = read(&[("page-size", "25"), ("query", "filter[tag]=VIP&sort=-agent_inspections")]).unwrap();
        assert_eq!(settings.query.page.size, 25);
        assert_eq!(settings.query.filters.tags, ["VIP"]);
        assert!(settings.query.sort.descending);
    }

    #[test]
    fn every_bad_value_is_told_by_the_name_of_its_attribute() {
        let errors = read(&[
            ("api", " "),
            ("page-size", "lots"),
            ("query", "sort=age"),
            ("locale", "en_US"),
            ("url-state", "a.b"),
            ("theme", "pink"),
        ])
        .unwrap_err();
        let attributes: Vec<_> = errors.iter().map(|error| error.attribute).collect();
        assert_eq!(attributes, ["api", "page-size", "query", "locale", "url-state", "theme"]);
    }

    #[test]
    fn a_page_size_beyond_the_api_s_limit_is_refused() {
        for size in ["0", "201", "-1", "1.5", ""] {
            assert!(read(&[("page-size", size)]).is_err(), "{size}");
        }
    }
}
