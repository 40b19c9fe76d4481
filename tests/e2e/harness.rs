//! A server and a page of its own for each test, and what a person does and sees there.

mod devtools;
mod drivers;
mod elsewhere;
mod fields;
mod page;
mod relay;
mod server;
mod tab;
mod wait;

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use thirtyfour::{Capabilities, WebDriver};

use drivers::Driver;
pub use elsewhere::Elsewhere;
pub use page::Page;
pub use relay::Relay;
pub use server::Server;
pub use tab::in_browser_that_keeps_pictures;
pub use wait::wait_for;

/// The size of the window, in CSS pixels.
pub const WIDE: (u32, u32) = (1440, 1000);
pub const NARROW: (u32, u32) = (390, 844);

/// What `cargo xtask test` has set up.
pub fn set_up(name: &str) -> String {
    std::env::var(name).unwrap_or_else(|_| panic!("{name} is not set: run these tests by `cargo xtask test`"))
}

/// Runs a test in a browser of its own, which ends with the test however that ends.
pub async fn in_browser(test: impl AsyncFnOnce(&Page)) {
    let capabilities: Capabilities = serde_json::from_str(&set_up("AGENT_DIRECTORY_CAPABILITIES")).unwrap();
    let taken = Driver::take();
    let driver = WebDriver::new(&taken.url, capabilities).await.unwrap();
    let page = Page::new(driver.clone(), taken.url.clone());
    page.resize(WIDE).await;
    let outcome = AssertUnwindSafe(test(&page)).catch_unwind().await;
    if outcome.is_err() {
        eprintln!("The page when the test failed:\n{}", page.text().await);
    }
    driver.quit().await.unwrap();
    if let Err(panic) = outcome {
        std::panic::resume_unwind(panic);
    }
}
