//! A relay between the browser and a server, which keeps every byte that the browser gets.

use std::{
    net::SocketAddr,
    sync::{Arc, Mutex},
};

use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    task::JoinHandle,
};

/// What is written between two looks at it is at most so long, in bytes.
const BLOCK: usize = 64 * 1024;

/// The header that a browser asks for compressed bytes by, and one of the same length that nobody knows.
const ACCEPT_ENCODING: (&[u8], &[u8]) = (b"Accept-Encoding:", b"X-Nobody-Knows-:");

/// A running relay.
pub struct Relay {
    /// Its address, without a slash at the end.
    pub url: String,
    received: Arc<Mutex<Vec<u8>>>,
    task: JoinHandle<()>,
}

impl Relay {
    /// To the server at `address`.
    pub async fn start(address: SocketAddr) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let received = Arc::<Mutex<Vec<u8>>>::default();
        let record = received.clone();
        let task = tokio::spawn(async move {
            while let Ok((browser, _)) = listener.accept().await {
                tokio::spawn(connect(browser, address, record.clone()));
            }
        });
        Self { url, received, task }
    }

    /// Whether the browser got `text`, uncompressed as all of it was.
    pub fn has_received(&self, text: &str) -> bool {
        let received = self.received.lock().unwrap();
        received.windows(text.len()).any(|window| window.eq_ignore_ascii_case(text.as_bytes()))
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        self.task.abort();
    }
}

async fn connect(browser: TcpStream, address: SocketAddr, record: Arc<Mutex<Vec<u8>>>) {
    let server = TcpStream::connect(address).await.unwrap();
    let ((mut from_browser, to_browser), (from_server, mut to_server)) = (browser.into_split(), server.into_split());
    let requests = async {
        let mut block = vec![0; BLOCK];
        while let Ok(length @ 1..) = from_browser.read(&mut block).await {
            hide_encodings(&mut block[..length]);
            if to_server.write_all(&block[..length]).await.is_err() {
                break;
            }
        }
        let _ = to_server.shutdown().await;
    };
    tokio::join!(requests, pass_on(from_server, to_browser, &record));
}

async fn pass_on(
    mut from: tokio::net::tcp::OwnedReadHalf,
    mut to: tokio::net::tcp::OwnedWriteHalf,
    record: &Mutex<Vec<u8>>,
) {
    let mut block = vec![0; BLOCK];
    while let Ok(length @ 1..) = from.read(&mut block).await {
        record.lock().unwrap().extend_from_slice(&block[..length]);
        if to.write_all(&block[..length]).await.is_err() {
            break;
        }
    }
    let _ = to.shutdown().await;
}

fn hide_encodings(request: &mut [u8]) {
    let (name, other) = ACCEPT_ENCODING;
    if let Some(at) = request.windows(name.len()).position(|window| window == name) {
        request[at..at + name.len()].copy_from_slice(other);
    }
}
