//! What a create or an update sends. API: certain in form, inferred in detail.

use serde_json::{Map, Value, json};

use crate::domain::{draft::Changes, field::Field, id::ConnectionId};

/// The JSON:API document `{"data":{"type":"connection","attributes":{…}}}`, with the id on an update. A cleared text is null,
/// cleared tags are an empty list.
pub fn document(id: Option<&ConnectionId>, changes: &Changes) -> String {
    let texts = changes.texts.iter().map(|(field, text)| (field.attribute().to_owned(), json!(text)));
    let tags = changes.tags.iter().map(|tags| (Field::Tags.attribute().to_owned(), json!(tags)));
    let attributes: Map<String, Value> = texts.chain(tags).collect();
    let mut data = json!({"type": "connection", "attributes": attributes});
    if let Some(id) = id {
        data["id"] = id.as_str().into();
    }
    json!({"data": data}).to_string()
}

/// The same as parts of a multipart form, one a key: name and value. What is cleared can't be said here and is left out.
pub fn form_parts(id: Option<&ConnectionId>, changes: &Changes) -> Vec<(String, String)> {
    let mut parts = vec![("data[type]".to_owned(), "connection".to_owned())];
    parts.extend(id.map(|id| ("data[id]".to_owned(), id.to_string())));
    for (field, text) in &changes.texts {
        parts.extend(text.clone().map(|text| (form_name(*field), text)));
    }
    let tags = changes.tags.iter().flatten();
    parts.extend(tags.map(|tag| (format!("{}[]", form_name(Field::Tags)), tag.clone())));
    parts
}

/// The name of a field's part, for example `data[attributes][image]`.
pub fn form_name(field: Field) -> String {
    format!("data[attributes][{}]", field.attribute())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changes() -> Changes {
        Changes {
            texts: vec![(Field::FirstName, Some("Ana \"A\" Ruiz".into())), (Field::Phone, None)],
            tags: Some(vec!["VIP".into(), "Gold, old".into()]),
        }
    }

    #[test]
    fn a_create_has_a_type_and_an_update_an_id_too() {
        let read = |text: String| serde_json::from_str::<Value>(&text).unwrap();
        let attributes = json!({"first_name": "Ana \"A\" Ruiz", "phone": null, "tags": ["VIP", "Gold, old"]});
        assert_eq!(read(document(None, &changes())), json!({"data": {"type": "connection", "attributes": attributes}}));
        assert_eq!(
            read(document(Some(&ConnectionId::new("17")), &changes())),
            json!({"data": {"type": "connection", "id": "17", "attributes": attributes}})
        );
    }

    #[test]
    fn a_form_has_a_part_for_each_value_and_none_for_what_is_cleared() {
        let parts = form_parts(Some(&ConnectionId::new("17")), &changes());
        let expected = [
            ("data[type]", "connection"),
            ("data[id]", "17"),
            ("data[attributes][first_name]", "Ana \"A\" Ruiz"),
            ("data[attributes][tags][]", "VIP"),
            ("data[attributes][tags][]", "Gold, old"),
        ];
        assert_eq!(parts, expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(form_name(Field::Photo), "data[attributes][image]");
    }
}
