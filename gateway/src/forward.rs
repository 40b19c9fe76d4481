//! Forwarding one request.

use std::time::Duration;

use axum::{
    body::{Body, HttpBody},
    extract::{Request, State},
    http::{Response, header},
};
use reqwest::{Client, Url, redirect::Policy};

use crate::{Key, failure, headers, operation};

/// What forwarding needs: where to, and the key.
#[derive(Clone)]
pub struct Forwarder {
    client: Client,
    upstream: Url,
    key: Key,
}

impl Forwarder {
    /// Forwards to `upstream`, the API's base address such as `https://connect.spectora.com/v2` (API: seen).
    pub fn new(upstream: Url, key: Key) -> reqwest::Result<Self> {
        // The process may have installed a provider of its own, which serves as well.
        let _ = rustls::crypto::ring::default_provider().install_default();
        // A redirect is for the page to see: following it could carry the key to another host. There is no limit on
        // the whole exchange, since a photo may take long on a slow line.
        let client = Client::builder().redirect(Policy::none()).connect_timeout(Duration::from_secs(10)).build()?;
        Ok(Self { client, upstream, key })
    }

    fn address(&self, path: &str, query: Option<&str>) -> Url {
        let mut address = self.upstream.clone();
        address.set_path(&format!("{}/{path}", self.upstream.path().trim_end_matches('/')));
        address.set_query(query);
        address
    }
}

/// Forwards one of the widget's operations and refuses all else. Both bodies are streamed. If the browser goes away,
/// the request to the API is dropped with this future; if the API's body breaks off, so does the browser's.
pub async fn forward(State(forwarder): State<Forwarder>, request: Request) -> Response<Body> {
    let path = request.uri().path().strip_prefix("/api/").unwrap_or_default();
    let path = match operation::upstream_path(request.method(), path) {
        Ok(path) => path,
        Err(refused) => return failure::refused(refused),
    };
    let outgoing = forwarder
        .client
        .request(request.method().clone(), forwarder.address(path, request.uri().query()))
        .headers(headers::of_request(request.headers()))
        .header(header::AUTHORIZATION, forwarder.key.authorization());
    let outgoing = match request.into_body() {
        body if body.is_end_stream() => outgoing,
        body => outgoing.body(reqwest::Body::wrap_stream(body.into_data_stream())),
    };
    match outgoing.send().await {
        Ok(incoming) => {
            let (status, headers) = (incoming.status(), headers::of_response(incoming.headers()));
            let mut response = Response::new(Body::from_stream(incoming.bytes_stream()));
            *response.status_mut() = status;
            *response.headers_mut() = headers;
            response
        }
        Err(error) => {
            eprintln!("gateway: the API can't be reached: {}", cause(error));
            failure::unreachable()
        }
    }
}

/// The innermost reason of `error`, without the address, whose query may name people.
fn cause(error: reqwest::Error) -> String {
    let error = error.without_url();
    let mut innermost: &dyn std::error::Error = &error;
    while let Some(source) = innermost.source() {
        innermost = source;
    }
    innermost.to_string()
}
