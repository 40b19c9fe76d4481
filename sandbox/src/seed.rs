//! Deterministic, believable agents: the same seed makes the same ones on every machine.

mod names;
mod pictures;
mod profile;

use fake::rand::{SeedableRng, rngs::StdRng};
use rusqlite::Transaction;
use serde_json::json;

use crate::{
    connection::{index, named_id},
    database::{Database, Error as DatabaseError},
    server::Error,
};
use profile::Profile;

/// Fills an empty database with `count` agents.
pub fn fill(database: &Database, count: u32, seed: u64) -> Result<(), Error> {
    let mut random = StdRng::seed_from_u64(seed);
    let pictures = pictures::draw(&mut random)?;
    let profiles: Vec<Profile> = (0..count).map(|number| Profile::invent(number, &mut random)).collect();
    database.write(|transaction| -> Result<(), DatabaseError> {
        for (number, (extension, bytes)) in pictures.iter().enumerate() {
            let id = format!("seed{number}");
            transaction.execute("INSERT INTO image (id, extension, bytes) VALUES (?, ?, ?)", (id, extension, bytes))?;
        }
        profiles.iter().try_for_each(|profile| insert(transaction, profile))
    })?;
    Ok(())
}

fn insert(transaction: &Transaction<'_>, profile: &Profile) -> Result<(), DatabaseError> {
    let agency = profile.agency.as_deref().map(|name| named_id(transaction, "agency", name)).transpose()?;
    let team = profile.team.as_deref().map(|name| named_id(transaction, "agent_team", name)).transpose()?;
    transaction
        .prepare_cached("INSERT INTO agent (uuid, first_name, last_name, email, phone) VALUES (?, ?, ?, ?, ?)")?
        .execute((&profile.uuid, &profile.first_name, &profile.last_name, &profile.personal_email, &profile.phone))?;
    let agent = transaction.last_insert_rowid();
    let image = profile.picture.map(|number| format!("seed{}", number % pictures::COUNT));
    transaction
        .prepare_cached(
            "INSERT INTO connection (agent_id, agency_id, agent_team_id, image_id, first_name, last_name, email, phone, tags,
                buying_agent_inspections, selling_agent_inspections, date_of_first_inspection, created_at, updated_at)
             VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        )?
        .execute((
            agent,
            agency,
            team,
            image,
            &profile.first_name,
            &profile.last_name,
            &profile.email,
            &profile.phone,
            json!(profile.tags).to_string(),
            profile.buying,
            profile.selling,
            &profile.first_inspection,
            &profile.created_at,
            &profile.updated_at,
        ))?;
    let id = transaction.last_insert_rowid();
    for (column, text) in &profile.details {
        transaction.prepare_cached(&format!("UPDATE connection SET {column} = ? WHERE id = ?"))?.execute((text, id))?;
    }
    index(transaction, id)
}
