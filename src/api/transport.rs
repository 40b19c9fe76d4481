//! The one place that touches the network.

use std::{cell::Cell, rc::Rc};

use gloo_net::http::{Headers, Method, RequestBuilder, Response as FetchResponse};
use gloo_timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCredentials};

use super::{
    error::{Error, StatusError},
    first_request::FirstRequest,
};
use crate::settings::{Credentials, FetchSettings};

/// What the API is asked to answer in. API: certain for JSON:API; the second type is for servers that only know JSON.
const ACCEPT: &str = "application/vnd.api+json, application/json";

/// A request as the operations describe it.
#[derive(Clone, Debug)]
pub struct Request {
    /// The verb; only GET may be repeated.
    pub method: Method,
    /// The whole address, query included.
    pub url: String,
}

/// A successful answer, read to its end.
#[derive(Clone, Debug)]
pub struct Response {
    /// 200 to 299.
    pub status: u16,
    /// The body; empty for 204.
    pub body: Vec<u8>,
}

/// Aborts its request when it is dropped, so that whoever holds it decides how long the answer is wanted.
#[derive(Debug)]
pub struct Cancellation(AbortController);

impl Cancellation {
    /// A new one, not yet cancelled.
    pub fn new() -> Result<Self, Error> {
        AbortController::new().map(Self).map_err(|error| network(&error))
    }

    /// What a request listens to.
    pub fn controller(&self) -> AbortController {
        self.0.clone()
    }
}

impl Drop for Cancellation {
    fn drop(&mut self) {
        self.0.abort();
    }
}

/// Sends one request as `settings` say and reads its answer, within the time allowed. Takes the answer of `first` instead of asking again,
/// where that was the same request.
pub async fn send(
    request: Request,
    first: Option<FirstRequest>,
    controller: AbortController,
    settings: &FetchSettings,
) -> Result<Response, Error> {
    let timed_out = Rc::new(Cell::new(false));
    let _timeout = Timeout::new(settings.timeout_seconds * 1000, {
        let (timed_out, controller) = (timed_out.clone(), controller.clone());
        move || {
            timed_out.set(true);
            controller.abort();
        }
    });
    let answer = exchange(request, first, &controller, settings).await;
    match answer {
        Err(Error::Network { .. }) if timed_out.get() => Err(Error::TimedOut { seconds: settings.timeout_seconds }),
        Err(Error::Network { .. }) if controller.signal().aborted() => Err(Error::Aborted),
        answer => answer,
    }
}

async fn exchange(
    request: Request,
    first: Option<FirstRequest>,
    controller: &AbortController,
    settings: &FetchSettings,
) -> Result<Response, Error> {
    let response = match first {
        Some(first) => {
            first.abort_with(&controller.signal());
            let response = JsFuture::from(first.response()).await.map_err(|error| network(&error))?;
            FetchResponse::from(response.unchecked_into::<web_sys::Response>())
        }
        None => settings
            .headers
            .iter()
            .fold(RequestBuilder::new(&request.url), |builder, (name, value)| builder.header(name, value))
            .method(request.method)
            .header("accept", ACCEPT)
            .credentials(credentials(settings.credentials))
            .abort_signal(Some(&controller.signal()))
            .send()
            .await
            .map_err(|error| Error::Network { detail: error.to_string() })?,
    };
    let (status, headers, ok) = (response.status(), response.headers(), response.ok());
    let body = response.binary().await.map_err(|error| Error::Network { detail: error.to_string() })?;
    if ok { Ok(Response { status, body }) } else { Err(Error::Status(status_error(status, &headers, &body))) }
}

fn credentials(setting: Credentials) -> RequestCredentials {
    match setting {
        Credentials::SameOrigin => RequestCredentials::SameOrigin,
        Credentials::Include => RequestCredentials::Include,
        Credentials::Omit => RequestCredentials::Omit,
    }
}

fn status_error(status: u16, headers: &Headers, body: &[u8]) -> Box<StatusError> {
    Box::new(StatusError::read(status, |name| headers.get(name), body, (js_sys::Date::now() / 1000.0) as u64))
}

fn network(error: &JsValue) -> Error {
    let detail = error.dyn_ref::<js_sys::Error>().map_or_else(|| format!("{error:?}"), |error| error.message().into());
    Error::Network { detail }
}
