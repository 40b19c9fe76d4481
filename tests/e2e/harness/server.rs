//! The sandbox, and the gateway that serves the built page in front of it.

use std::{fs, path::Path};

use gateway::Key;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{set_up, wait_for};

const KEY: &str = "a-test-key";

/// The element as the built page has it.
const ELEMENT: &str = r#"<agent-directory api="/api" url-state="ad"></agent-directory>"#;

/// A decoded query, in the order of the address.
pub type Pairs = Vec<(String, String)>;

pub struct Server {
    pub url: String,
    sandbox: sandbox::Running,
    _gateway: gateway::Running,
    /// The files that are served, if they are this server's own.
    pages: Option<TempDir>,
}

impl Server {
    /// A few hundred agents and the page as it is built.
    pub async fn start() -> Self {
        Self::with(sandbox::Config { agents: 300, ..sandbox::Config::default() }, ELEMENT).await
    }

    /// As few agents as make a list, for what is not about the list.
    pub async fn small() -> Self {
        Self::with(sandbox::Config { agents: 8, ..sandbox::Config::default() }, ELEMENT).await
    }

    /// Another sandbox, and another element in the place of the page's own.
    pub async fn with(config: sandbox::Config, element: &str) -> Self {
        let sandbox = sandbox::start(sandbox::Config { key: KEY.into(), ..config }).await.unwrap();
        Self::serving(sandbox, pages(element)).await
    }

