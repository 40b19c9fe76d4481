//! What the panel tells of an agent, and what can be done with it there.

mod actions;
mod facts;
mod states;

use serde_json::{Value, json};

use crate::harness::{Page, Server};

/// The element in a language of its own, so that dates read the same everywhere.
const ELEMENT: &str = r#"<agent-directory api="/api" url-state="ad" locale="en"></agent-directory>"#;

/// Opens an agent whose record is `document`, whatever the sandbox has.
async fn open(page: &Page, document: &Value) -> Server {
    let server = Server::with(sandbox::Config { agents: 8, ..sandbox::Config::default() }, ELEMENT).await;
    let headers = json!({"content-type": "application/vnd.api+json"});
    let fault = json!({"kind": "status", "status": 200, "headers": headers, "body": document.to_string()});
    server.order_fault(json!({"method": "GET", "path": "/v2/connections/", "fault": fault})).await;
    page.open(&format!("{}/?ad.open=7", server.url)).await;
    page.see_text_in(".detail h2", "Zelda Quibble").await;
    page.find("button", "QR code").await;
    server
}

/// The record of Zelda Quibble with more attributes.
fn zelda(attributes: Value) -> Value {
    let mut all = json!({"first_name": "Zelda", "last_name": "Quibble"});
    for (name, value) in attributes.as_object().unwrap() {
        all[name] = value.clone();
    }
    json!({"data": {"type": "connection", "id": "7", "attributes": all}})
}

/// The names and values of a description list, as they are read.
async fn facts(page: &Page, list: &str) -> Vec<(String, String)> {
    let facts = format!(
        "const text = (node) => node.textContent.replace(/\\s+/g, ' ').trim(); \
            return [...root.querySelectorAll({})].map((name) => [text(name), text(name.nextElementSibling)])",
        json!(format!("{list} dt"))
    );
    serde_json::from_value(page.in_root(&facts).await).unwrap()
}

/// The same as they are expected.
fn pairs<const N: usize>(pairs: [(&str, &str); N]) -> Vec<(String, String)> {
    pairs.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec()
}
