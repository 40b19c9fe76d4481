//! nginx and Caddy as `deploy/` starts them, between real clients and the sandbox.

#![cfg(unix)]
#![allow(clippy::panic, clippy::unwrap_used, reason = "a failed step of a test may panic, in its helpers too")]

mod cache;
mod cross_site;
mod encryption;
mod files;
mod forwarding;
mod limits;
mod secrecy;
mod settings;
mod sign_in;

use std::error::Error;

/// What a test returns.
type Outcome = Result<(), Box<dyn Error>>;

/// Makes a test of each function, for each of the two proxies.
macro_rules! on_both {
    ($($name:ident),+ $(,)?) => {
        mod nginx {
            use crate::Outcome;
            use deployment::Kind;
            $(#[tokio::test] async fn $name() -> Outcome { super::$name(Kind::Nginx).await })+
        }
        mod caddy {
            use crate::Outcome;
            use deployment::Kind;
            $(#[tokio::test] async fn $name() -> Outcome { super::$name(Kind::Caddy).await })+
        }
    };
}
use on_both;
