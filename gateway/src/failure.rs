//! The gateway's own answers, as JSON:API error documents.

use axum::{
    body::Body,
    http::{HeaderValue, Response, StatusCode, header},
    response::IntoResponse,
};
use serde_json::json;

use crate::operation::Refused;

/// The API gave no answer.
pub fn unreachable() -> Response<Body> {
    document(
        StatusCode::BAD_GATEWAY,
        "The directory can't be reached",
        "The service that keeps the agents gave no answer. Nothing is known to have been changed. Try again in a moment.",
    )
}

/// The request is none of the widget's operations.
pub fn refused(refused: Refused) -> Response<Body> {
    match refused {
        Refused::Unknown => document(
            StatusCode::NOT_FOUND,
            "Not found",
            "Only /api/connections and /api/connections/{id} are forwarded.",
        ),
        Refused::Method(allowed) => {
            let mut response = document(
                StatusCode::METHOD_NOT_ALLOWED,
                "Method not allowed",
                &format!("Only these methods are forwarded here: {allowed}."),
            );
            response.headers_mut().insert(header::ALLOW, HeaderValue::from_static(allowed));
            response
        }
    }
}

fn document(status: StatusCode, title: &str, detail: &str) -> Response<Body> {
    let error = json!({ "status": status.as_u16().to_string(), "title": title, "detail": detail });
    let headers = [(header::CONTENT_TYPE, "application/vnd.api+json"), (header::CACHE_CONTROL, "no-store")];
    (status, headers, json!({ "errors": [error] }).to_string()).into_response()
}
