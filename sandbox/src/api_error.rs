//! Errors as the API tells them.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::{Value, json};

use crate::config::ErrorDialect;

/// What is at fault (JSON:API, "Error Objects", `source`).
#[derive(Clone, Debug)]
pub enum Source {
    /// A member of the request's document.
    Pointer(String),
    /// A query parameter.
    Parameter(String),
    /// A header.
    Header(&'static str),
}

/// One error.
#[derive(Clone, Debug)]
pub struct Problem {
    pub detail: String,
    pub source: Option<Source>,
}

/// An answer that tells of errors, all with the same status.
#[derive(Clone, Debug)]
pub struct ApiError {
    pub status: StatusCode,
    pub problems: Vec<Problem>,
}

impl ApiError {
    pub fn new(status: StatusCode, detail: impl Into<String>) -> Self {
        Self { status, problems: vec![Problem { detail: detail.into(), source: None }] }
    }

    pub fn at(mut self, source: Source) -> Self {
        for problem in &mut self.problems {
            problem.source = Some(source.clone());
        }
        self
    }

    /// 400 for a query parameter.
    pub fn parameter(name: &str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, detail).at(Source::Parameter(name.into()))
    }

    /// 422 for an attribute.
    pub fn attribute(name: &str, detail: impl Into<String>) -> Self {
        Self::new(StatusCode::UNPROCESSABLE_ENTITY, detail).at(Source::Pointer(format!("/data/attributes/{name}")))
    }

    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "There is no such connection.")
    }

    /// The answer in a dialect.
    pub fn render(&self, dialect: ErrorDialect) -> Response {
        let title = self.status.canonical_reason().unwrap_or("Error");
        let (body, content_type) = match dialect {
            ErrorDialect::JsonApi => {
                let errors: Vec<Value> =
                    self.problems.iter().map(|problem| self.error_object(title, problem)).collect();
                (json!({ "errors": errors }), "application/vnd.api+json")
            }
            ErrorDialect::Problem => {
                let detail: Vec<&str> = self.problems.iter().map(|problem| problem.detail.as_str()).collect();
                let body = json!({
                    "type": "about:blank", "title": title, "status": self.status.as_u16(), "detail": detail.join(" "),
                    "trace": {"requestId": uuid::Uuid::new_v4().to_string()},
                });
                (body, "application/problem+json")
            }
        };
        let mut response = (self.status, Json(body)).into_response();
        response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(content_type));
        response
    }

    fn error_object(&self, title: &str, problem: &Problem) -> Value {
        let mut object = json!({"status": self.status.as_str(), "title": title, "detail": problem.detail});
        let source = problem.source.as_ref().map(|source| match source {
            Source::Pointer(pointer) => json!({ "pointer": pointer }),
            Source::Parameter(parameter) => json!({ "parameter": parameter }),
            Source::Header(header) => json!({ "header": header }),
        });
        if let (Some(source), Some(object)) = (source, object.as_object_mut()) {
            object.insert("source".into(), source);
        }
        object
    }
}

/// The dialect is not known here: the error travels with the response until the outermost layer writes it.
impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = self.status.into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<crate::database::Error> for ApiError {
    fn from(error: crate::database::Error) -> Self {
        eprintln!("sandbox: {error}");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "The database could not be used.")
    }
}

impl From<rusqlite::Error> for ApiError {
    fn from(error: rusqlite::Error) -> Self {
        crate::database::Error::from(error).into()
    }
}

impl From<tokio::task::JoinError> for ApiError {
    fn from(error: tokio::task::JoinError) -> Self {
        eprintln!("sandbox: {error}");
        Self::new(StatusCode::INTERNAL_SERVER_ERROR, "The request could not be finished.")
    }
}
