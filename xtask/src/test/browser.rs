//! A browser and its driver, found on the machine or installed by the system's packages.

mod chromium;
mod display;
mod firefox;
mod webkit;

use std::path::PathBuf;

use anyhow::Result;
use serde_json::Value;

use display::Display;

/// The browsers that the end-to-end tests run in, by their engines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Chrome or Chromium.
    Chromium,
    /// Firefox.
    Firefox,
    /// The MiniBrowser of WebKitGTK.
    Webkit,
}

impl Engine {
    /// All there are.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::Webkit];

    /// What people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::Webkit => "WebKit",
        }
    }

    /// Finds browser and driver, or installs what is missing.
    pub async fn ensure(self) -> Result<Browser> {
        match self {
            Self::Chromium => chromium::ensure().await,
            Self::Firefox => firefox::ensure().await,
            Self::Webkit => webkit::ensure().await,
        }
    }
}

/// A browser that can be driven.
pub struct Browser {
    /// The program that drives it. It listens at the port that `--port` names.
    pub driver: PathBuf,
    /// What a session asks for (WebDriver, "Capabilities").
    pub capabilities: Value,
    /// What the driver finds in its environment.
    pub environment: Vec<(&'static str, String)>,
    /// The screen of a browser that can't do without one.
    _display: Option<Display>,
}
