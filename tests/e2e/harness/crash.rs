//! Crashes. Not part of the harness until a test of the suite needs them: see `form_known.rs`.

use std::time::Duration;

use serde_json::json;

use super::{Page, set_up};

impl Page {
    /// Kills the tab without a word to the page, and goes on in a new one.
    pub async fn crash(&self) {
        let tab = self.driver.new_tab().await.unwrap();
        let url =
            format!("{}/session/{}/goog/cdp/execute", set_up("AGENT_DIRECTORY_WEBDRIVER"), self.driver.session_id());
        let crash = reqwest::Client::new().post(url).json(&json!({"cmd": "Page.crash", "params": {}}));
        // The answer is that the tab has crashed, or none.
        let _ = crash.timeout(Duration::from_secs(10)).send().await;
        self.driver.switch_to_window(tab).await.unwrap();
    }
}
