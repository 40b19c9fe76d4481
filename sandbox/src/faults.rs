//! Faults on demand, so that a test can see what a person sees when the network or the server misbehaves.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, SystemTime},
};

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderName, HeaderValue, StatusCode, header},
    middleware::Next,
    response::{IntoResponse, Response},
};
use futures_util::{StreamExt, stream};
use serde::{Deserialize, Serialize};

use crate::{api_error::ApiError, app::App};

/// How long a body that is cut off rests before it breaks.
const CUT_OFF_PAUSE: Duration = Duration::from_millis(50);

/// A fault and the requests it befalls.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub struct Order {
    /// The verb; any if absent.
    pub method: Option<String>,
    /// What the path begins with; any if absent.
    pub path: Option<String>,
    /// What the decoded query has somewhere in it; any if absent.
    pub query: Option<String>,
    /// How many times; until cleared if absent.
    pub times: Option<u32>,
    pub fault: Fault,
}

/// What goes wrong.
#[derive(Clone, Debug, Deserialize, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Fault {
    /// The answer waits; another fault may befall the same request.
    Latency { milliseconds: u64 },
    /// Another status. Without a body there is a proper error document. In a header, `{http_date+N}` stands for the
    /// date N seconds from now.
    Status {
        status: u16,
        #[serde(default)]
        headers: BTreeMap<String, String>,
        body: Option<String>,
    },
    /// The body ends half-way, while the headers promise the whole.
    CutOffBody,
    /// The connection closes without an answer, before the request is processed or after.
    ClosedConnection {
        #[serde(default)]
        after_processing: bool,
    },
    /// The body is half of a document.
    MalformedJson,
    /// A good body that claims to be HTML.
    WrongContentType,
    /// What a proxy says when the server behind it is gone.
    BadGatewayHtml,
}

/// The orders in force.
#[derive(Default)]
pub struct Faults(Mutex<Vec<Order>>);

impl Faults {
    pub fn add(&self, order: Order) {
        self.with(|orders| orders.push(order));
    }

    pub fn clear(&self) {
        self.with(Vec::clear);
    }

    pub fn all(&self) -> Vec<Order> {
        self.with(|orders| orders.clone())
    }

    fn with<T>(&self, work: impl FnOnce(&mut Vec<Order>) -> T) -> T {
        work(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Takes the first order for this request that is, or is not, a latency.
    fn take(&self, request: &Request, latency: bool) -> Option<Fault> {
        self.with(|orders| {
            let position = orders
                .iter()
                .position(|order| order.befalls(request) && matches!(order.fault, Fault::Latency { .. }) == latency)?;
            let order = orders.get_mut(position)?;
            let fault = order.fault.clone();
            if let Some(times) = &mut order.times {
                *times = times.saturating_sub(1);
                if *times == 0 {
                    orders.remove(position);
                }
            }
            Some(fault)
        })
    }
}

impl Order {
    fn befalls(&self, request: &Request) -> bool {
        let query = || {
            let pairs = form_urlencoded::parse(request.uri().query().unwrap_or_default().as_bytes());
            pairs.map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("&")
        };
        self.method.as_ref().is_none_or(|method| request.method().as_str().eq_ignore_ascii_case(method))
            && self.path.as_ref().is_none_or(|path| request.uri().path().starts_with(path))
            && self.query.as_ref().is_none_or(|text| query().contains(text))
    }
}

/// Lets the faults befall the requests.
pub async fn apply(State(app): State<Arc<App>>, request: Request, next: Next) -> Response {
    let latency = app.faults.take(&request, true);
    let fault = app.faults.take(&request, false);
    if let Some(Fault::Latency { milliseconds }) = latency {
        tokio::time::sleep(Duration::from_millis(milliseconds)).await;
    }
    match fault {
        None | Some(Fault::Latency { .. }) => next.run(request).await,
        Some(Fault::Status { status, headers, body }) => status_answer(status, &headers, body),
        Some(Fault::BadGatewayHtml) => {
            let page = "<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>";
            (StatusCode::BAD_GATEWAY, [(header::CONTENT_TYPE, "text/html")], page).into_response()
        }
        Some(Fault::ClosedConnection { after_processing }) => {
            if after_processing {
                next.run(request).await;
            }
            // Unwinding out of the service is how a connection is closed without an answer; nothing is printed for it.
            std::panic::resume_unwind(Box::new("closed connection"))
        }
        Some(Fault::WrongContentType) => {
            let mut response = next.run(request).await;
            response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html"));
            response
        }
        Some(Fault::MalformedJson) => {
            let (bytes, mut response) = half(next.run(request).await).await;
            *response.body_mut() = Body::from(bytes);
            response
        }
        Some(Fault::CutOffBody) => {
            let (bytes, mut response) = half(next.run(request).await).await;
            let promised = HeaderValue::from(bytes.len() * 2 + 1);
            response.headers_mut().insert(header::CONTENT_LENGTH, promised);
            // The pause lets what there is reach the client before the connection breaks.
            let breaking = async {
                tokio::time::sleep(CUT_OFF_PAUSE).await;
                Err(std::io::Error::other("cut off"))
            };
            let cut = stream::once(std::future::ready(Ok(bytes))).chain(stream::once(breaking));
            *response.body_mut() = Body::from_stream(cut);
            response
        }
    }
}

/// The first half of a body, and the response without it.
async fn half(response: Response) -> (Bytes, Response) {
    let (mut parts, body) = response.into_parts();
    let bytes = to_bytes(body, usize::MAX).await.unwrap_or_default();
    parts.headers.remove(header::CONTENT_LENGTH);
    (bytes.slice(..bytes.len() / 2), Response::from_parts(parts, Body::empty()))
}

fn status_answer(status: u16, headers: &BTreeMap<String, String>, body: Option<String>) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let mut response = match body {
        Some(body) => (status, body).into_response(),
        None => ApiError::new(status, "This fault was asked for.").into_response(),
    };
    for (name, value) in headers {
        if let (Ok(name), Ok(value)) = (HeaderName::try_from(name), HeaderValue::try_from(with_date(value))) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

fn with_date(value: &str) -> String {
    let seconds = value
        .strip_prefix("{http_date+")
        .and_then(|rest| rest.strip_suffix('}'))
        .and_then(|seconds| seconds.parse().ok());
    match seconds {
        Some(seconds) => httpdate::fmt_http_date(SystemTime::now() + Duration::from_secs(seconds)),
        None => value.to_owned(),
    }
}
