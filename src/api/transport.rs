//! The one place that touches the network.

mod upload;

use std::{cell::Cell, rc::Rc};

use gloo_net::http::{Method, RequestBuilder, Response as FetchResponse};
use gloo_timers::callback::Timeout;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortController, RequestCache, RequestCredentials};

pub use self::upload::OnSent;
use super::{
    error::{Error, StatusError},
    first_request::{FirstAnswer, FirstRequest},
    photo_file::PhotoFile,
};
use crate::settings::{Credentials, FetchSettings};

/// What the API is asked to answer in. API: certain for JSON:API; the second type is for servers that only know JSON.
const ACCEPT: &str = "application/vnd.api+json, application/json";

/// A request as the operations describe it.
#[derive(Clone)]
pub struct Request {
    /// The verb; only GET may be repeated.
    pub method: Method,
    /// The whole address, query included.
    pub url: String,
    /// What is sent.
    pub body: Body,
    /// Whether no cache on the way may answer, the browser's own included.
    pub is_fresh: bool,
}

/// What is sent.
#[derive(Clone)]
pub enum Body {
    /// Nothing.
    None,
    /// A JSON:API document, called by this media type.
    Json(&'static str, String),
    /// A form with a photo.
    Form(Form),
}

/// A multipart form.
#[derive(Clone)]
pub struct Form {
    /// Names and values.
    pub parts: Vec<(String, String)>,
    /// The name of the photo's part, and the photo.
    pub photo: (String, PhotoFile),
    /// Hears how far the upload has come.
    pub on_sent: OnSent,
}

/// A successful answer, read to its end.
#[derive(Clone, Debug)]
pub struct Response {
    /// 200 to 299.
    pub status: u16,
    /// The body; empty for 204.
    pub body: Vec<u8>,
}

/// Gives a header of an answer by its name.
type Header = Box<dyn Fn(&str) -> Option<String>>;

/// Any answer, read to its end.
struct Answer {
    status: u16,
    header: Header,
    body: Vec<u8>,
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

/// Sends one request as `settings` say and reads its answer, within the time allowed. Takes the answer of `first` instead of
/// asking again, where that was the same request.
pub async fn send(
    request: Request,
    first: Option<FirstRequest>,
    controller: AbortController,
    settings: &FetchSettings,
) -> Result<Response, Error> {
    let Answer { status, header, body } = match &request.body {
        Body::Form(form) => upload::upload(request.method.as_str(), &request.url, form, &controller, settings).await?,
        Body::None | Body::Json(..) => in_time(request, first, &controller, settings).await?,
    };
    if (200..300).contains(&status) {
        return Ok(Response { status, body });
    }
    let now = (js_sys::Date::now() / 1000.0) as u64;
    Err(Error::Status(Box::new(StatusError::read(status, header, &body, now))))
}

async fn in_time(
    request: Request,
    first: Option<FirstRequest>,
    controller: &AbortController,
    settings: &FetchSettings,
) -> Result<Answer, Error> {
    let timed_out = Rc::new(Cell::new(false));
    let _timeout = Timeout::new(settings.timeout_seconds * 1000, {
        let (timed_out, controller) = (timed_out.clone(), controller.clone());
        move || {
            timed_out.set(true);
            controller.abort();
        }
    });
    match exchange(request, first, controller, settings).await {
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
) -> Result<Answer, Error> {
    let (response, body) = match first {
        Some(first) => {
            first.abort_with(&controller.signal());
            let answer = JsFuture::from(first.answer()).await.map_err(|error| network(&error))?;
            let answer: FirstAnswer = answer.unchecked_into();
            (FetchResponse::from(answer.response()), Uint8Array::new(&answer.body()).to_vec())
        }
        None => {
            let response = fetch(request, controller, settings).await.map_err(broken)?;
            let body = response.binary().await.map_err(broken)?;
            (response, body)
        }
    };
    let (status, headers) = (response.status(), response.headers());
    Ok(Answer { status, header: Box::new(move |name| headers.get(name)), body })
}

async fn fetch(
    request: Request,
    controller: &AbortController,
    settings: &FetchSettings,
) -> Result<FetchResponse, gloo_net::Error> {
    let builder = settings
        .headers
        .iter()
        .fold(RequestBuilder::new(&request.url), |builder, (name, value)| builder.header(name, value))
        .method(request.method)
        .header("accept", ACCEPT)
        .credentials(credentials(settings.credentials))
        .abort_signal(Some(&controller.signal()))
        .cache(if request.is_fresh { RequestCache::Reload } else { RequestCache::Default });
    match request.body {
        Body::Json(media_type, text) => builder.header("content-type", media_type).body(text)?.send().await,
        Body::None | Body::Form(_) => builder.send().await,
    }
}

fn credentials(setting: Credentials) -> RequestCredentials {
    match setting {
        Credentials::SameOrigin => RequestCredentials::SameOrigin,
        Credentials::Include => RequestCredentials::Include,
        Credentials::Omit => RequestCredentials::Omit,
    }
}

fn broken(error: gloo_net::Error) -> Error {
    Error::Network { detail: error.to_string() }
}

fn network(error: &JsValue) -> Error {
    let detail = error.dyn_ref::<js_sys::Error>().map_or_else(|| format!("{error:?}"), |error| error.message().into());
    Error::Network { detail }
}
