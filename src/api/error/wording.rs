//! Errors in words, for people and for support.

use std::time::Duration;

use super::{Error, StatusError};
use crate::locale::{Locale, td_string};

impl Error {
    /// What happened and what to do, for the person at the screen.
    pub fn sentence(&self, locale: Locale) -> String {
        match self {
            Self::Network { .. } => td_string!(locale, error.network, cause = self.cause(locale)),
            Self::TimedOut { seconds } => td_string!(locale, error.timed_out, count = *seconds),
            Self::Aborted => td_string!(locale, error.aborted).into(),
            Self::Decode { .. } => td_string!(locale, error.decode).into(),
            Self::NoRows { page } => td_string!(locale, error.no_rows, page = *page),
            Self::Status(error) => match error.status {
                429 | 502..=504 => format!("{} {}", self.cause(locale), when_to_try(error.retry_after, locale)),
                _ => status_sentence(error, locale),
            },
        }
    }

    /// What happened to a request for the list, and what to do. Nothing in it can be removed, sent smaller or compared: then
    /// something is wrong with the page.
    pub fn list_sentence(&self, locale: Locale) -> String {
        match self.status() {
            Some(404 | 410) => td_string!(locale, list.not_found).into(),
            Some(409 | 413 | 415) => td_string!(locale, error.refused).into(),
            _ => self.sentence(locale),
        }
    }

    /// What happened, without what to do: for as long as the widget itself does something about it.
    pub fn cause(&self, locale: Locale) -> &'static str {
        match self.status() {
            None => td_string!(locale, error.unreachable),
            Some(429) => td_string!(locale, error.rate_limited),
            Some(_) => td_string!(locale, error.out_of_reach),
        }
    }

    /// What support needs to know. It is the same in every language, so that it can be searched for.
    pub fn details(&self) -> String {
        match self {
            Self::Network { detail } => format!("network: {detail}"),
            Self::TimedOut { seconds } => format!("timed out after {seconds} s"),
            Self::Aborted => "aborted".into(),
            Self::Decode { path, message, excerpt } => format!("{path}: {message}. It begins: {excerpt}"),
            Self::NoRows { page } => {
                format!("page {page} came without rows, and the server says that the list reaches it")
            }
            Self::Status(error) => status_details(error),
        }
    }
}

impl StatusError {
    /// The server's own words, the most exact first.
    fn words(&self) -> Option<&str> {
        self.errors.iter().find_map(|error| error.detail.as_deref().or(error.title.as_deref()))
    }
}

fn status_sentence(error: &StatusError, locale: Locale) -> String {
    let meaning = match error.status {
        400 | 406 => td_string!(locale, error.bad_request),
        401 => td_string!(locale, error.unknown_key),
        403 => td_string!(locale, error.not_allowed),
        404 => td_string!(locale, error.not_found),
        409 => td_string!(locale, error.conflict),
        413 => td_string!(locale, error.too_large),
        415 => td_string!(locale, error.wrong_kind),
        422 => td_string!(locale, error.bad_values),
        500.. => td_string!(locale, error.server),
        _ => td_string!(locale, error.refused),
    };
    match error.words().filter(|_| error.status < 500) {
        Some(words) => td_string!(locale, error.says, meaning = meaning, words = words),
        None => meaning.into(),
    }
}

/// From two minutes on in minutes, rounded up: nobody counts more seconds.
fn when_to_try(retry_after: Option<Duration>, locale: Locale) -> String {
    match retry_after.map_or(0, |wait| wait.as_secs()) {
        0 => td_string!(locale, error.in_a_moment).into(),
        seconds @ ..120 => td_string!(locale, error.in_seconds, count = seconds),
        seconds => td_string!(locale, error.in_minutes, count = seconds.div_ceil(60)),
    }
}

