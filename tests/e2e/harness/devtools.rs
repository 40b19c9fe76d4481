//! What only the browser's developer tools can do.

use std::{collections::BTreeMap, time::Duration};

use serde_json::{Value, json};

use super::Page;

impl Page {
    /// Kills the tab without a word to the page, and goes on in a new one.
    pub async fn crash(&self) {
        let tab = self.driver.new_tab().await.unwrap();
        // The answer is that the tab has crashed, or none.
        let _ = self.devtools("Page.crash", json!({})).timeout(Duration::from_secs(10)).send().await;
        self.driver.switch_to_window(tab).await.unwrap();
    }

    /// Shows the page as it is printed.
    pub async fn print(&self) {
        self.devtools("Emulation.setEmulatedMedia", json!({"media": "print"})).send().await.unwrap();
    }

    /// Shows the page as to a reader who prefers `value` of a media feature such as `forced-colors`.
    pub async fn prefer(&self, feature: &str, value: &str) {
        let features = json!({"features": [{"name": feature, "value": value}]});
        self.devtools("Emulation.setEmulatedMedia", features).send().await.unwrap();
    }

    /// Gives the page's screen to a finger, in the place of the mouse.
    pub async fn touch(&self) {
        self.devtools("Emulation.setTouchEmulationEnabled", json!({"enabled": true})).send().await.unwrap();
    }

    /// What the page holds after a garbage collection: `Nodes`, `JSEventListeners`, `JSHeapUsedSize` in bytes and others.
    pub async fn holdings(&self) -> BTreeMap<String, f64> {
        for command in ["Performance.enable", "HeapProfiler.collectGarbage", "HeapProfiler.collectGarbage"] {
            self.devtools(command, json!({})).send().await.unwrap();
        }
        let answer: Value =
            self.devtools("Performance.getMetrics", json!({})).send().await.unwrap().json().await.unwrap();
        let metrics = answer["value"]["metrics"].as_array().unwrap();
        metrics.iter().map(|each| (each["name"].as_str().unwrap().into(), each["value"].as_f64().unwrap())).collect()
    }

    fn devtools(&self, command: &str, parameters: Value) -> reqwest::RequestBuilder {
        let url = format!("{}/session/{}/goog/cdp/execute", self.driver_url, self.driver.session_id());
        reqwest::Client::new().post(url).json(&json!({"cmd": command, "params": parameters}))
    }
}
