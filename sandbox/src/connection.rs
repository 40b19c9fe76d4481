//! Connections as the database holds them.

use rusqlite::{Connection as Sqlite, Params, Row, Transaction};

use crate::database::Error;

/// The attributes that are plain text, in the order of the columns.
pub const TEXT_ATTRIBUTES: [&str; 15] = [
    "first_name",
    "last_name",
    "email",
    "phone",
    "address",
    "city",
    "state",
    "zip",
    "website",
    "facebook",
    "instagram",
    "linkedin",
    "twitter",
    "notes",
    "private_notes",
];

/// A row with all that belongs to it.
#[derive(Debug)]
pub struct Connection {
    pub id: i64,
    pub texts: Vec<Option<String>>,
    pub tags: String,
    pub buying: i64,
    pub selling: i64,
    pub date_of_first_inspection: Option<String>,
    pub created_at: String,
    pub updated_at: String,
    pub image: Option<String>,
    pub agency: Option<(i64, String)>,
    pub team: Option<(i64, String)>,
    pub agent: Agent,
}

/// The person behind a connection.
#[derive(Debug)]
pub struct Agent {
    pub id: i64,
    pub uuid: String,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
}

/// Where lists and single records are read from.
pub const FROM: &str = "FROM connection
    JOIN agent ON agent.id = connection.agent_id
    LEFT JOIN agency ON agency.id = connection.agency_id
    LEFT JOIN agent_team ON agent_team.id = connection.agent_team_id
    LEFT JOIN image ON image.id = connection.image_id";

/// Reads the rows that `rest` (WHERE, ORDER BY, LIMIT) selects.
pub fn select(database: &Sqlite, rest: &str, parameters: impl Params) -> Result<Vec<Connection>, Error> {
    let texts = TEXT_ATTRIBUTES.map(|name| format!("connection.{name}")).join(", ");
    let sql = format!(
        "SELECT connection.id, tags, buying_agent_inspections, selling_agent_inspections, date_of_first_inspection,
            created_at, updated_at, image.id || '.' || image.extension, agency.id, agency.name, agent_team.id,
            agent_team.name, agent.id, agent.uuid, agent.first_name, agent.last_name, agent.email, agent.phone, {texts}
        {FROM} {rest}"
    );
    let mut statement = database.prepare_cached(&sql)?;
    let rows = statement.query_map(parameters, read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Reads one record.
pub fn find(database: &Sqlite, id: i64) -> Result<Option<Connection>, Error> {
    Ok(select(database, "WHERE connection.id = ?", [id])?.pop())
}

fn read(row: &Row<'_>) -> rusqlite::Result<Connection> {
    let named = |id: usize| -> rusqlite::Result<Option<(i64, String)>> {
        Ok(row.get::<_, Option<i64>>(id)?.zip(row.get::<_, Option<String>>(id + 1)?))
    };
    Ok(Connection {
        id: row.get(0)?,
        tags: row.get(1)?,
        buying: row.get(2)?,
        selling: row.get(3)?,
        date_of_first_inspection: row.get(4)?,
        created_at: row.get(5)?,
        updated_at: row.get(6)?,
        image: row.get(7)?,
        agency: named(8)?,
        team: named(10)?,
        agent: Agent {
            id: row.get(12)?,
            uuid: row.get(13)?,
            first_name: row.get(14)?,
            last_name: row.get(15)?,
            email: row.get(16)?,
            phone: row.get(17)?,
        },
        texts: (0..TEXT_ATTRIBUTES.len()).map(|index| row.get(18 + index)).collect::<Result<_, _>>()?,
    })
}

/// Writes the words by which a record is found.
pub fn index(transaction: &Transaction<'_>, id: i64) -> Result<(), Error> {
    transaction.execute("DELETE FROM search WHERE rowid = ?", [id])?;
    transaction.execute(
        "INSERT INTO search (rowid, words)
         SELECT connection.id, concat_ws(' ', connection.first_name, connection.last_name, connection.email,
            connection.phone, connection.city, agency.name, agent_team.name)
         FROM connection LEFT JOIN agency ON agency.id = agency_id LEFT JOIN agent_team ON agent_team.id = agent_team_id
         WHERE connection.id = ?",
        [id],
    )?;
    Ok(())
}

/// The id of the agency or team of that name, made if there is none.
pub fn named_id(transaction: &Transaction<'_>, table: &'static str, name: &str) -> Result<i64, Error> {
    transaction.execute(&format!("INSERT INTO {table} (name) VALUES (?) ON CONFLICT DO NOTHING"), [name])?;
    Ok(transaction.query_row(&format!("SELECT id FROM {table} WHERE name = ?"), [name], |row| row.get(0))?)
}

/// Stores an image under a new id and gives the id.
pub fn store_image(transaction: &Transaction<'_>, extension: &str, bytes: &[u8]) -> Result<String, Error> {
    let id = uuid::Uuid::new_v4().simple().to_string();
    transaction.execute("INSERT INTO image (id, extension, bytes) VALUES (?, ?, ?)", (&id, extension, bytes))?;
    Ok(id)
}