fn status_details(error: &StatusError) -> String {
    let mut parts = vec![format!("status {}", error.status)];
    for object in &error.errors {
        let members = [&object.code, &object.title, &object.detail, &object.pointer, &object.parameter, &object.header];
        parts.push(members.into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(", "));
    }
    parts.extend(error.text.clone());
    parts.extend(error.request_id.as_ref().map(|id| format!("request {id}")));
    parts.extend(error.retry_after.map(|wait| format!("retry after {} s", wait.as_secs())));
    parts.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json_api::document::Document;

    fn status(status: u16, headers: &[(&str, &str)], body: &str) -> StatusError {
        let header = |name: &str| headers.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        StatusError::read(status, header, body.as_bytes(), 0)
    }

    #[test]
    fn every_error_has_a_sentence_of_its_own() {
        let statuses = [400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 502];
        let mut errors: Vec<_> = statuses.map(|code| Error::Status(Box::new(status(code, &[], "")))).into();
        errors.extend([
            Error::Network { detail: String::new() },
            Error::TimedOut { seconds: 20 },
            Error::Aborted,
            Error::decode(&Document::parse(b"<").unwrap_err(), b"<"),
            Error::NoRows { page: 2 },
        ]);
        let mut sentences: Vec<_> = errors.iter().map(|error| error.sentence(Locale::en)).collect();
        sentences.sort();
        sentences.dedup();
        assert_eq!(sentences.len(), errors.len());
        assert!(errors.iter().all(|error| !error.details().is_empty()), "support has something to go by");
    }

    /// A list that can't be loaded was said to have been removed, or to need a smaller photo.
    #[test]
    fn what_is_wrong_with_the_list_is_for_whoever_looks_after_the_page() {
        for code in [404, 409, 410, 413, 415] {
            let sentence = Error::Status(Box::new(status(code, &[], ""))).list_sentence(Locale::en);
            assert!(sentence.to_lowercase().contains("tell whoever looks after this page"), "{code}: {sentence}");
        }
        let busy = Error::Status(Box::new(status(503, &[], "")));
        assert_eq!(busy.list_sentence(Locale::en), busy.sentence(Locale::en));
    }

    #[test]
    fn the_server_s_words_reach_the_person_and_the_rest_reaches_support() {
        let body = include_str!("../../../tests/fixtures/errors_json_api.json");
        let error = Error::Status(Box::new(status(422, &[("x-request-id", "r-1")], body)));
        assert!(error.sentence(Locale::en).contains("Email has already been taken"));
        for part in ["422", "/data/attributes/email", "page[size]", "r-1"] {
            assert!(error.details().contains(part), "{part}");
        }
    }

    #[test]
    fn too_many_requests_tells_how_long_to_wait() {
        let sentence = |wait| Error::Status(Box::new(status(429, &[("retry-after", wait)], ""))).sentence(Locale::en);
        assert!(sentence("30").ends_with("in 30 seconds."));
        assert!(sentence("1").ends_with("in 1 second."));
        assert!(sentence("0").ends_with("in a moment."));
        assert!(sentence("119").ends_with("in 119 seconds."));
        assert!(sentence("121").ends_with("in 3 minutes."));
    }

    #[test]
    fn an_unreadable_answer_tells_support_where() {
        let body = br#"{"data":[{"type":"connection"}]}"#;
        let error = Error::decode(&Document::parse(body).unwrap_err(), body);
        assert!(error.details().starts_with("data[0].id: there is no id"), "{}", error.details());
    }

    #[test]
    fn a_wait_is_told_in_the_reader_s_language() {
        let sentence =
            |wait, locale| Error::Status(Box::new(status(429, &[("retry-after", wait)], ""))).sentence(locale);
        assert!(sentence("1", Locale::es).ends_with("en 1 segundo."), "{}", sentence("1", Locale::es));
        assert!(sentence("2", Locale::es).ends_with("en 2 segundos."), "{}", sentence("2", Locale::es));
        assert!(sentence("1", Locale::fr).ends_with("dans 1 seconde."), "{}", sentence("1", Locale::fr));
        assert!(sentence("121", Locale::fr).ends_with("dans 3 minutes."), "{}", sentence("121", Locale::fr));
    }
}
