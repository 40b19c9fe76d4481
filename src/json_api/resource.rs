//! A resource and what it refers to.

use serde_json::{Map, Value};

use super::{
    attributes::{id, text},
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

/// What names a resource (JSON:API, "Resource Identifier Objects").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// The `type` member.
    pub kind: String,
    /// The `id` member; a number is taken as its digits.
    pub id: String,
}

impl Resource {
    /// Reads the value found at `path`.
    pub(super) fn read(path: &str, value: Value) -> Result<Self, DecodeError> {
        let Value::Object(mut members) = value else {
            return Err(DecodeError::new(path, format!("expected a resource object, found {}", kind_of(&value))));
        };
        let id = members
            .get("id")
            .and_then(id)
            .ok_or_else(|| DecodeError::new(format!("{path}.id"), "there is no id, as text or as a whole number"))?;
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

    /// Whether this is the resource named, in any of the spellings of a type that servers use: `agent_team`, `agent-teams`.
    pub fn is(&self, identifier: &Identifier) -> bool {
        self.id == identifier.id && same_name(&self.kind, &identifier.kind)
    }

    /// The one resource that the relationship `name` refers to. A reference without a type is to one named like the
    /// relationship.
    pub fn related(&self, name: &str) -> Option<Identifier> {
        let (_, relationship) = self.relationships.iter().find(|(other, _)| same_name(other, name))?;
        let data = relationship.get("data")?;
        let kind = data.get("type").and_then(text).unwrap_or_else(|| name.to_owned());
        Some(Identifier { kind, id: data.get("id").and_then(id)? })
    }
}

/// Whether two names differ in nothing but case, hyphens, underscores and a plural s.
fn same_name(one: &str, other: &str) -> bool {
    fn letters(name: &str) -> impl Iterator<Item = char> {
        let singular = name.strip_suffix('s').unwrap_or(name);
        singular.chars().filter(|letter| !matches!(letter, '-' | '_')).map(|letter| letter.to_ascii_lowercase())
    }
    letters(one).eq(letters(other))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn read(relationships: Value) -> Resource {
        Resource::read("data", json!({"type": "connection", "id": "1", "relationships": relationships})).unwrap()
    }

    #[test]
    fn a_relationship_names_one_resource_or_none() {
        let resource = read(json!({
            "agent": {"data": {"id": 9}},
            "agent-team": {"data": {"type": "teams", "id": "3"}},
            "agency": {"data": null},
            "company": {"links": {}},
        }));
        assert_eq!(resource.related("agent"), Some(Identifier { kind: "agent".into(), id: "9".into() }));
        assert_eq!(resource.related("agent_team"), Some(Identifier { kind: "teams".into(), id: "3".into() }));
        for none in ["agency", "company", "absent"] {
            assert_eq!(resource.related(none), None, "{none}");
        }
    }

    #[test]
    fn everything_but_the_id_may_be_absent() {
        let resource = Resource::read("data", json!({"id": 1, "attributes": null})).unwrap();
        assert_eq!((resource.kind.as_str(), resource.id.as_str()), ("", "1"));
        assert!(resource.attributes.is_empty());
    }

    #[test]
    fn an_id_that_has_lost_digits_is_not_taken() {
        let value = serde_json::from_str(r#"{"id": 123456789012345678901}"#).unwrap();
        assert_eq!(Resource::read("data[0]", value).unwrap_err().path, "data[0].id");
    }
}
