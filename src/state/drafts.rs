//! Drafts that outlive the page: kept in the browser's database, which holds photos too.

pub mod claim;
mod format;
pub mod generation;
mod sent;
mod waiting;

use idb::{DatabaseEvent, Error, Factory, ObjectStore, ObjectStoreParams, Request, Transaction, TransactionMode};
use js_sys::Array;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

pub use self::{
    format::DraftRecord,
    sent::{PhotoKey, Sent, SentCreate},
};
use self::{
    format::kept_at,
    waiting::{answered, is_committed},
};

/// The names of the database and of the store in it.
const DATABASE: &str = "agent-directory";
const STORE: &str = "drafts";

/// How long a draft is kept, in milliseconds: seven days.
const KEPT: f64 = 7.0 * 24.0 * 60.0 * 60.0 * 1000.0;

/// A draft as it is kept.
#[derive(Clone, Debug)]
pub struct KeptDraft {
    /// What was typed.
    pub record: DraftRecord,
    /// The photo that was chosen, and its name.
    pub photo: Option<(Blob, String)>,
}

impl KeptDraft {
    /// What the photo is known by.
    pub fn photo_key(&self) -> Option<PhotoKey> {
        self.photo.as_ref().map(|(blob, name)| (name.clone(), blob.size()))
    }

    /// Whether nothing is left in it that anybody would miss.
    pub fn says_nothing(&self) -> bool {
        let DraftRecord { base, draft, pasted, sent, .. } = &self.record;
        self.photo.is_none() && draft.changed(base).is_empty() && pasted.trim().is_empty() && *sent == Sent::default()
    }
}

/// The keys of the drafts for `subject` that are not too old, the newest first; none if the browser keeps nothing. A key is
/// that of its subject, or has a word of its own after that.
pub async fn keys(subject: &str) -> Vec<String> {
    let mut keys = remove_old().await.unwrap_or_default();
    keys.retain(|(key, _)| key == subject || key.rsplit_once(' ').is_some_and(|(start, _)| start == subject));
    keys.sort_by(|(_, one), (_, other)| other.total_cmp(one));
    keys.into_iter().map(|(key, _)| key).collect()
}

/// Forgets the drafts that have reached their age, whether anybody opens a form or not.
pub async fn forget_old() {
    // What can't be forgotten now is so by the form that is opened next.
    let _ = remove_old().await;
}

/// The draft under `key`; `None` if there is none.
pub async fn read(key: &str) -> Option<KeptDraft> {
    let value = get(key).await.ok()??;
    let parts: Array = value.dyn_into().ok()?;
    let record = DraftRecord::read(&parts.get(0).as_string()?)?;
    let photo = parts.get(1).dyn_into::<Blob>().ok().zip(parts.get(2).as_string());
    Some(KeptDraft { record, photo })
}

/// Keeps a draft under `key`; whether the browser does.
pub async fn write(key: &str, draft: &KeptDraft) -> bool {
    let (blob, name) = draft
        .photo
        .clone()
        .map_or((JsValue::NULL, JsValue::NULL), |(blob, name)| (JsValue::from(blob), JsValue::from(name)));
    let value = Array::of3(&draft.record.to_text().into(), &blob, &name);
    put(key, &value).await.unwrap_or_default()
}

/// Forgets the draft under `key`.
pub async fn remove(key: &str) {
    // What can't be forgotten was not kept, or goes by its age.
    let _ = delete(&[key.into()]).await;
}

async fn open(mode: TransactionMode) -> Result<(Transaction, ObjectStore), Error> {
    let mut request = Factory::new()?.open(DATABASE, Some(1))?;
    request.on_upgrade_needed(|event| {
        if let Ok(database) = event.database() {
            // Without its store, every use of the database fails, which is told there.
            let _ = database.create_object_store(STORE, ObjectStoreParams::new());
        }
    });
    let database = answered(request).await?.database()?;
    let transaction = database.transaction(&[STORE], mode)?;
    // It closes when the transaction has ended, so that a newer version is never held up.
    database.close();
    let store = transaction.object_store(STORE)?;
    Ok((transaction, store))
}

async fn get(key: &str) -> Result<Option<JsValue>, Error> {
    let (_, store) = open(TransactionMode::ReadOnly).await?;
    value_under(&store, key.into()).await
}

async fn value_under(store: &ObjectStore, key: JsValue) -> Result<Option<JsValue>, Error> {
    let value = answered(store.get(key)?).await?.result()?;
    Ok(Some(value).filter(|value| !value.is_undefined()))
}

/// Whether it was done.
async fn put(key: &str, value: &JsValue) -> Result<bool, Error> {
    let (transaction, store) = open(TransactionMode::ReadWrite).await?;
    answered(store.put(value, Some(&key.into()))?).await?;
    // It is aborted when there is no room left.
    Ok(is_committed(transaction).await)
}

async fn delete(keys: &[JsValue]) -> Result<(), Error> {
    let (transaction, store) = open(TransactionMode::ReadWrite).await?;
    for key in keys {
        answered(store.delete(key.clone())?).await?;
    }
    is_committed(transaction).await;
    Ok(())
}

/// Forgets the drafts of everyone that have reached their age; gives the keys of the others, and when they were kept.
async fn remove_old() -> Result<Vec<(String, f64)>, Error> {
    let (_, store) = open(TransactionMode::ReadOnly).await?;
    let keys = answered(store.get_all_keys(None, None)?).await?.result()?;
    let (mut old, mut others) = (Vec::new(), Vec::new());
    for key in Array::from(&keys) {
        let value = value_under(&store, key.clone()).await?;
        let kept_at = value.and_then(|value| kept_at(&value.dyn_into::<Array>().ok()?.get(0).as_string()?));
        match kept_at.filter(|kept_at| js_sys::Date::now() - kept_at <= KEPT).zip(key.as_string()) {
            Some((kept_at, name)) => others.push((name, kept_at)),
            None => old.push(key),
        }
    }
    if !old.is_empty() {
        delete(&old).await?;
    }
    Ok(others)
}
