//! `PATCH` and `PUT /connections/{id}`

use std::sync::Arc;

use axum::{
    extract::{Path, Request, State},
    http::StatusCode,
    response::Response,
};

use super::write::store;
use crate::{
    api_error::{ApiError, Source},
    app::App,
    changes::Body,
    connection,
    document::{self, Extras},
};

/// Changes what is given and nothing else. API: certain, also that the email can't be changed.
pub async fn update(
    State(app): State<Arc<App>>,
    Path(id): Path<String>,
    request: Request,
) -> Result<Response, ApiError> {
    let row: i64 = id.parse().map_err(|_| ApiError::not_found())?;
    let body = Body::read(request).await?;
    let conflict =
        |detail, pointer: &str| Err(ApiError::new(StatusCode::CONFLICT, detail).at(Source::Pointer(pointer.into())));
    if body.id.as_ref().is_some_and(|given| *given != id) {
        return conflict("The id is not the one in the address.", "/data/id");
    }
    if body.kind.as_ref().is_some_and(|kind| kind != "connection") {
        return conflict("The type is not “connection”.", "/data/type");
    }
    if body.attributes.contains_key("email") {
        return Err(ApiError::attribute("email", "The email can't be changed."));
    }
    let changes = body.check(app.config.max_image_bytes)?;
    app.blocking(move |app| {
        app.database.write(|transaction| {
            connection::find(transaction, row)?.ok_or_else(ApiError::not_found)?;
            store(transaction, row, changes)
        })?;
        let found = app.database.read(|database| connection::find(database, row))?.ok_or_else(ApiError::not_found)?;
        Ok(document::answer(StatusCode::OK, &document::single(app, &found, Extras::default())))
    })
    .await
}
