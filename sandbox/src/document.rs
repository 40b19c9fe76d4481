//! Connections as JSON:API documents.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde_json::{Map, Value, json};

use crate::{
    app::App,
    config::ImageAddress,
    connection::{Connection, TEXT_ATTRIBUTES},
};

/// What a request wants beside the connections.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extras {
    pub agent: bool,
    pub agent_team: bool,
    pub date_of_first_inspection: bool,
}

/// This company's id.
const COMPANY: &str = "1";

/// The resource of one connection.
pub fn resource(app: &App, connection: &Connection, extras: Extras) -> Value {
    let mut attributes: Map<String, Value> =
        TEXT_ATTRIBUTES.iter().zip(&connection.texts).map(|(name, text)| ((*name).to_owned(), json!(text))).collect();
    let (agency_id, agency_name) = connection.agency.as_ref().map(|(id, name)| (id.to_string(), name)).unzip();
    let (team_id, team_name) = connection.team.as_ref().map(|(id, name)| (id.to_string(), name)).unzip();
    let tags: Value = serde_json::from_str(&connection.tags).unwrap_or_default();
    let others = [
        ("company_id", json!(COMPANY)),
        ("agency_id", json!(agency_id)),
        ("agency_name", json!(agency_name)),
        ("agent_id", json!(connection.agent.id.to_string())),
        ("agent_team_id", json!(team_id)),
        ("agent_team_name", json!(team_name)),
        ("tags", tags),
        ("image_url", json!(connection.image.as_ref().map(|file| image_address(app, connection.id, file)))),
        ("agent_inspections", json!(connection.buying + connection.selling)),
        ("buying_agent_inspections", json!(connection.buying)),
        ("selling_agent_inspections", json!(connection.selling)),
        ("created_at", json!(connection.created_at)),
        ("updated_at", json!(connection.updated_at)),
    ];
    attributes.extend(others.map(|(name, value)| (name.to_owned(), value)));
    if extras.date_of_first_inspection {
        attributes.insert("date_of_first_inspection".into(), json!(connection.date_of_first_inspection));
    }
    let team = team_id.map(|id| json!({"type": "agent_team", "id": id}));
    json!({
        "type": "connection",
        "id": connection.id.to_string(),
        "attributes": attributes,
        "relationships": {
            "agent": {"data": {"type": "agent", "id": connection.agent.id.to_string()}},
            "agent_team": {"data": team},
        },
    })
}

fn image_address(app: &App, id: i64, file: &str) -> String {
    let base = &app.image_base;
    match app.config.image_address {
        ImageAddress::Own => format!("{base}/{file}"),
        ImageAddress::Fixed => format!("{base}/of-{id}"),
        ImageAddress::Versioned => format!("{base}/of-{id}?{file}"),
    }
}

/// The resources that `include` asks for, each once.
pub fn included(connections: &[Connection], extras: Extras) -> Vec<Value> {
    let mut all = Vec::new();
    for connection in connections {
        if extras.agent {
            let agent = &connection.agent;
            all.push(json!({"type": "agent", "id": agent.id.to_string(), "attributes": {
                "uuid": agent.uuid, "first_name": agent.first_name, "last_name": agent.last_name, "email": agent.email,
                "phone": agent.phone,
            }}));
        }
        if let Some((id, name)) = connection.team.as_ref().filter(|_| extras.agent_team) {
            let team =
                json!({"type": "agent_team", "id": id.to_string(), "attributes": {"company_id": 1, "name": name}});
            if !all.contains(&team) {
                all.push(team);
            }
        }
    }
    all
}

/// The document of one connection.
pub fn single(app: &App, connection: &Connection, extras: Extras) -> Value {
    let mut document = json!({ "data": resource(app, connection, extras) });
    add_included(&mut document, std::slice::from_ref(connection), extras);
    document
}

/// Adds `included` where it was asked for.
pub fn add_included(document: &mut Value, connections: &[Connection], extras: Extras) {
    if let Some(document) = document.as_object_mut().filter(|_| extras.agent || extras.agent_team) {
        document.insert("included".into(), included(connections, extras).into());
    }
}

/// A document as an answer.
pub fn answer(status: StatusCode, document: &Value) -> Response {
    let mut response = (status, Json(document)).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/vnd.api+json"));
    response
}
