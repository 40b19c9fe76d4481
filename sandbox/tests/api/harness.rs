//! A sandbox of its own for each test, and requests as a client makes them.

use reqwest::{Client, Method, RequestBuilder, StatusCode};
use sandbox::{Config, Running};
use serde_json::{Value, json};

pub const KEY: &str = "a-test-key";

pub struct Api {
    pub running: Running,
    pub client: Client,
}

impl Api {
    pub async fn with_agents(agents: u32) -> Self {
        Self::start(Config { agents, ..Config::default() }).await
    }

    pub async fn start(config: Config) -> Self {
        let running = sandbox::start(Config { key: KEY.into(), ..config }).await.unwrap();
        Self { running, client: Client::new() }
    }

    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}/connections{path}", self.running.api_url)).bearer_auth(KEY)
    }

    /// GET, as status and document.
    pub async fn get(&self, path: &str) -> (StatusCode, Value) {
        answer(self.request(Method::GET, path)).await
    }

    /// GET of a list that must succeed: the resources.
    pub async fn list(&self, query: &str) -> Vec<Value> {
        let (status, document) = self.get(query).await;
        assert_eq!(status, 200, "{document}");
        document["data"].as_array().unwrap().clone()
    }

    pub async fn create(&self, attributes: Value) -> (StatusCode, Value) {
        answer(self.request(Method::POST, "").json(&json!({"data": {"type": "connection", "attributes": attributes}})))
            .await
    }

    /// Creates an agent that must be taken, and gives its id.
    pub async fn created(&self, attributes: Value) -> String {
        let (status, document) = self.create(attributes).await;
        assert_eq!(status, 201, "{document}");
        document["data"]["id"].as_str().unwrap().to_owned()
    }

    pub async fn update(&self, id: &str, attributes: Value) -> (StatusCode, Value) {
        let body = json!({"data": {"type": "connection", "id": id, "attributes": attributes}});
        answer(self.request(Method::PATCH, &format!("/{id}")).json(&body)).await
    }

    pub async fn order_fault(&self, order: Value) {
        let url = format!("{}/faults", self.running.control_url);
        assert_eq!(self.client.post(url).json(&order).send().await.unwrap().status(), 201);
    }

    pub async fn requests(&self) -> Vec<Value> {
        let url = format!("{}/requests", self.running.control_url);
        self.client.get(url).send().await.unwrap().json().await.unwrap()
    }
}

pub async fn answer(request: RequestBuilder) -> (StatusCode, Value) {
    let response = request.send().await.unwrap();
    (response.status(), response.json().await.unwrap_or_default())
}

/// One attribute of every resource.
pub fn each<'a>(resources: &'a [Value], name: &str) -> Vec<&'a Value> {
    resources.iter().map(|resource| &resource["attributes"][name]).collect()
}

/// Where the first error of a document points.
pub fn source(document: &Value) -> &Value {
    &document["errors"][0]["source"]
}

/// A picture that a decoder accepts.
pub fn picture(format: image::ImageFormat) -> Vec<u8> {
    let mut bytes = std::io::Cursor::new(Vec::new());
    image::RgbImage::from_pixel(3, 2, image::Rgb([200, 40, 40])).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}
