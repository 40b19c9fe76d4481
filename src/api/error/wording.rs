//! Errors in words, for people and for support.

use std::time::Duration;

use super::{Error, StatusError};

impl Error {
    /// What happened and what to do, for the person at the screen.
    pub fn sentence(&self) -> String {
        match self {
            Self::Network { .. } => format!("{} Check the connection, then try again.", self.cause()),
            Self::TimedOut { seconds } => format!("There was no answer within {seconds} seconds. Try again."),
            Self::Aborted => "The request was cancelled.".into(),
            Self::Decode { .. } => {
                "The answer could not be understood. Try again; if it stays so, tell whoever looks after this page."
                    .into()
            }
            Self::Status(error) => match error.status {
                429 | 502..=504 => format!("{} {}", self.cause(), when_to_try(error.retry_after)),
                _ => status_sentence(error),
            },
        }
    }

    /// What happened, without what to do: for as long as the widget itself does something about it.
    pub fn cause(&self) -> &'static str {
        match self.status() {
            None => "The agent directory can’t be reached.",
            Some(429) => "Too many requests were made.",
            Some(_) => "The directory’s server is out of reach right now.",
        }
    }

    /// What support needs to know.
    pub fn details(&self) -> String {
        match self {
            Self::Network { detail } => detail.clone(),
            Self::TimedOut { seconds } => format!("timed out after {seconds} s"),
            Self::Aborted => "aborted".into(),
            Self::Decode { path, message, excerpt } => format!("{path}: {message}. It begins: {excerpt}"),
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

fn status_sentence(error: &StatusError) -> String {
    let meaning = match error.status {
        400 | 406 => "The directory’s server did not accept the request. Change what you asked for, then try again.",
        401 => "The directory’s server doesn’t know this page’s key. Tell whoever looks after this page.",
        403 => "This is not allowed with this page’s key. Tell whoever looks after this page.",
        404 => "This was not found. It may have been removed: load the list again.",
        409 => "This conflicts with what the server has. Load it again and compare.",
        413 => "This is too large for the server. Send less, for example a smaller photo.",
        415 => "The server does not take data or files of this kind. Choose another file.",
        422 => "The server did not accept these values. Correct them, then try again.",
        500.. => "The directory’s server has a problem. Try again in a moment.",
        _ => "The directory’s server refused the request. Tell whoever looks after this page.",
    };
    match error.words().filter(|_| error.status < 500) {
        Some(words) => format!("{meaning} It says: {words}"),
        None => meaning.into(),
    }
}

/// From two minutes on in minutes, rounded up: nobody counts more seconds.
fn when_to_try(retry_after: Option<Duration>) -> String {
    match retry_after.map_or(0, |wait| wait.as_secs()) {
        0 => "Try again in a moment.".into(),
        1 => "Try again in 1 second.".into(),
        seconds @ ..120 => format!("Try again in {seconds} seconds."),
        seconds => format!("Try again in {} minutes.", seconds.div_ceil(60)),
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
        let mut sentences: Vec<String> =
            statuses.iter().map(|code| Error::Status(Box::new(status(*code, &[], ""))).sentence()).collect();
        sentences.push(Error::Network { detail: String::new() }.sentence());
        sentences.push(Error::TimedOut { seconds: 20 }.sentence());
        sentences.push(Error::decode(&Document::parse(b"<").unwrap_err(), b"<").sentence());
        let count = sentences.len();
        sentences.sort();
        sentences.dedup();
        assert_eq!(sentences.len(), count);
    }

    #[test]
    fn the_server_s_words_reach_the_person_and_the_rest_reaches_support() {
        let body = include_str!("../../../tests/fixtures/errors_json_api.json");
        let error = Error::Status(Box::new(status(422, &[("x-request-id", "r-1")], body)));
        assert!(error.sentence().contains("Email has already been taken"));
        for part in ["422", "/data/attributes/email", "page[size]", "r-1"] {
            assert!(error.details().contains(part), "{part}");
        }
    }

    #[test]
    fn too_many_requests_tells_how_long_to_wait() {
        let sentence = |wait| Error::Status(Box::new(status(429, &[("retry-after", wait)], ""))).sentence();
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
}
