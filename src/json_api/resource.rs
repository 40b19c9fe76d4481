//! A resource and what it refers to.

use serde_json_borrow::Value;

use super::{
    attributes::{id, text},
    document::{DecodeError, kind_of},
    members::{Object, member, take},
};

/// A resource object (JSON:API, "Resource Objects"). Everything but the id may be absent.
#[derive(Clone, Debug, PartialEq)]
pub struct Resource<'body> {
    /// The `type` member, as the server spells it; empty if absent.
    pub kind: String,
    /// The `id` member; a number is taken as its digits.
    pub id: String,
    /// The `attributes` member; empty if absent.
    pub attributes: Object<'body>,
    relationships: Object<'body>,
}

/// What names a resource (JSON:API, "Resource Identifier Objects").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// The `type` member.
    pub kind: String,
    /// The `id` member; a number is taken as its digits.
    pub id: String,
}

impl<'body> Resource<'body> {
    /// Reads the value found at `path`.
    pub(super) fn read(path: &str, value: Value<'body>) -> Result<Self, DecodeError> {
        let Value::Object(members) = value else {
            return Err(DecodeError::new(path, format!("expected a resource object, found {}", kind_of(&value))));
        };
        let [kind, own_id, attributes, relationships] = take(members, ["type", "id", "attributes", "relationships"]);
        let id = id(&own_id)
            .ok_or_else(|| DecodeError::new(format!("{path}.id"), "there is no id, as text or as a whole number"))?;
        let object = |name: &str, value| match value {
            Value::Null => Ok(Object::default()),
            Value::Object(object) => Ok(object),
            other => Err(DecodeError::new(
                format!("{path}.{name}"),
                format!("expected an object, found {}", kind_of(&other)),
            )),
        };
        Ok(Self {
            kind: text(&kind).unwrap_or_default(),
            id,
            attributes: object("attributes", attributes)?,
            relationships: object("relationships", relationships)?,
        })
    }

    /// Whether this is the resource named, in any of the spellings of a type that servers use: `agent_team`, `agent-teams`.
    pub fn is(&self, identifier: &Identifier) -> bool {
        self.id == identifier.id && same_name(&self.kind, &identifier.kind)
    }

    /// The one resource that the relationship `name` refers to. A reference without a type is to one named like the
    /// relationship.
    pub fn related(&self, name: &str) -> Option<Identifier> {
        let (_, relationship) = self.relationships.iter().find(|(other, _)| same_name(other, name))?;
        let data = member(relationship, "data")?;
        let kind = member(data, "type").and_then(text).unwrap_or_else(|| name.to_owned());
        Some(Identifier { kind, id: member(data, "id").and_then(id)? })
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
    use super::*;

    fn read(text: &str) -> Resource<'_> {
        Resource::read("data", serde_json::from_str(text).unwrap()).unwrap()
    }

    #[test]
    fn a_relationship_names_one_resource_or_none() {
        let resource = read(
            r#"{
                "type": "connection",
                "id": "1",
                "relationships": {
                    "agent": {"data": {"id": 9}},
                    "agent-team": {"data": {"type": "teams", "id": "3"}},
                    "agency": {"data": null},
                    "company": {"links": {}}
                }
            }"#,
        );
        assert_eq!(resource.related("agent"), Some(Identifier { kind: "agent".into(), id: "9".into() }));
        assert_eq!(resource.related("agent_team"), Some(Identifier { kind: "teams".into(), id: "3".into() }));
        for none in ["agency", "company", "absent"] {
            assert_eq!(resource.related(none), None, "{none}");
        }
    }

    #[test]
    fn everything_but_the_id_may_be_absent() {
        let resource = read(r#"{"id": 1, "attributes": null}"#);
        assert_eq!((resource.kind.as_str(), resource.id.as_str()), ("", "1"));
        assert!(resource.attributes.is_empty());
    }

    #[test]
    fn an_id_that_has_lost_digits_is_not_taken() {
        let value = serde_json::from_str(r#"{"id": 123456789012345678901}"#).unwrap();
        assert_eq!(Resource::read("data[0]", value).unwrap_err().path, "data[0].id");
    }
}
