//! A name server that knows one answer: this machine.

use std::net::{Ipv4Addr, SocketAddr};

use tokio::net::UdpSocket;

/// A running name server (RFC 1035), for names in requests of one question.
pub struct NameServer {
    pub address: SocketAddr,
}

/// The bytes of a message before its question.
const HEADER: usize = 12;

impl NameServer {
    pub async fn start() -> Self {
        let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).await.unwrap();
        let address = socket.local_addr().unwrap();
        tokio::spawn(async move {
            let mut message = [0; 512];
            while let Ok((length, from)) = socket.recv_from(&mut message).await {
                let _ = socket.send_to(&answer(&message[..length]), from).await;
            }
        });
        Self { address }
    }
}

fn answer(query: &[u8]) -> Vec<u8> {
    let name_end = HEADER + query[HEADER..].iter().position(|byte| *byte == 0).unwrap() + 1;
    let asks_for_ipv4 = query[name_end..name_end + 2] == [0, 1];
    let mut answer = query[..2].to_vec();
    // A response without error, of one question and, for an IPv4 address, one answer.
    answer.extend([0x81, 0x80, 0, 1, 0, u8::from(asks_for_ipv4), 0, 0, 0, 0]);
    answer.extend(&query[HEADER..name_end + 4]);
    if asks_for_ipv4 {
        // The name of the question, type A, class IN, a minute, four bytes.
        answer.extend([0xc0, HEADER as u8, 0, 1, 0, 1, 0, 0, 0, 60, 0, 4, 127, 0, 0, 1]);
    }
    answer
}
