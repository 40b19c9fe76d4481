//! Starting and stopping.

use std::{
    net::{Ipv4Addr, SocketAddr},
    path::PathBuf,
    time::Duration,
};

use axum::{
    Router,
    http::{HeaderValue, Method, Uri, header},
    routing::any,
};
use tokio::{net::TcpListener, sync::oneshot, task::JoinHandle};
use tower_http::{cors::CorsLayer, services::ServeDir};

use crate::{
    Key,
    forward::{Forwarder, forward},
    headers,
};

/// How a gateway is started.
#[derive(Clone, Debug)]
pub struct Config {
    /// Where it listens; port 0 takes a free one.
    pub listen: SocketAddr,
    /// The API's base address, for example `https://connect.spectora.com/v2` (API: seen).
    pub upstream: Uri,
    /// The key that it adds.
    pub key: Key,
    /// A directory to serve beside `/api`, so that page and API have one origin.
    pub static_files: Option<PathBuf>,
    /// The origin of a page that may call it from elsewhere, or `*`; for tests.
    pub allow_origin: Option<String>,
}

impl Config {
    /// Only the API, on a free port of this machine.
    pub fn new(upstream: Uri, key: Key) -> Self {
        let listen = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        Self { listen, upstream, key, static_files: None, allow_origin: None }
    }
}

/// Why a gateway could not be started.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The address is taken or not this machine's.
    #[error("can't listen on {0}: {1}")]
    Listen(SocketAddr, std::io::Error),
    /// The upstream is no base address.
    #[error("`{0}` is not an address to forward to; one such as https://connect.spectora.com/v2 is wanted")]
    Upstream(Uri),
    /// The certificates that this machine trusts can't be read.
    #[error("can't read the certificates that this machine trusts: {0}")]
    Certificates(std::io::Error),
    /// Encrypted connections are not possible.
    #[error("can't make encrypted connections: {0}")]
    Encryption(#[from] rustls::Error),
    /// `allow_origin` is no origin.
    #[error("`{0}` is not an origin")]
    Origin(String),
}

/// How long requests under way may take when the gateway stops.
const GRACE: Duration = Duration::from_secs(2);

/// A gateway that answers, until it is dropped.
pub struct Running {
    /// Its origin, for example `http://127.0.0.1:49152`; the API is at `/api` below it.
    pub url: String,
    server: JoinHandle<()>,
    stop: oneshot::Sender<()>,
}

impl Running {
    /// Stops listening, lets requests under way end, and returns when the port is free.
    pub async fn stop(mut self) {
        // Fails only if the server has ended already.
        let _ = self.stop.send(());
        if tokio::time::timeout(GRACE, &mut self.server).await.is_err() {
            self.server.abort();
        }
    }
}

/// Listens and forwards.
pub async fn start(config: Config) -> Result<Running, Error> {
    let mut router = Router::new()
        .route("/api", any(forward))
        .route("/api/{*path}", any(forward))
        .with_state(Forwarder::new(config.upstream, config.key)?);
    if let Some(directory) = config.static_files {
        router = router.fallback_service(ServeDir::new(directory));
    }
    if let Some(origin) = config.allow_origin {
        router = router.layer(cross_origin(&origin)?);
    }
    let listening = |error| Error::Listen(config.listen, error);
    let listener = TcpListener::bind(config.listen).await.map_err(listening)?;
    let address = listener.local_addr().map_err(listening)?;
    let (stop, stopped) = oneshot::channel();
    let server = tokio::spawn(async move {
        // A sender that is gone means the same as a message: the gateway is not wanted any more.
        let stopped = async { stopped.await.unwrap_or_default() };
        if let Err(error) = axum::serve(listener, router).with_graceful_shutdown(stopped).await {
            eprintln!("gateway: {error}");
        }
    });
    Ok(Running { url: format!("http://{address}"), server, stop })
}

fn cross_origin(origin: &str) -> Result<CorsLayer, Error> {
    let origin = HeaderValue::from_str(origin).map_err(|_| Error::Origin(origin.to_owned()))?;
    let layer = CorsLayer::new()
        .allow_methods([Method::GET, Method::POST, Method::PATCH])
        .allow_headers([header::ACCEPT, header::CONTENT_TYPE, header::HeaderName::from_static("x-request-id")])
        .expose_headers(headers::exposed());
    Ok(if origin == "*" { layer.allow_origin(tower_http::cors::Any) } else { layer.allow_origin(origin) })
}
