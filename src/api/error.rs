//! What can go wrong with a request.

mod wording;

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
    /// A page of the list came without rows, although the server says that the list reaches it.
    NoRows {
        /// The page that was asked for.
        page: u32,
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
    /// Reads the parts of an answer; `header` gives a header by its name, `now` is in seconds since 1970 by this computer's
    /// clock, which may be wrong: the server's own is believed before it.
    pub fn read(status: u16, header: impl Fn(&str) -> Option<String>, body: &[u8], now: u64) -> Self {
        let ErrorBody { errors, request_id, text } = ErrorBody::read(body);
        let now = header("date").and_then(|date| seconds(&date)).unwrap_or(now);
        Self {
            status,
            errors,
            text,
            request_id: header("x-request-id").or(request_id),
            retry_after: header("retry-after").and_then(|value| retry_after(&value, now)),
        }
    }
}

/// `Retry-After` comes as seconds or as an HTTP date (RFC 9110, section 10.2.3).
fn retry_after(value: &str, now: u64) -> Option<Duration> {
    let wait = value.trim().parse().ok().or_else(|| Some(seconds(value)?.saturating_sub(now)));
    wait.map(Duration::from_secs)
}

/// An HTTP date in seconds since 1970.
fn seconds(date: &str) -> Option<u64> {
    let at = httpdate::parse_http_date(date.trim()).ok()?;
    Some(at.duration_since(std::time::UNIX_EPOCH).ok()?.as_secs())
}

impl Error {
    /// An answer that can't be read.
    pub fn decode(error: &DecodeError, body: &[u8]) -> Self {
        let excerpt = String::from_utf8_lossy(&body[..body.len().min(EXCERPT)]).into_owned();
        Self::Decode { path: error.path.clone(), message: error.message.clone(), excerpt }
    }

    /// The HTTP status, where there was an answer.
    pub fn status(&self) -> Option<u16> {
        match self {
            Self::Status(error) => Some(error.status),
            _ => None,
        }
    }

    /// How long the server asks to wait, where it says so.
    pub fn retry_after(&self) -> Option<Duration> {
        match self {
            Self::Status(error) => error.retry_after,
            _ => None,
        }
    }

    /// Whether a write that got this may have been done all the same: then it must not be repeated without a look.
    pub fn leaves_write_open(&self) -> bool {
        match self {
            Self::Network { .. }
            | Self::TimedOut { .. }
            | Self::Aborted
            | Self::Decode { .. }
            | Self::NoRows { .. } => true,
            Self::Status(error) => error.status >= 500,
        }
    }

    /// Whether asking again later may help. Only for reading: a write may have been done although its answer is an error.
    pub fn is_retryable(&self) -> bool {
        match self {
            Self::Network { .. } => true,
            Self::Status(error) => matches!(error.status, 429 | 502..=504),
            Self::TimedOut { .. } | Self::Aborted | Self::Decode { .. } | Self::NoRows { .. } => false,
        }
    }
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

    /// On a computer whose clock was ahead, the wait was over before it began; on one behind, it took hours.
    #[test]
    fn a_date_is_measured_by_the_server_s_own_clock() {
        let date = "Sun, 06 Nov 1994 06:00:00 GMT";
        let wait =
            |date| status(429, &[("retry-after", "Sun, 06 Nov 1994 06:00:30 GMT"), ("date", date)], "").retry_after;
        assert_eq!(wait(date), Some(Duration::from_secs(30)));
        assert_eq!(wait("today"), Some(Duration::ZERO));
    }

    #[test]
    fn a_write_is_settled_only_by_an_answer_that_refuses_it() {
        let with = |code| Error::Status(Box::new(status(code, &[], "")));
        for error in [with(500), with(502), Error::Aborted, Error::TimedOut { seconds: 20 }] {
            assert!(error.leaves_write_open(), "{error:?}");
        }
        for error in [with(400), with(409), with(413), with(422), with(429)] {
            assert!(!error.leaves_write_open(), "{error:?}");
        }
    }

    #[test]
    fn only_what_passes_by_itself_is_worth_another_try() {
        let with = |code| Error::Status(Box::new(status(code, &[], "")));
        let network = Error::Network { detail: String::new() };
        for error in [with(429), with(502), with(503), with(504), network] {
            assert!(error.is_retryable(), "{error:?}");
        }
        for error in [with(401), with(404), with(422), with(500), Error::Aborted, Error::TimedOut { seconds: 20 }] {
            assert!(!error.is_retryable(), "{error:?}");
        }
    }
}
