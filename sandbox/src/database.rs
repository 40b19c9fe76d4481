//! The SQLite database: one connection writes, others read beside it.

use std::{
    path::Path,
    sync::{Mutex, MutexGuard, PoisonError},
    time::Duration,
};

use icu_collator::{Collator, CollatorBorrowed, options::CollatorOptions, options::Strength};
use rusqlite::{Connection, Transaction, TransactionBehavior};
use rusqlite_migration::{M, Migrations};
use tempfile::TempDir;

/// Why the database could not be used.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// SQLite says no.
    #[error(transparent)]
    Sqlite(#[from] rusqlite::Error),
    /// The schema could not be brought up to date.
    #[error(transparent)]
    Migration(#[from] rusqlite_migration::Error),
    /// The file can't be made or removed.
    #[error(transparent)]
    File(#[from] std::io::Error),
    /// The data for sorting names is missing.
    #[error("names can't be sorted: {0}")]
    Collation(String),
}

const MIGRATIONS: &[M<'static>] = &[M::up(include_str!("../migrations/1-initial.sql"))];

/// An open database. What a write has acknowledged survives a `kill -9` and a loss of power.
pub struct Database {
    path: std::path::PathBuf,
    writer: Mutex<Connection>,
    readers: Mutex<Vec<Connection>>,
    _temporary: Option<TempDir>,
}

impl Database {
    /// Opens the file, or a temporary one; `fresh` begins anew.
    pub fn open(path: Option<&Path>, fresh: bool) -> Result<Self, Error> {
        let temporary = if path.is_none() { Some(TempDir::new()?) } else { None };
        let path = match (&temporary, path) {
            (Some(folder), _) => folder.path().join("sandbox.sqlite"),
            (None, path) => path.unwrap_or(Path::new("sandbox.sqlite")).to_owned(),
        };
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)?;
        }
        if fresh {
            remove(&path)?;
        }
        let mut writer = connect(&path)?;
        Migrations::from_slice(MIGRATIONS).to_latest(&mut writer)?;
        Ok(Self { path, writer: Mutex::new(writer), readers: Mutex::default(), _temporary: temporary })
    }

    /// Runs `work` on a connection that only reads.
    pub fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T, Error>) -> Result<T, Error> {
        let idle = lock(&self.readers).pop();
        let connection = idle.map_or_else(|| connect(&self.path), Ok)?;
        let result = work(&connection);
        lock(&self.readers).push(connection);
        result
    }

    /// Runs `work` in a transaction, which is on the disk when this returns.
    pub fn write<T, E: From<Error>>(&self, work: impl FnOnce(&Transaction<'_>) -> Result<T, E>) -> Result<T, E> {
        let mut writer = lock(&self.writer);
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate).map_err(Error::from)?;
        let result = work(&transaction)?;
        transaction.commit().map_err(Error::from)?;
        Ok(result)
    }

    /// How many agents there are.
    pub fn count(&self) -> Result<u32, Error> {
        self.read(|connection| Ok(connection.query_row("SELECT count(*) FROM connection", [], |row| row.get(0))?))
    }
}

/// A panic while the lock was held left nothing half done: SQLite rolls the transaction back.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn remove(path: &Path) -> Result<(), Error> {
    for ending in ["", "-wal", "-shm"] {
        let mut file = path.as_os_str().to_owned();
        file.push(ending);
        match std::fs::remove_file(file) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error.into()),
            _ => {}
        }
    }
    Ok(())
}

fn connect(path: &Path) -> Result<Connection, Error> {
    let connection = Connection::open(path)?;
    connection.busy_timeout(Duration::from_secs(10))?;
    connection.pragma_update(None, "journal_mode", "WAL")?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", "ON")?;
    let collator = people_collator()?;
    connection.create_collation("people", move |one, other| collator.compare(one, other))?;
    Ok(connection)
}

/// Orders names as people expect: case and accents make no difference.
fn people_collator() -> Result<CollatorBorrowed<'static>, Error> {
    let mut options = CollatorOptions::default();
    options.strength = Some(Strength::Primary);
    Collator::try_new(Default::default(), options).map_err(|error| Error::Collation(error.to_string()))
}
