//! The sandbox behind the proxy, and its control.

use std::{fs, path::PathBuf};

use reqwest::{Client, Method, RequestBuilder};
use sandbox::{Config, Running};
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::sync::OnceCell;

use super::KEY;

/// A sandbox with some agents.
pub struct Api {
    running: Running,
    client: Client,
    _folder: TempDir,
}

/// Drawing the agents' photos takes long, so that is done once.
static FILLED: OnceCell<Vec<u8>> = OnceCell::const_new();

fn config(database: PathBuf) -> Config {
    Config { agents: 120, key: KEY.into(), database: Some(database), ..Config::default() }
}

async fn fill() -> Vec<u8> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("agents.sqlite");
    sandbox::start(Config { fresh: true, ..config(path.clone()) }).await.unwrap().stop().await;
    fs::read(path).unwrap()
}

impl Api {
    pub async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("agents.sqlite");
        fs::write(&database, FILLED.get_or_init(fill).await).unwrap();
        let running = sandbox::start(config(database)).await.unwrap();
        Self { running, client: Client::new(), _folder: folder }
    }

    /// Its base address.
    pub fn url(&self) -> &str {
        &self.running.api_url
    }

    /// Its host and port.
    pub fn address(&self) -> &str {
        self.url().trim_start_matches("http://").trim_end_matches("/v2")
    }

    /// All requests that have reached it.
    pub async fn requests(&self) -> Vec<Value> {
        let answer = self.client.get(format!("{}/requests", self.running.control_url)).send().await.unwrap();
        answer.json().await.unwrap()
    }

    /// How many requests have reached it.
    pub async fn count(&self) -> usize {
        self.requests().await.len()
    }

    /// The only request that has reached it.
    pub async fn only_request(&self) -> Value {
        let mut requests = self.requests().await;
        assert_eq!(requests.len(), 1, "{requests:#?}");
        requests.remove(0)
    }

    pub async fn forget_requests(&self) {
        self.client.delete(format!("{}/requests", self.running.control_url)).send().await.unwrap();
    }

    /// Orders a fault, as the sandbox's control takes it.
    pub async fn order(&self, fault: Value) {
        let order = self.client.post(format!("{}/faults", self.running.control_url)).json(&fault);
        assert_eq!(order.send().await.unwrap().status(), 201, "{fault}");
    }

    pub async fn clear_faults(&self) {
        self.client.delete(format!("{}/faults", self.running.control_url)).send().await.unwrap();
    }

    /// Answers one request with these headers.
    pub async fn answer_once(&self, status: u16, headers: Value) {
        let fault = json!({ "kind": "status", "status": status, "headers": headers, "body": "{\"data\":[]}" });
        self.order(json!({ "times": 1, "fault": fault })).await;
    }

    /// A request that does not go through the proxy.
    pub fn directly(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.url())).bearer_auth(KEY)
    }
}

/// A header of a request as the sandbox tells it.
pub trait Headers {
    fn header(&self, name: &str) -> Option<&str>;
}

impl Headers for Value {
    fn header(&self, name: &str) -> Option<&str> {
        let headers = self["headers"].as_array()?;
        headers.iter().find(|pair| pair[0] == name)?[1].as_str()
    }
}
