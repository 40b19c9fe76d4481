//! An API that records what it is asked.

use std::{
    convert::Infallible,
    net::{Ipv4Addr, SocketAddr},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use axum::{
    Router,
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    http::{HeaderMap, Response},
};
use futures_util::{StreamExt, stream};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpSocket},
    sync::{Mutex, mpsc},
    task::JoinHandle,
    time::timeout,
};

/// Far longer than anything here takes; only a failing test waits for it.
const PATIENCE: Duration = Duration::from_secs(20);

/// A request as it arrived.
pub struct Seen {
    /// Path and query.
    pub target: String,
    pub body: Bytes,
    headers: HeaderMap,
}

impl Seen {
    /// All values of a header.
    pub fn header(&self, name: &str) -> Vec<&str> {
        self.headers.get_all(name).iter().map(|value| value.to_str().unwrap()).collect()
    }
}

#[derive(Clone)]
struct Recorder {
    count: Arc<AtomicUsize>,
    seen: mpsc::UnboundedSender<Seen>,
    abandoned: mpsc::UnboundedSender<()>,
}

/// A running API under `/v2`. The id `never` gets no answer.
pub struct Upstream {
    pub url: String,
    address: SocketAddr,
    count: Arc<AtomicUsize>,
    seen: Mutex<mpsc::UnboundedReceiver<Seen>>,
    abandoned: Mutex<mpsc::UnboundedReceiver<()>>,
    server: JoinHandle<()>,
    stop: tokio::sync::oneshot::Sender<()>,
}

impl Upstream {
    pub async fn start() -> std::io::Result<Self> {
        Self::start_at(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await
    }

    pub async fn start_at(address: SocketAddr) -> std::io::Result<Self> {
        let socket = TcpSocket::new_v4()?;
        socket.set_reuseaddr(true)?;
        socket.bind(address)?;
        let listener: TcpListener = socket.listen(64)?;
        let address = listener.local_addr()?;
        let (seen_sender, seen) = mpsc::unbounded_channel();
        let (abandoned_sender, abandoned) = mpsc::unbounded_channel();
        let count = Arc::new(AtomicUsize::new(0));
        let recorder = Recorder { count: count.clone(), seen: seen_sender, abandoned: abandoned_sender };
        let (stop, stopped) = tokio::sync::oneshot::channel::<()>();
        let router = Router::new().fallback(answer).with_state(recorder);
        let server = tokio::spawn(async move {
            let stopped = async { stopped.await.unwrap_or_default() };
            axum::serve(listener, router).with_graceful_shutdown(stopped).await.unwrap();
        });
        let (seen, abandoned) = (Mutex::new(seen), Mutex::new(abandoned));
        Ok(Self { url: format!("http://{address}/v2/"), address, count, seen, abandoned, server, stop })
    }

    pub fn requests_seen(&self) -> usize {
        self.count.load(Ordering::SeqCst)
    }

    pub async fn next_request(&self) -> Seen {
        timeout(PATIENCE, self.seen.lock().await.recv()).await.unwrap().unwrap()
    }

    /// Returns when a request has been given up by its client.
    pub async fn next_abandoned(&self) {
        timeout(PATIENCE, self.abandoned.lock().await.recv()).await.unwrap().unwrap();
    }

    /// Closes everything, and tells where it was.
    pub async fn stop(self) -> SocketAddr {
        let _ = self.stop.send(());
        timeout(PATIENCE, self.server).await.unwrap().unwrap();
        self.address
    }
}

async fn answer(State(recorder): State<Recorder>, request: Request) -> Response<Body> {
    recorder.count.fetch_add(1, Ordering::SeqCst);
    let (parts, body) = request.into_parts();
    let target = parts.uri.to_string();
    let waits = target.contains("/never");
    // Dropped before it is disarmed, the guard tells that the client has gone away.
    let guard = waits.then(|| Guard(recorder.abandoned.clone()));
    let request_id = parts.headers.get("x-request-id").cloned();
    let body = to_bytes(body, usize::MAX).await.unwrap();
    recorder.seen.send(Seen { target, body, headers: parts.headers }).unwrap_or_default();
    if waits {
        std::future::pending::<()>().await;
    }
    drop(guard);
    let mut response = Response::builder()
        .status(418)
        .header("content-type", "application/vnd.api+json")
        .header("retry-after", "7")
        .header("link", "<next>")
        .header("set-cookie", "session=2")
        .header("authorization", "Bearer echoed");
    if let Some(id) = request_id {
        response = response.header("x-request-id", id);
    }
    let whole = stream::iter([r#"{"data""#, ":[]}"]).map(Ok::<_, Infallible>);
    response.body(Body::from_stream(whole)).unwrap()
}

struct Guard(mpsc::UnboundedSender<()>);

impl Drop for Guard {
    fn drop(&mut self) {
        let _ = self.0.send(());
    }
}

/// Serves one request with a body that ends before its announced length. Its address.
pub async fn cut_off_once() -> std::io::Result<String> {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    let url = format!("http://{}/v2", listener.local_addr()?);
    tokio::spawn(async move {
        let (mut connection, _) = listener.accept().await.unwrap();
        let mut request = Vec::new();
        while !request.ends_with(b"\r\n\r\n") {
            assert_ne!(connection.read_buf(&mut request).await.unwrap(), 0);
        }
        connection.write_all(b"HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\n{\"data\":").await.unwrap();
    });
    Ok(url)
}
