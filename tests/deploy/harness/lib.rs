//! The production proxies as `deploy/` starts them, in front of a sandbox: what tests of them stand on.

#![cfg(unix)]
#![allow(missing_docs, clippy::expect_used, clippy::panic, clippy::unwrap_used, reason = "this is for tests only")]

mod api;
mod files;
mod name_server;
mod process;
mod proxy;
mod raw;
mod tls;

use std::{
    future::Future,
    time::{Duration, Instant},
};

pub use api::{Api, Headers};
pub use files::{CONTENTS, Files};
pub use name_server::NameServer;
pub use process::Process;
pub use proxy::{Kind, Proxy, Settings};
pub use raw::{Answer, raw, read_answer};
pub use tls::{Authority, TlsFront, get_encrypted};

/// The key. It must be found nowhere but where it is needed.
pub const KEY: &str = "key-that-no-page-may-see-4711";

/// Far longer than anything here takes; only a failing test waits for it.
pub const PATIENCE: Duration = Duration::from_secs(30);

/// Between two looks at something that takes its time.
const PAUSE: Duration = Duration::from_millis(20);

/// Asks again and again until there is an answer.
pub async fn until<T, F: Future<Output = Option<T>>>(what: &str, mut ask: impl FnMut() -> F) -> T {
    let started = Instant::now();
    loop {
        if let Some(answer) = ask().await {
            return answer;
        }
        assert!(started.elapsed() < PATIENCE, "waited in vain for {what}");
        tokio::time::sleep(PAUSE).await;
    }
}
