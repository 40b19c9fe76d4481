//! Waiting for what is expected; there is no other waiting.

use std::time::{Duration, Instant};

const LIMIT: Duration = Duration::from_secs(60);
const INTERVAL: Duration = Duration::from_millis(25);

/// Looks again and again until there is something to see.
pub async fn wait_for<T>(what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    let started = Instant::now();
    loop {
        if let Some(seen) = look().await {
            return seen;
        }
        assert!(started.elapsed() < LIMIT, "not seen: {what}");
        tokio::time::sleep(INTERVAL).await;
    }
}
