//! Forwarding one request.

use std::time::Duration;

use axum::{
    body::Body,
    extract::{Request, State},
    http::{Response, Uri, header, uri::PathAndQuery},
};
use hyper_rustls::{ConfigBuilderExt, HttpsConnector, HttpsConnectorBuilder};
use hyper_util::{
    client::legacy::{Client, connect::HttpConnector},
    rt::TokioExecutor,
};
use rustls::ClientConfig;

use crate::{Error, Key, failure, headers, operation};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);

/// What forwarding needs: where to, and the key.
#[derive(Clone)]
pub struct Forwarder {
    client: Client<HttpsConnector<HttpConnector>, Body>,
    upstream: Uri,
    key: Key,
}

impl Forwarder {
    /// Forwards to `upstream`, the API's base address such as `https://connect.spectora.com/v2` (API: seen).
    pub fn new(upstream: Uri, key: Key) -> Result<Self, Error> {
        if !matches!(upstream.scheme_str(), Some("http" | "https")) || upstream.query().is_some() {
            return Err(Error::Upstream(upstream));
        }
        let provider = std::sync::Arc::new(rustls::crypto::ring::default_provider());
        let trust = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions()?;
        let trust = trust.with_native_roots().map_err(Error::Certificates)?.with_no_client_auth();
        let mut connector = HttpConnector::new();
        connector.enforce_http(false);
        connector.set_connect_timeout(Some(CONNECT_TIMEOUT));
        let connector = HttpsConnectorBuilder::new()
            .with_tls_config(trust)
            .https_or_http()
            .enable_http1()
            .wrap_connector(connector);
        Ok(Self { client: Client::builder(TokioExecutor::new()).build(connector), upstream, key })
    }

    /// The address of `path` below the upstream's base. The query is passed on byte for byte.
    fn address(&self, path: &str, query: Option<&str>) -> Result<Uri, axum::http::Error> {
        let base = self.upstream.path().trim_end_matches('/');
        let target = match query {
            Some(query) => format!("{base}/{path}?{query}"),
            None => format!("{base}/{path}"),
        };
        let mut parts = self.upstream.clone().into_parts();
        parts.path_and_query = Some(PathAndQuery::try_from(target)?);
        Ok(Uri::from_parts(parts)?)
    }

    async fn send(&self, path: &str, request: Request) -> Result<Response<Body>, Box<dyn std::error::Error>> {
        let (inbound, body) = request.into_parts();
        let mut outbound = Request::new(body);
        *outbound.method_mut() = inbound.method;
        *outbound.uri_mut() = self.address(path, inbound.uri.query())?;
        *outbound.headers_mut() = headers::of_request(&inbound.headers);
        outbound.headers_mut().insert(header::AUTHORIZATION, self.key.authorization());
        // A redirect is passed on, since following it could carry the key to another host. There is no limit on the
        // whole exchange, since a photo may take long on a slow line.
        let (answer, body) = self.client.request(outbound).await?.into_parts();
        let mut response = Response::new(Body::new(body));
        *response.status_mut() = answer.status;
        *response.headers_mut() = headers::of_response(&answer.headers);
        Ok(response)
    }
}

/// Forwards one of the widget's operations and refuses all else. Both bodies are streamed. If the browser goes away,
/// the request to the API is dropped with this future; if the API's body breaks off, so does the browser's.
pub async fn forward(State(forwarder): State<Forwarder>, request: Request) -> Response<Body> {
    let path = request.uri().path().strip_prefix("/api/").unwrap_or_default().to_owned();
    if let Err(refused) = operation::check(request.method(), &path) {
        return failure::refused(refused);
    }
    forwarder.send(&path, request).await.unwrap_or_else(|error| {
        eprintln!("gateway: the API can't be reached: {}", innermost(error.as_ref()));
        failure::unreachable()
    })
}

fn innermost(mut error: &dyn std::error::Error) -> &dyn std::error::Error {
    while let Some(source) = error.source() {
        error = source;
    }
    error
}
