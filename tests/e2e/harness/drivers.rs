//! The drivers, each of which has one session at a time.

use std::sync::{LazyLock, Mutex, PoisonError};

use super::set_up;

/// Those that no test uses now. There are two for each of the tests that run at a time.
static FREE: LazyLock<Mutex<Vec<String>>> =
    LazyLock::new(|| Mutex::new(set_up("AGENT_DIRECTORY_WEBDRIVERS").split(' ').map(str::to_owned).collect()));

/// A driver that one test has until this is dropped.
pub struct Driver {
    pub url: String,
}

impl Driver {
    pub fn take() -> Self {
        let url = FREE.lock().unwrap_or_else(PoisonError::into_inner).pop();
        Self {
            url: url.expect(
                "a free driver: run these tests by `cargo xtask test`, or in no more threads than half the drivers",
            ),
        }
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        FREE.lock().unwrap_or_else(PoisonError::into_inner).push(std::mem::take(&mut self.url));
    }
}
