//! `GET /images/{file}`: what a content delivery network would do, so no key is asked for.

use std::sync::Arc;

use axum::{
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};
use rusqlite::OptionalExtension;

use crate::{api_error::ApiError, app::App};

/// The bytes as they were stored. The content type follows from the bytes' own kind, checked when they came.
pub async fn image(State(app): State<Arc<App>>, Path(file): Path<String>) -> Result<Response, ApiError> {
    let missing = || ApiError::new(StatusCode::NOT_FOUND, "There is no such image.");
    let (id, extension) = file.split_once('.').ok_or_else(missing)?;
    let content_type = match extension {
        "jpg" => "image/jpeg",
        "png" => "image/png",
        "gif" => "image/gif",
        _ => return Err(missing()),
    };
    let key = (id.to_owned(), extension.to_owned());
    let bytes = app
        .blocking(move |app| {
            let select = "SELECT bytes FROM image WHERE id = ? AND extension = ?";
            let found = app
                .database
                .read(|database| Ok(database.query_row(select, key, |row| row.get::<_, Vec<u8>>(0)).optional()?))?;
            found.ok_or_else(missing)
        })
        .await?;
    let headers = [
        (header::CONTENT_TYPE, content_type),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (header::CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (header::CONTENT_SECURITY_POLICY, "default-src 'none'; sandbox"),
    ];
    Ok((headers, bytes).into_response())
}
