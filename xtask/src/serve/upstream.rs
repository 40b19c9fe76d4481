//! The API behind the page.

use std::env;

use anyhow::{Context, Result};
use gateway::{Key, Uri};

use crate::{
    command::API_KEY_VARIABLE,
    sandbox::{Options, Sandbox},
};

/// Where agents come from.
pub struct Upstream {
    /// The API's base address.
    pub address: Uri,
    /// The key for it.
    pub key: Key,
    /// The sandbox, if it is one.
    pub sandbox: Option<Sandbox>,
}

impl Upstream {
    /// A sandbox of this project.
    pub async fn sandbox(agents: u32, fresh: bool) -> Result<Self> {
        let sandbox = Sandbox::start(Options::kept(agents, fresh)).await?;
        Ok(Self { address: sandbox.api()?, key: sandbox.key()?, sandbox: Some(sandbox) })
    }
}

/// The key of the real API. It stays in this process.
pub fn key_from_environment() -> Result<Key> {
    Key::new(&env::var(API_KEY_VARIABLE).unwrap_or_default()).with_context(|| {
        format!(
            "--upstream needs the API's key in the environment variable {API_KEY_VARIABLE}. To set it for this \
             terminal without leaving it in the shell's history: \
             read -rs {API_KEY_VARIABLE} && export {API_KEY_VARIABLE}"
        )
    })
}
