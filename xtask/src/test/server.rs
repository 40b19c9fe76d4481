//! What the browser tests talk to: a sandbox of their own behind a gateway that any page may call.

use anyhow::Result;
use gateway::Running;

use crate::sandbox::{Options, Sandbox};

/// Enough for several pages of any size.
const AGENTS: u32 = 300;

/// A sandbox and its gateway, until they are dropped.
pub struct Server {
    gateway: Running,
    sandbox: Sandbox,
}

impl Server {
    /// Starts both on free ports.
    pub async fn start() -> Result<Self> {
        let sandbox = Sandbox::start(Options::temporary(AGENTS)).await?;
        let mut config = gateway::Config::new(sandbox.api()?, sandbox.key()?);
        config.allow_origin = Some("*".into());
        Ok(Self { gateway: gateway::start(config).await?, sandbox })
    }

    /// Where the API answers through the gateway.
    pub fn api(&self) -> String {
        format!("{}/api", self.gateway.url)
    }

    /// Where faults are ordered and requests are read.
    pub fn control(&self) -> &str {
        self.sandbox.control()
    }

    /// Ends both.
    pub async fn stop(self) {
        self.sandbox.stop().await;
        self.gateway.stop().await;
    }
}
