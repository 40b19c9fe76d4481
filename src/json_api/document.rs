//! The top level of an answer.

use std::collections::HashMap;

use serde_json_borrow::Value;

use super::{
    links::Links,
    members::{Object, take},
    resource::{Identifier, Resource},
};

/// A document with primary data (JSON:API, "Document Structure"). It borrows from the body what it can.
#[derive(Clone, Debug, PartialEq)]
pub struct Document<'body> {
    /// What was asked for.
    pub data: Data<'body>,
    /// Resources that the data refers to, by their ids; may have duplicates, may lack some.
    included: HashMap<String, Vec<Resource<'body>>>,
    /// Whatever the server adds; empty if absent.
    pub meta: Object<'body>,
    /// Where related pages are.
    pub links: Links,
}

/// The primary data.
#[derive(Clone, Debug, PartialEq)]
pub enum Data<'body> {
    /// An array: the answer to a list.
    Many(Vec<Resource<'body>>),
    /// An object: the answer to a get or a write.
    One(Box<Resource<'body>>),
    /// `null` or absent.
    Nothing,
}

/// Why an answer could not be read, and where in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DecodeError {
    /// For example `data[3].id`; `$` for the whole.
    pub path: String,
    /// What was found instead of what was expected.
    pub message: String,
}

impl DecodeError {
    pub(super) fn new(path: impl Into<String>, message: impl Into<String>) -> Self {
        Self { path: path.into(), message: message.into() }
    }
}

impl<'body> Document<'body> {
    /// Reads a document. Unknown members are passed over, and so are included resources that can't be read: whatever refers
    /// to them finds them missing. An empty body is a document without data.
    pub fn parse(body: &'body [u8]) -> Result<Self, DecodeError> {
        if body.trim_ascii().is_empty() {
            let (included, meta) = (HashMap::new(), Object::default());
            return Ok(Self { data: Data::Nothing, included, meta, links: Links::default() });
        }
        let value =
            serde_json::from_slice(body).map_err(|error| DecodeError::new("$", format!("not JSON: {error}")))?;
        let Value::Object(members) = value else {
            return Err(DecodeError::new("$", format!("expected an object, found {}", kind_of(&value))));
        };
        let [data, included, meta, links] = take(members, ["data", "included", "meta", "links"]);
        Ok(Self {
            data: data_from(data)?,
            included: by_id(included),
            meta: if let Value::Object(meta) = meta { meta } else { Object::default() },
            links: Links::read(&links),
        })
    }

    /// An included resource by its type and id; the first, if it is there more than once.
    pub fn find(&self, identifier: &Identifier) -> Option<&Resource<'body>> {
        self.included.get(&identifier.id)?.iter().find(|resource| resource.is(identifier))
    }
}

fn data_from(value: Value) -> Result<Data, DecodeError> {
    match value {
        Value::Null => Ok(Data::Nothing),
        Value::Array(items) => rows(items).map(Data::Many),
        item => Resource::read("data", item).map(|resource| Data::One(Box::new(resource))),
    }
}

fn by_id(included: Value) -> HashMap<String, Vec<Resource>> {
    let Value::Array(items) = included else { return HashMap::new() };
    let mut resources = HashMap::<_, Vec<_>>::with_capacity(items.len());
    for resource in items.into_iter().filter_map(|item| Resource::read("included", item).ok()) {
        resources.entry(resource.id.clone()).or_default().push(resource);
    }
    resources
}

fn rows(items: Vec<Value>) -> Result<Vec<Resource>, DecodeError> {
    items.into_iter().enumerate().map(|(index, item)| Resource::read(&format!("data[{index}]"), item)).collect()
}

/// What a JSON value is, in the words of the standard.
pub(super) fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a boolean",
        Value::Number(_) => "a number",
        Value::Str(_) => "a string",
        Value::Array(_) => "an array",
        Value::Object(_) => "an object",
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn parse(text: &str) -> Result<Document<'_>, DecodeError> {
        Document::parse(text.as_bytes())
    }

    #[test]
    fn data_may_be_an_array_an_object_or_nothing() {
        assert!(matches!(parse(r#"{"data":[]}"#).unwrap().data, Data::Many(many) if many.is_empty()));
        assert!(matches!(parse(r#"{"data":{"type":"connection","id":"1"}}"#).unwrap().data, Data::One(_)));
        for nothing in [r#"{"data":null}"#, "{}", ""] {
            assert_eq!(parse(nothing).unwrap().data, Data::Nothing);
        }
    }

    #[test]
    fn an_error_tells_the_path() {
        assert_eq!(parse("<html>").unwrap_err().path, "$");
        assert_eq!(parse("[]").unwrap_err().message, "expected an object, found an array");
        assert_eq!(parse(r#"{"data":[{"id":"1"},7]}"#).unwrap_err().path, "data[1]");
        assert_eq!(parse(r#"{"data":[{"type":"connection"}]}"#).unwrap_err().path, "data[0].id");
        assert_eq!(parse(r#"{"data":{"id":"1","attributes":[]}}"#).unwrap_err().path, "data.attributes");
    }

    #[test]
    fn included_resources_are_found_however_their_type_is_spelled() {
        let document = parse(r#"{"included":[{"type":"agent-teams","id":3},{"type":"agent","id":"3"}]}"#).unwrap();
        let find = |kind: &str, id: &str| document.find(&Identifier { kind: kind.into(), id: id.into() });
        for kind in ["agent_team", "agentTeam", "agent-teams"] {
            assert_eq!(find(kind, "3").unwrap().kind, "agent-teams");
        }
        assert_eq!(find("Agents", "3").unwrap().kind, "agent");
        assert_eq!(find("agent", "4"), None);
    }

    #[test]
    fn an_included_resource_that_cannot_be_read_is_passed_over() {
        let document = parse(r#"{"data":[],"included":[7,{"type":"agent"},{"type":"agent","id":"9"}]}"#).unwrap();
        assert_eq!(document.included.len(), 1);
    }

    proptest! {
        #[test]
        fn any_bytes_are_a_document_or_an_error(bytes: Vec<u8>) {
            let _ = Document::parse(&bytes);
        }

        #[test]
        fn a_document_cut_off_anywhere_is_an_error(length in 1..FULL.len()) {
            prop_assert_eq!(Document::parse(&FULL.as_bytes()[..length]).unwrap_err().path, "$");
        }
    }

    const FULL: &str = include_str!("../../tests/fixtures/list.json").trim_ascii_end();
}
