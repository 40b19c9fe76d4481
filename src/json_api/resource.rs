//! A resource and what it refers to.

use serde_json::{Map, Value};

use super::{
    attributes::text,
    document::{DecodeError, kind_of},
};

/// A resource object (JSON:API, "Resource Objects"). Everything but the id may be absent.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource {
    /// The `type` member, as the server spells it; empty if absent.
    pub kind: String,
    /// The `id` member; a number is taken as its digits.
    pub id: String,
    /// The `attributes` member; empty if absent.
    pub attributes: Map<String, Value>,
    relationships: Map<String, Value>,
}

impl Resource {
    /// Reads the value found at `path`.
    pub(super) fn read(path: &str, value: Value) -> Result<Self, DecodeError> {
        let Value::Object(mut members) = value else {
            return Err(DecodeError::new(path, format!("expected a resource object, found {}", kind_of(&value))));
        };
        let id = members
            .get("id")
            .and_then(text)
            .ok_or_else(|| DecodeError::new(format!("{path}.id"), "the resource has no id"))?;
        let mut object = |name: &str| match members.remove(name) {
            None | Some(Value::Null) => Ok(Map::new()),
            Some(Value::Object(object)) => Ok(object),
            Some(other) => Err(DecodeError::new(
                format!("{path}.{name}"),
                format!("expected an object, found {}", kind_of(&other)),
            )),
        };
        let (attributes, relationships) = (object("attributes")?, object("relationships")?);
        let kind = members.get("type").and_then(text).unwrap_or_default();
        Ok(Self { kind, id, attributes, relationships })
    }

    /// Whether the type is `kind` (singular, with underscores), in any of the spellings that servers use.
    pub fn is(&self, kind: &str) -> bool {
        let spelled = self.kind.replace('-', "_").to_ascii_lowercase();
        spelled == kind || spelled.strip_suffix('s') == Some(kind)
    }

    /// The id of the one resource that the relationship `name` refers to.
    pub fn related_id(&self, name: &str) -> Option<String> {
        text(self.relationships.get(name)?.get("data")?.get("id")?)
    }
}
