//! What can go wrong with a request, told to people and to support.

use std::time::Duration;

use crate::json_api::{
    document::DecodeError,
    errors::{ErrorBody, ErrorObject},
};

/// Why there is no usable answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Error {
    /// The server could not be reached, or the connection broke.
    Network {
        /// The browser's words for it.
        detail: String,
    },
    /// No answer within the time allowed.
    TimedOut {
        /// The time allowed.
        seconds: u32,
    },
    /// The answer is not wanted any more.
    Aborted,
    /// The server answered with an error.
    Status(Box<StatusError>),
    /// The answer is not what the API promises.
    Decode {
        /// Where in the document, for example `data[3].id`.
        path: String,
        /// What was found instead of what was expected.
        message: String,
        /// How the body begins.
        excerpt: String,
    },
}

/// An answer with a status of 400 or more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StatusError {
    /// The HTTP status.
    pub status: u16,
    /// What the server says of it.
    pub errors: Vec<ErrorObject>,
    /// The first words of a body that is no error document.
    pub text: Option<String>,
    /// What the server calls this request.
    pub request_id: Option<String>,
    /// How long the server asks to wait.
    pub retry_after: Option<Duration>,
}

/// How much of a body that can't be read is kept for support, in bytes.
const EXCERPT: usize = 120;

impl StatusError {
    /// Reads the parts of an answer; `header` gives a header by its name, `now` is in seconds since 1970.
    pub fn read(status: u16, header: impl Fn(&str) -> Option<String>, body: &[u8], now: u64) -> Self {
        let ErrorBody { errors, request_id, text } = ErrorBody::read(body);
        Self {
            status,
            errors,
            text,
            request_id: header("x-request-id").or(request_id),
            retry_after: header("retry-after").and_then(|value| retry_after(&value, now)),
        }
    }

    /// The server's own words, the most exact first.
    fn words(&self) -> Option<&str> {
        self.errors.iter().find_map(|error| error.detail.as_deref().or(error.title.as_deref()))
    }
}

/// `Retry-After` comes as seconds or as an HTTP date (RFC 9110, section 10.2.3).
fn retry_after(value: &str, now: u64) -> Option<Duration> {
    let seconds = value.trim().parse().ok().or_else(|| {
        let at = httpdate::parse_http_date(value.trim()).ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
        Some(at.as_secs().saturating_sub(now))
    });
    seconds.map(Duration::from_secs)
}

impl Error {
    /// An answer that can't be read.
    pub fn decode(error: &DecodeError, body: &[u8]) -> Self {
        let excerpt = String::from_utf8_lossy(&body[..body.len().min(EXCERPT)]).into_owned();
        Self::Decode { path: error.path.clone(), message: error.message.clone(), excerpt }
    }

    /// What happened and what to do, for the person at the screen.
    pub fn sentence(&self) -> String {
        match self {
            Self::Network { .. } => {
                "The agent directory can’t be reached. Check the connection, then try again.".into()
            }
            Self::TimedOut { seconds } => format!("There was no answer within {seconds} seconds. Try again."),
            Self::Aborted => "The request was cancelled.".into(),
            Self::Decode { .. } => {
                "The answer could not be understood. Try again; if it stays so, tell whoever looks after this page."
                    .into()
            }
            Self::Status(error) => status_sentence(error),
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

    /// The HTTP status, where there was an answer.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Status(error) => Some(error.status),
            _ => None,
        }
    }
}

fn status_sentence(error: &StatusError) -> String {
    let meaning = match error.status {
        400 | 406 | 415 => "The directory’s server did not accept the request.",
        401 => "The directory’s server doesn’t know this page’s key. Tell whoever looks after this page.",
        403 => "This is not allowed with this page’s key. Tell whoever looks after this page.",
        404 => "This was not found. It may have been removed.",
        409 => "This conflicts with what the server has.",
        413 => "This is too large for the server.",
        422 => "The server did not accept these values.",
        429 => return too_many_requests(error.retry_after),
        502..=504 => "The directory’s server is out of reach right now. Try again in a moment.",
        500.. => "The directory’s server has a problem. Try again in a moment.",
        _ => "The directory’s server refused the request.",
    };
    match error.words().filter(|_| error.status < 500) {
        Some(words) => format!("{meaning} It says: {words}"),
        None => meaning.into(),
    }
}

fn too_many_requests(retry_after: Option<Duration>) -> String {
    match retry_after {
        Some(wait) => format!("Too many requests were made. Try again in {} seconds.", wait.as_secs()),
        None => "Too many requests were made. Try again in a moment.".into(),
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
    parts.join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn status(status: u16, headers: &[(&str, &str)], body: &str) -> StatusError {
        let header = |name: &str| headers.iter().find(|(key, _)| *key == name).map(|(_, value)| (*value).to_owned());
        StatusError::read(status, header, body.as_bytes(), 784_111_777)
    }

    #[test]
    fn retry_after_comes_as_seconds_or_as_a_date() {
        let wait = |value| status(429, &[("retry-after", value)], "").retry_after;
        assert_eq!(wait("7"), Some(Duration::from_secs(7)));
        assert_eq!(wait("Sun, 06 Nov 1994 08:49:47 GMT"), Some(Duration::from_secs(10)));
        assert_eq!(wait("Sun, 06 Nov 1994 08:00:00 GMT"), Some(Duration::ZERO));
        assert_eq!(wait("soon"), None);
    }

    #[test]
    fn every_error_has_a_sentence_of_its_own() {
        let statuses = [400, 401, 403, 404, 409, 413, 422, 429, 500, 502];
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
        let body = include_str!("../../tests/fixtures/errors_json_api.json");
        let error = Error::Status(Box::new(status(422, &[("x-request-id", "r-1")], body)));
        assert!(error.sentence().contains("Email has already been taken"));
        for part in ["422", "/data/attributes/email", "page[size]", "r-1"] {
            assert!(error.details().contains(part), "{part}");
        }
    }

    #[test]
    fn an_unreadable_answer_tells_support_where() {
        let body = br#"{"data":[{"type":"connection"}]}"#;
        let error = Error::decode(&Document::parse(body).unwrap_err(), body);
        assert!(error.details().starts_with("data[0].id: the resource has no id."), "{}", error.details());
    }

    use crate::json_api::document::Document;
}
