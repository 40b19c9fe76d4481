//! What the page sends, heard in the page: the sandbox remembers no bodies.

use serde_json::{Value, json};

use crate::harness::{Page, wait_for};

const LISTEN: &str = r#"
    window.sent = [];
    const fetch = window.fetch;
    window.fetch = (request, ...rest) => {
        if (request.method && request.method !== "GET") {
            const entry = { method: request.method };
            window.sent.push(entry);
            request.clone().json().then((document) => { entry.document = document; });
        }
        return fetch(request, ...rest);
    };
    const send = XMLHttpRequest.prototype.send;
    XMLHttpRequest.prototype.send = function (body) {
        window.sent.push({ form: [...body.entries()].map(([name, value]) => [name, value.name ?? value]) });
        return send.call(this, body);
    };
"#;

/// Hears every create and update from now on.
pub async fn listen(page: &Page) {
    page.script(LISTEN, vec![]).await;
}

/// What has been sent since the last look, oldest first.
pub async fn take(page: &Page) -> Vec<Value> {
    let sent = wait_for("whole requests", async || {
        let whole = "return window.sent.every((entry) => entry.document || entry.form) ? window.sent : null";
        page.script(whole, vec![]).await.as_array().cloned()
    })
    .await;
    page.script("window.sent = []", vec![]).await;
    sent
}

/// An update by JSON.
pub fn document(id: &str, attributes: &Value) -> Value {
    json!({"method": "PATCH", "document": {"data": {"type": "connection", "id": id, "attributes": attributes}}})
}

/// An update by a form, with the parts after type and id.
pub fn form(id: &str, parts: &[(&str, &str)]) -> Value {
    let all = [("data[type]", "connection"), ("data[id]", id)];
    let parts: Vec<_> = all.iter().chain(parts).map(|(name, value)| json!([name, value])).collect();
    json!({ "form": parts })
}
