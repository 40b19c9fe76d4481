//! Answers that tell of an error, in any of the forms met: JSON:API errors, problem details (RFC 9457), or something else.

use serde_json::Value;

use super::attributes::text;

/// One error. Any member may be missing (JSON:API, "Error Objects").
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ErrorObject {
    /// The HTTP status, as text.
    pub status: Option<String>,
    /// The application's own code.
    pub code: Option<String>,
    /// The kind of error.
    pub title: Option<String>,
    /// This very error.
    pub detail: Option<String>,
    /// The member of the request's document at fault, for example `/data/attributes/email`.
    pub pointer: Option<String>,
    /// The query parameter at fault.
    pub parameter: Option<String>,
    /// The request header at fault.
    pub header: Option<String>,
}

/// What the body of an error says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ErrorBody {
    /// JSON:API errors, or the one of a problem document.
    pub errors: Vec<ErrorObject>,
    /// The request's id, where a problem document tells it.
    pub request_id: Option<String>,
    /// The first words of a body that is neither.
    pub text: Option<String>,
}

/// How much of a foreign body is kept, in characters.
const EXCERPT: usize = 200;

impl ErrorBody {
    /// Reads any body at all.
    pub fn read(body: &[u8]) -> Self {
        let Ok(value) = serde_json::from_slice::<Value>(body) else {
            return Self { text: excerpt(&String::from_utf8_lossy(body)), ..Self::default() };
        };
        if let Some(errors) = value.get("errors").and_then(Value::as_array) {
            return Self { errors: errors.iter().map(error_object).collect(), ..Self::default() };
        }
        let member = |name: &str| value.get(name).and_then(text);
        let problem = ErrorObject {
            status: member("status"),
            code: member("type").filter(|kind| kind != "about:blank"),
            title: member("title").or_else(|| member("error")),
            detail: member("detail").or_else(|| member("message")),
            ..ErrorObject::default()
        };
        let request_id = value.pointer("/trace/requestId").and_then(text);
        let errors = if problem == ErrorObject::default() { Vec::new() } else { vec![problem] };
        Self { errors, request_id, text: None }
    }
}

fn error_object(value: &Value) -> ErrorObject {
    let member = |pointer: &str| value.pointer(pointer).and_then(text);
    ErrorObject {
        status: member("/status"),
        code: member("/code"),
        title: member("/title"),
        detail: member("/detail").or_else(|| text(value)),
        pointer: member("/source/pointer"),
        parameter: member("/source/parameter"),
        header: member("/source/header"),
    }
}

/// The title of an HTML page, or the first words of plain text.
fn excerpt(body: &str) -> Option<String> {
    let title = body.split_once("<title>").and_then(|(_, rest)| rest.split_once("</title>")).map(|(title, _)| title);
    let words = match title {
        Some(title) => title.trim(),
        None if body.trim_start().starts_with('<') => "",
        None => body.trim(),
    };
    (!words.is_empty()).then(|| words.chars().take(EXCERPT).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_api_errors_keep_their_source() {
        let body = include_bytes!("../../tests/fixtures/errors_json_api.json");
        let read = ErrorBody::read(body);
        assert_eq!(read.errors[0].pointer.as_deref(), Some("/data/attributes/email"));
        assert_eq!(read.errors[1].parameter.as_deref(), Some("page[size]"));
        assert_eq!(read.errors[2], ErrorObject { title: Some("Odd".into()), ..ErrorObject::default() });
    }

    #[test]
    fn a_problem_document_is_one_error_with_a_request_id() {
        let read = ErrorBody::read(include_bytes!("../../tests/fixtures/errors_problem.json"));
        assert_eq!(read.errors.len(), 1);
        assert_eq!(read.errors[0].detail.as_deref(), Some("Too many requests."));
        assert_eq!(read.request_id.as_deref(), Some("8f14e45f"));
    }

    #[test]
    fn of_a_web_page_the_title_is_kept() {
        let page = b"<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>";
        assert_eq!(ErrorBody::read(page).text.as_deref(), Some("502 Bad Gateway"));
        assert_eq!(ErrorBody::read(b"<html><p>Oops</p></html>").text, None);
    }

    #[test]
    fn an_empty_body_says_nothing() {
        assert_eq!(ErrorBody::read(b""), ErrorBody::default());
        assert_eq!(ErrorBody::read(b"null"), ErrorBody::default());
    }
}
