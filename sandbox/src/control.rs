//! The control port: faults are ordered here and requests are read. A page under test may use it, so any origin may.

use std::sync::Arc;

use axum::{Json, Router, extract::State, http::StatusCode, routing::get};
use tower_http::cors::CorsLayer;

use crate::{app::App, faults::Order, requests::Recorded};

/// `/faults` and `/requests`, to read, clear and, for faults, add to.
pub fn router(app: Arc<App>) -> Router {
    Router::new()
        .route("/faults", get(faults).post(add_fault).delete(clear_faults))
        .route("/requests", get(requests).delete(clear_requests))
        .layer(CorsLayer::permissive())
        .with_state(app)
}

async fn faults(State(app): State<Arc<App>>) -> Json<Vec<Order>> {
    Json(app.faults.all())
}

async fn add_fault(State(app): State<Arc<App>>, Json(order): Json<Order>) -> StatusCode {
    app.faults.add(order);
    StatusCode::CREATED
}

async fn clear_faults(State(app): State<Arc<App>>) -> StatusCode {
    app.faults.clear();
    StatusCode::NO_CONTENT
}

async fn requests(State(app): State<Arc<App>>) -> Json<Vec<Recorded>> {
    Json(app.requests.all())
}

async fn clear_requests(State(app): State<Arc<App>>) -> StatusCode {
    app.requests.clear();
    StatusCode::NO_CONTENT
}