    /// The page under a content security policy.
    pub async fn under_policy(policy: &str) -> Self {
        let config = sandbox::Config { agents: 60, key: KEY.into(), ..sandbox::Config::default() };
        let (sandbox, pages) = (sandbox::start(config).await.unwrap(), pages(ELEMENT));
        let index = pages.path().join("index.html");
        let page = fs::read_to_string(&index).unwrap();
        let meta = format!("<head><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">");
        fs::write(index, page.replace("<head>", &meta)).unwrap();
        Self::serving(sandbox, pages).await
    }

    /// A page that loads the widget from the folder at `address`, and has none of its files.
    pub async fn loading_from(address: &str) -> Self {
        let config = sandbox::Config { agents: 60, key: KEY.into(), ..sandbox::Config::default() };
        let (sandbox, pages) = (sandbox::start(config).await.unwrap(), pages(ELEMENT));
        remove_files(&pages, |name| name.starts_with("agent-directory"));
        let index = pages.path().join("index.html");
        let page = fs::read_to_string(&index).unwrap();
        let loader = format!("src=\"{address}agent-directory.js\"");
        fs::write(index, page.replace("src=\"agent-directory.js\"", &loader)).unwrap();
        Self::serving(sandbox, pages).await
    }

    /// The page without some of its files, until they are [put back](Self::put_back).
    pub async fn without(is_missing: impl Fn(&str) -> bool) -> Self {
        let config = sandbox::Config { agents: 60, key: KEY.into(), ..sandbox::Config::default() };
        let (sandbox, pages) = (sandbox::start(config).await.unwrap(), pages(ELEMENT));
        remove_files(&pages, is_missing);
        Self::serving(sandbox, pages).await
    }

    /// Brings the files that were left out and that `is_wanted` names.
    pub fn put_back(&self, is_wanted: impl Fn(&str) -> bool) {
        copy_missing_files(self.pages.as_ref().unwrap().path(), is_wanted);
    }

    /// The pages of frameworks that are built with the package.
    pub async fn of_frameworks() -> Self {
        let config = sandbox::Config { agents: 60, key: KEY.into(), ..sandbox::Config::default() };
        let sandbox = sandbox::start(config).await.unwrap();
        Self::in_front_of(sandbox, Path::new(&set_up("AGENT_DIRECTORY_FRAMEWORK_PAGES")), None).await
    }

    async fn serving(sandbox: sandbox::Running, pages: TempDir) -> Self {
        let folder = pages.path().to_owned();
        Self::in_front_of(sandbox, &folder, Some(pages)).await
    }

    async fn in_front_of(sandbox: sandbox::Running, folder: &Path, pages: Option<TempDir>) -> Self {
        let mut config = gateway::Config::new(sandbox.api_url.parse().unwrap(), Key::new(KEY).unwrap());
        config.static_files = Some(folder.into());
        let gateway = gateway::start(config).await.unwrap();
        Self { url: gateway.url.clone(), sandbox, _gateway: gateway, pages }
    }

    /// Orders a fault; see the sandbox's control API.
    pub async fn order_fault(&self, order: Value) {
        let url = format!("{}/faults", self.sandbox.control_url);
        assert_eq!(reqwest::Client::new().post(url).json(&order).send().await.unwrap().status(), 201);
    }

    /// A fault for the next list, until it has befallen `times` requests.
    pub async fn order_list_fault(&self, times: u32, fault: Value) {
        self.order_fault(json!({"method": "GET", "path": "/v2/connections", "times": times, "fault": fault})).await;
    }

    /// The next create is refused for these attributes, each with what is wrong with it.
    pub async fn refuse_next_create(&self, problems: &[(&str, &str)]) {
        let error = |(attribute, detail): &(&str, &str)| json!({"detail": detail, "source": {"pointer": format!("/data/attributes/{attribute}")}});
        let body = json!({"errors": problems.iter().map(error).collect::<Vec<_>>()});
        let fault = json!({"kind": "status", "status": 422, "body": body.to_string()});
        self.order_fault(json!({"method": "POST", "times": 1, "fault": fault})).await;
    }

    /// No fault befalls any request from now on.
    pub async fn clear_faults(&self) {
        let url = format!("{}/faults", self.sandbox.control_url);
        assert_eq!(reqwest::Client::new().delete(url).send().await.unwrap().status(), 204);
    }

    /// Every request that reached the API, oldest first.
    pub async fn requests(&self) -> Vec<Value> {
        let url = format!("{}/requests", self.sandbox.control_url);
        reqwest::get(url).await.unwrap().json().await.unwrap()
    }

    /// The decoded query of every list request, oldest first.
    pub async fn list_queries(&self) -> Vec<Pairs> {
        let requests = self.requests().await;
        let lists =
            requests.iter().filter(|request| request["method"] == "GET" && request["path"] == "/v2/connections");
        lists.map(|request| serde_json::from_value(request["query"].clone()).unwrap()).collect()
    }

    /// Waits until a list request with just these parameters, beside `include`, has reached the API.
    pub async fn see_list_query(&self, expected: &[(&str, &str)]) {
        let mut expected: Pairs = expected.iter().map(|(name, value)| ((*name).into(), (*value).into())).collect();
        expected.sort();
        wait_for(&format!("a list request with {expected:?}"), async || {
            let queries = self.list_queries().await;
            queries.into_iter().find(|query| {
                let mut query: Pairs = query.iter().filter(|(name, _)| name != "include").cloned().collect();
                query.sort();
                query == expected
            })
        })
        .await;
    }

    /// Every create and update that reached the API, oldest first.
    pub async fn writes(&self) -> Vec<Value> {
        self.requests().await.into_iter().filter(|request| request["method"] != "GET").collect()
    }

    /// The attributes of a record, not through the page.
    pub async fn record(&self, id: &str) -> Value {
        let url = format!("{}/connections/{id}", self.sandbox.api_url);
        let answer = reqwest::Client::new().get(url).bearer_auth(KEY).send().await.unwrap();
        let document: Value = answer.json().await.unwrap();
        document["data"]["attributes"].clone()
    }

    /// Makes a record, not through the page, and gives its id.
    pub async fn create(&self, attributes: Value) -> String {
        let url = format!("{}/connections", self.sandbox.api_url);
        let document = json!({"data": {"type": "connection", "attributes": attributes}});
        let answer = reqwest::Client::new().post(url).bearer_auth(KEY).json(&document).send().await.unwrap();
        assert_eq!(answer.status(), 201);
        let document: Value = answer.json().await.unwrap();
        document["data"]["id"].as_str().unwrap().to_owned()
    }

    /// Changes a record, as somebody else does it.
    pub async fn change(&self, id: &str, attributes: Value) {
        let url = format!("{}/connections/{id}", self.sandbox.api_url);
        let document = json!({"data": {"type": "connection", "id": id, "attributes": attributes}});
        let request = reqwest::Client::new().patch(url).bearer_auth(KEY).json(&document);
        assert_eq!(request.send().await.unwrap().status(), 200);
    }

    /// Gives a record another photo, as somebody else does it.
    pub async fn change_photo(&self, id: &str, png: &[u8]) {
        let url = format!("{}/connections/{id}", self.sandbox.api_url);
        let head = "--part\r\nContent-Disposition: form-data; name=\"data[attributes][image]\"; filename=\"theirs.png\"\r\n\
            Content-Type: image/png\r\n\r\n";
        let request = reqwest::Client::new().patch(url).bearer_auth(KEY);
        let request = request.header("content-type", "multipart/form-data; boundary=part");
        let request = request.body([head.as_bytes(), png, b"\r\n--part--\r\n"].concat());
        assert_eq!(request.send().await.unwrap().status(), 200);
    }

    /// The bytes of a record's photo.
    pub async fn photo(&self, id: &str) -> Vec<u8> {
        let record = self.record(id).await;
        let answer = reqwest::get(record["image_url"].as_str().unwrap()).await.unwrap();
        answer.bytes().await.unwrap().to_vec()
    }

    /// What the API itself answers to a list, not through the page.
    pub async fn list(&self, query: &str) -> Vec<Value> {
        let url = format!("{}/connections?{query}", self.sandbox.api_url);
        let answer = reqwest::Client::new().get(url).bearer_auth(KEY).send().await.unwrap();
        let document: Value = answer.json().await.unwrap();
        document["data"].as_array().unwrap().clone()
    }
}

/// The built files in a folder of their own, with `element` in the page.
fn pages(element: &str) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy_missing_files(folder.path(), |_| true);
    let index = folder.path().join("index.html");
    let page = fs::read_to_string(&index).unwrap();
    assert!(page.contains(ELEMENT), "the page has no {ELEMENT}");
    fs::write(index, page.replace(ELEMENT, element)).unwrap();
    folder
}

/// Copies the built files that `is_wanted` names and that are not there yet.
fn copy_missing_files(folder: &Path, is_wanted: impl Fn(&str) -> bool) {
    for entry in fs::read_dir(Path::new(&set_up("AGENT_DIRECTORY_DIST"))).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let copy = folder.join(&name);
        if is_wanted(&name) && !copy.exists() {
            fs::copy(&path, copy).unwrap();
        }
    }
}

fn remove_files(pages: &TempDir, is_removed: impl Fn(&str) -> bool) {
    for entry in fs::read_dir(pages.path()).unwrap().map(Result::unwrap) {
        if is_removed(&entry.file_name().to_string_lossy()) {
            fs::remove_file(entry.path()).unwrap();
        }
    }
}
