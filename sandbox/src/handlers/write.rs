//! What create and update share.

use rusqlite::{Transaction, types::Value as Sql};
use serde_json::json;

use crate::{
    api_error::ApiError,
    changes::Changes,
    connection::{index, named_id, store_image},
};

/// Now, as the API writes it.
pub fn now() -> String {
    jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
}

/// Writes the changes into the row `id` and nothing else.
pub fn store(transaction: &Transaction<'_>, id: i64, changes: Changes) -> Result<(), ApiError> {
    let mut columns: Vec<(&str, Sql)> =
        changes.texts.into_iter().map(|(name, text)| (name, text.map_or(Sql::Null, Sql::Text))).collect();
    let mut relate = |column, table, name: Option<Option<String>>| -> Result<(), ApiError> {
        match name {
            Some(Some(name)) => columns.push((column, Sql::Integer(named_id(transaction, table, &name)?))),
            Some(None) => columns.push((column, Sql::Null)),
            None => {}
        }
        Ok(())
    };
    relate("agency_id", "agency", changes.agency_name)?;
    relate("agent_team_id", "agent_team", changes.agent_team_name)?;
    if let Some(tags) = changes.tags {
        columns.push(("tags", Sql::Text(json!(tags).to_string())));
    }
    if let Some((extension, bytes)) = changes.image {
        columns.push(("image_id", Sql::Text(store_image(transaction, extension, &bytes)?)));
    }
    columns.push(("updated_at", Sql::Text(now())));
    for (column, value) in columns {
        transaction.execute(&format!("UPDATE connection SET {column} = ? WHERE id = ?"), (value, id))?;
    }
    Ok(index(transaction, id)?)
}
