//! `GET /images/{file}`: what a content delivery network would do, so no key is asked for.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use rusqlite::{OptionalExtension, Row};

use crate::{api_error::ApiError, app::App};

/// The newest image of an agent, whose address stays, is asked for anew each time.
const CHANGING: &str = "no-cache";
const UNCHANGING: &str = "public, max-age=31536000, immutable";

/// The bytes as they were stored. The content type follows from the bytes' own kind, checked when they came.
pub async fn image(State(app): State<Arc<App>>, Path(file): Path<String>) -> Result<Response, ApiError> {
    let missing = || ApiError::new(StatusCode::NOT_FOUND, "There is no such image.");
    let (condition, key, caching) = match (file.strip_prefix("of-"), file.split_once('.')) {
        (Some(agent), _) => ("CAST(connection.id AS TEXT) = ?", agent.to_owned(), CHANGING),
        (None, Some((id, _))) => ("image.id = ?", id.to_owned(), UNCHANGING),
        (None, None) => return Err(missing()),
    };
    let (extension, bytes) = app
        .blocking(move |app| {
            let from = "image LEFT JOIN connection ON connection.image_id = image.id";
            let select = format!("SELECT extension, bytes FROM {from} WHERE {condition}");
            let read = |row: &Row<'_>| Ok((row.get::<_, String>(0)?, row.get::<_, Vec<u8>>(1)?));
            let found = app.database.read(|database| Ok(database.query_row(&select, [key], read).optional()?))?;
            found.ok_or_else(missing)
        })
        .await?;
    let content_type = match extension.as_str() {
        "jpg" => "image/jpeg",
        "png" => "image/png",
        "gif" => "image/gif",
        _ => return Err(missing()),
    };
    let headers = [
        (header::CONTENT_TYPE, content_type),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CACHE_CONTROL, caching),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"),
    ];
    Ok((headers, bytes).into_response())
}
