//! What has been sent of a draft and may have been stored, though nobody has seen it.

use serde_json::{Map, Value, json};

use super::format::draft_from;
use crate::domain::{draft::Draft, id::ConnectionId};

/// The name and size of a photo, by which it is known again.
pub type PhotoKey = (String, f64);

/// What may have been stored, so that it is looked for and not stored twice.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sent {
    /// The last create, if its answer is missing.
    pub create: Option<SentCreate>,
    /// The photo that an update has sent, if it was not seen on the record afterwards.
    pub photo: Option<PhotoKey>,
}

/// A create.
#[derive(Clone, Debug, PartialEq)]
pub struct SentCreate {
    /// What was typed then.
    pub draft: Draft,
    /// The photo that was chosen then.
    pub photo: Option<PhotoKey>,
    /// The agents who were found before it: whoever is found afterwards and is not among them is new.
    pub known: Vec<ConnectionId>,
}

impl Sent {
    /// As it is kept, with drafts as `draft` writes them.
    pub(super) fn to_value(&self, draft: impl Fn(&Draft) -> Map<String, Value>) -> Value {
        let create = self.create.as_ref().map(|create| {
            let known: Vec<&str> = create.known.iter().map(ConnectionId::as_str).collect();
            json!({"draft": draft(&create.draft), "photo": create.photo, "known": known})
        });
        json!({"create": create, "photo": self.photo})
    }

    /// Reads it; what can't be read, as in a draft of an older version, was not sent.
    pub(super) fn read(value: &Value) -> Self {
        Self { create: value.get("create").and_then(create_from), photo: value.get("photo").and_then(photo_from) }
    }
}

fn create_from(value: &Value) -> Option<SentCreate> {
    let known = value.get("known")?.as_array()?.iter().filter_map(Value::as_str).map(ConnectionId::new).collect();
    let photo = value.get("photo").and_then(photo_from);
    Some(SentCreate { draft: draft_from(value.get("draft")?)?, photo, known })
}

fn photo_from(value: &Value) -> Option<PhotoKey> {
    Some((value.get(0)?.as_str()?.to_owned(), value.get(1)?.as_f64()?))
}
