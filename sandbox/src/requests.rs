//! What has reached the API, for tests to compare with what a person did.

use std::sync::{Arc, Mutex, PoisonError};

use axum::{
    extract::{Request, State},
    http::header,
    middleware::Next,
    response::Response,
};
use serde::Serialize;

use crate::app::App;

/// One request.
#[derive(Clone, Debug, Serialize)]
pub struct Recorded {
    pub method: String,
    pub path: String,
    /// Decoded, in the order of the address.
    pub query: Vec<(String, String)>,
    /// Without the key.
    pub headers: Vec<(String, String)>,
    /// `None` while there is no answer.
    pub status: Option<u16>,
    /// Whether the client went away before there was an answer.
    pub aborted: bool,
}

/// All requests since the last clearing, oldest first.
#[derive(Clone, Default)]
pub struct Requests(Arc<Mutex<Vec<Recorded>>>);

impl Requests {
    pub fn all(&self) -> Vec<Recorded> {
        self.with(|requests| requests.clone())
    }

    pub fn clear(&self) {
        self.with(Vec::clear);
    }

    fn with<T>(&self, work: impl FnOnce(&mut Vec<Recorded>) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    fn begin(&self, request: Recorded) -> Unanswered {
        let position = self.with(|requests| {
            requests.push(request);
            requests.len() - 1
        });
        Unanswered { requests: self.clone(), position, answered: false }
    }

    fn change(&self, position: usize, change: impl FnOnce(&mut Recorded)) {
        // Clearing while a request is under way leaves nothing to change.
        self.with(|requests| requests.get_mut(position).map(change));
    }
}

/// Marks its request as aborted if it is dropped before there is an answer, which is what a closed connection does.
struct Unanswered {
    requests: Requests,
    position: usize,
    answered: bool,
}

impl Drop for Unanswered {
    fn drop(&mut self) {
        if !self.answered {
            self.requests.change(self.position, |request| request.aborted = true);
        }
    }
}

/// Records every request to the API; images are not of interest.
pub async fn record(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    if !request.uri().path().starts_with("/v2") {
        return next.run(request).await;
    }
    let query = request.uri().query().unwrap_or_default();
    let headers = request.headers().iter().filter(|(name, _)| *name != header::AUTHORIZATION);
    let mut unanswered = app.requests.begin(Recorded {
        method: request.method().to_string(),
        path: request.uri().path().to_owned(),
        query: form_urlencoded::parse(query.as_bytes()).into_owned().collect(),
        headers: headers
            .map(|(name, value)| (name.to_string(), String::from_utf8_lossy(value.as_bytes()).into_owned()))
            .collect(),
        status: None,
        aborted: false,
    });
    let response = next.run(request).await;
    unanswered.answered = true;
    let status = response.status().as_u16();
    app.requests.change(unanswered.position, |request| request.status = Some(status));
    response
}
