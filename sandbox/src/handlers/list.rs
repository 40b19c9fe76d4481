//! `GET /connections`

use std::sync::Arc;

use axum::{
    extract::{RawQuery, State},
    http::StatusCode,
    response::Response,
};
use rusqlite::params_from_iter;
use serde_json::json;

use crate::{
    api_error::ApiError,
    app::App,
    connection::{self, FROM},
    document,
    list_query::ListQuery,
    pagination::Place,
};

/// A page of connections. A page beyond the end is empty.
pub async fn list(State(app): State<Arc<App>>, RawQuery(query): RawQuery) -> Result<Response, ApiError> {
    let query = ListQuery::parse(query.as_deref().unwrap_or_default())?;
    app.blocking(move |app| page(app, &query)).await
}

fn page(app: &App, query: &ListQuery) -> Result<Response, ApiError> {
    let (condition, values) = query.condition(app.config.exact_emails);
    let offset = u64::from(query.page - 1) * u64::from(query.size);
    let (rows, total) = app.database.read(|database| {
        let count = format!("SELECT count(*) {FROM} {condition}");
        let total = database.prepare_cached(&count)?.query_row(params_from_iter(&values), |row| row.get(0))?;
        let rest = format!("{condition} {} LIMIT {} OFFSET {offset}", query.order(), query.size);
        Ok((connection::select(database, &rest, params_from_iter(&values))?, total))
    })?;
    let place = Place { query, total };
    let data: Vec<_> = rows.iter().map(|row| document::resource(app, row, query.extras)).collect();
    let mut answer = json!({ "data": data, "meta": place.meta(app.config.pagination) });
    document::add_included(&mut answer, &rows, query.extras);
    if let (Some(links), Some(answer)) = (place.links(app), answer.as_object_mut()) {
        answer.insert("links".into(), links);
    }
    Ok(document::answer(StatusCode::OK, &answer))
}
