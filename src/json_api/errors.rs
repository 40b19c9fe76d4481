//! Answers that tell of an error, in any of the forms met: JSON:API errors, problem details (RFC 9457), or something else.

use serde_json_borrow::Value;

use super::{attributes::text, members::member};

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
    /// The first words of a body that is neither; of a web page, its title if it has one.
    pub text: Option<String>,
}

/// How much of a foreign body is kept, in characters.
const EXCERPT: usize = 200;

impl ErrorBody {
    /// Reads any body at all.
    pub fn read(body: &[u8]) -> Self {
        let text_only = || Self { text: excerpt(&String::from_utf8_lossy(body)), ..Self::default() };
        let value = match serde_json::from_slice::<Value>(body) {
            Ok(Value::Null) => return Self::default(),
            Ok(value) => value,
            Err(_) => return text_only(),
        };
        if let Some(errors) = member(&value, "errors").and_then(Value::as_array) {
            return Self { errors: errors.iter().map(error_object).collect(), ..Self::default() };
        }
        let problem = ErrorObject {
            status: text_at(&value, ["status"]),
            code: text_at(&value, ["type"]).filter(|kind| kind != "about:blank"),
            title: text_at(&value, ["title"]).or_else(|| text_at(&value, ["error"])),
            detail: text_at(&value, ["detail"]).or_else(|| text_at(&value, ["message"])),
            ..ErrorObject::default()
        };
        if problem == ErrorObject::default() {
            return text_only();
        }
        Self { errors: vec![problem], request_id: text_at(&value, ["trace", "requestId"]), text: None }
    }
}

fn error_object(value: &Value) -> ErrorObject {
    ErrorObject {
        status: text_at(value, ["status"]),
        code: text_at(value, ["code"]),
        title: text_at(value, ["title"]),
        detail: text_at(value, ["detail"]).or_else(|| text(value)),
        pointer: text_at(value, ["source", "pointer"]),
        parameter: text_at(value, ["source", "parameter"]),
        header: text_at(value, ["source", "header"]),
    }
}

/// The text of a member, or of a member's member.
fn text_at<const N: usize>(value: &Value, path: [&str; N]) -> Option<String> {
    path.into_iter().try_fold(value, member).and_then(text)
}

/// The title of a web page, else the first words that are no markup.
fn excerpt(body: &str) -> Option<String> {
    let words =
        if body.trim_start().starts_with('<') { title(body).unwrap_or_else(|| unmarked(body)) } else { body.into() };
    let words: String = words.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(EXCERPT).collect();
    (!words.is_empty()).then_some(words)
}

fn title(page: &str) -> Option<String> {
    // ASCII lower case keeps the length, so that places found in one are places in the other.
    let lower = page.to_ascii_lowercase();
    let tag = lower.find("<title")?;
    let start = tag + lower[tag..].find('>')? + 1;
    let end = start + lower[start..].find('<')?;
    Some(page[start..end].to_owned()).filter(|title| !title.trim().is_empty())
}

/// The page without its tags. Good enough for an error page that says something; a script's text would be left in.
fn unmarked(page: &str) -> String {
    page.split('<').filter_map(|part| part.split_once('>')).flat_map(|(_, text)| [text, " "]).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

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
    fn of_a_web_page_the_title_or_the_first_words_are_kept() {
        let gateway = include_bytes!("../../tests/fixtures/errors_gateway.html");
        assert_eq!(ErrorBody::read(gateway).text.as_deref(), Some("502 Bad Gateway"));
        let untitled = b"<html><title></title><h1>Oops</h1><p>Try\n later</p></html>";
        assert_eq!(ErrorBody::read(untitled).text.as_deref(), Some("Oops Try later"));
        assert_eq!(ErrorBody::read(b"<html><p></p></html>").text, None);
    }

    #[test]
    fn any_other_body_is_kept_as_text() {
        for body in ["Bad gateway", r#""Not found""#, r#"{"errors":{"email":["taken"]}}"#, "[1,2]"] {
            assert_eq!(ErrorBody::read(body.as_bytes()), ErrorBody { text: Some(body.into()), ..ErrorBody::default() });
        }
        assert_eq!(ErrorBody::read("é".repeat(999).as_bytes()).text, Some("é".repeat(EXCERPT)));
    }

    #[test]
    fn an_empty_body_says_nothing() {
        for body in ["", " \n", "null", r#"{"errors":[]}"#] {
            assert_eq!(ErrorBody::read(body.as_bytes()), ErrorBody::default(), "{body}");
        }
    }

    proptest! {
        #[test]
        fn any_bytes_can_be_the_body_of_an_error(bytes: Vec<u8>) {
            let _ = ErrorBody::read(&bytes);
        }

        #[test]
        fn any_markup_can_be_the_body_of_an_error(page in "<([<>tTiIlLeE/ éß]|<title>|</title>){0,30}") {
            if let Some(text) = ErrorBody::read(page.as_bytes()).text {
                prop_assert!(text.chars().count() <= EXCERPT);
            }
        }
    }
}
