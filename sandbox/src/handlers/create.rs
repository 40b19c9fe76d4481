//! `POST /connections`

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    http::{HeaderValue, StatusCode, header},
    response::Response,
};
use rusqlite::{OptionalExtension, Transaction};

use super::write::{now, store};
use crate::{
    api_error::{ApiError, Source},
    app::App,
    changes::{Body, Changes},
    config::DuplicateEmail,
    connection,
    document::{self, Extras},
};

/// Makes a connection, and the person behind it.
pub async fn create(State(app): State<Arc<App>>, request: Request) -> Result<Response, ApiError> {
    let mut body = Body::read(request).await?;
    if app.config.exact_emails {
        body.lower_email();
    }
    if body.id.is_some() {
        return Err(
            ApiError::new(StatusCode::FORBIDDEN, "The server chooses the id.").at(Source::Pointer("/data/id".into()))
        );
    }
    let changes = body.check(app.config.max_image_bytes)?;
    app.blocking(move |app| {
        let (id, is_new) =
            app.database.write(|transaction| insert(transaction, changes, app.config.duplicate_email))?;
        let found = app.database.read(|database| connection::find(database, id))?.ok_or_else(ApiError::not_found)?;
        let status = if is_new { StatusCode::CREATED } else { StatusCode::OK };
        let mut response = document::answer(status, &document::single(app, &found, Extras::default()));
        if let Ok(location) = HeaderValue::from_str(&format!("/v2/connections/{id}")) {
            response.headers_mut().insert(header::LOCATION, location);
        }
        Ok(response)
    })
    .await
}

/// Gives the id, and whether the record is new.
fn insert(transaction: &Transaction<'_>, changes: Changes, duplicate: DuplicateEmail) -> Result<(i64, bool), ApiError> {
    let text = |name: &str| changes.texts.iter().find(|(known, _)| *known == name).and_then(|(_, text)| text.clone());
    let (email, phone, first_name) = (text("email"), text("phone"), text("first_name"));
    if email.is_none() && phone.is_none() && first_name.is_none() {
        return Err(ApiError::attribute("email", "An agent needs an email, a phone number or a first name."));
    }
    if let Some(email) = &email {
        let taken: Option<i64> =
            transaction.query_row("SELECT id FROM connection WHERE email = ?", [email], |row| row.get(0)).optional()?;
        match (taken, duplicate) {
            (None, _) => {}
            (Some(id), DuplicateEmail::Link) => return Ok((id, false)),
            (Some(_), DuplicateEmail::Conflict) => {
                return Err(ApiError::new(StatusCode::CONFLICT, "An agent with this email exists already."));
            }
            (Some(_), DuplicateEmail::Unprocessable) => {
                return Err(ApiError::attribute("email", "This email has already been taken."));
            }
        }
    }
    transaction.execute(
        "INSERT INTO agent (uuid, first_name, last_name, email, phone) VALUES (?, ?, ?, ?, ?)",
        (uuid::Uuid::new_v4().to_string(), first_name, text("last_name"), email, phone),
    )?;
    let agent = transaction.last_insert_rowid();
    transaction
        .execute("INSERT INTO connection (agent_id, created_at, updated_at) VALUES (?, ?2, ?2)", (agent, now()))?;
    let id = transaction.last_insert_rowid();
    store(transaction, id, changes)?;
    Ok((id, true))
}
