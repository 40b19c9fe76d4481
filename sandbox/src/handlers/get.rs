//! `GET /connections/{id}`

use std::sync::Arc;

use axum::{
    extract::{Path, RawQuery, State},
    http::StatusCode,
    response::Response,
};

use crate::{api_error::ApiError, app::App, connection, document, list_query::parse_get};

/// One connection.
pub async fn get(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, ApiError> {
    let extras = parse_get(query.as_deref().unwrap_or_default())?;
    app.blocking(move |app| {
        let id = id.parse().map_err(|_| ApiError::not_found())?;
        let found = app.database.read(|database| connection::find(database, id))?.ok_or_else(ApiError::not_found)?;
        Ok(document::answer(StatusCode::OK, &document::single(app, &found, extras)))
    })
    .await
}
