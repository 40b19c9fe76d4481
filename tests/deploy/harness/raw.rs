//! Requests and answers to the byte, which clients would tidy up.

use std::net::SocketAddr;

use tokio::{
    io::{AsyncRead, AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
    time::timeout,
};

use super::PATIENCE;

/// An answer as it came.
pub struct Answer {
    pub status: u16,
    /// All bytes.
    pub bytes: Vec<u8>,
}

impl Answer {
    /// A header.
    pub fn header(&self, name: &str) -> Option<String> {
        header(&String::from_utf8_lossy(&self.bytes), name)
    }
}

/// Sends a request line with these headers, without a body, and reads the answer.
pub async fn raw(address: SocketAddr, line: &str, headers: &[&str]) -> Answer {
    let mut connection = TcpStream::connect(address).await.unwrap();
    let headers: String = headers.iter().map(|header| format!("{header}\r\n")).collect();
    let request = format!("{line} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n{headers}\r\n");
    connection.write_all(request.as_bytes()).await.unwrap();
    timeout(PATIENCE, read_answer(&mut connection)).await.unwrap()
}

/// Reads until the body has its announced length or the connection ends. Without an answer the status is 0.
pub async fn read_answer(connection: &mut (impl AsyncRead + Unpin)) -> Answer {
    let mut bytes = Vec::new();
    // A connection that is reset has ended, too.
    while !is_whole(&bytes) && connection.read_buf(&mut bytes).await.unwrap_or_default() > 0 {}
    let text = String::from_utf8_lossy(&bytes);
    let status = text.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default();
    Answer { status, bytes }
}

fn is_whole(bytes: &[u8]) -> bool {
    let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") else { return false };
    let head = String::from_utf8_lossy(&bytes[..end]);
    let length = header(&head, "content-length").and_then(|length| length.parse::<usize>().ok());
    length.is_some_and(|length| bytes.len() >= end + 4 + length)
}

fn header(text: &str, name: &str) -> Option<String> {
    let lines = text.split("\r\n\r\n").next()?.lines().skip(1);
    let mut pairs = lines.filter_map(|line| line.split_once(": "));
    pairs.find(|(found, _)| found.eq_ignore_ascii_case(name)).map(|(_, value)| value.to_owned())
}
