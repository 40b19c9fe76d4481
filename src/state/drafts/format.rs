//! A draft as text.

use serde_json::{Map, Value, json};

use super::sent::Sent;
use crate::domain::{draft::Draft, field::Field, photo_address::SeenPhoto};

/// What is kept of the typed text.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftRecord {
    /// When it was kept, in milliseconds since 1970.
    pub kept_at: f64,
    /// The record that the typing began with.
    pub base: Draft,
    /// What was typed.
    pub draft: Draft,
    /// What the record told of its photo.
    pub photo: SeenPhoto,
    /// What was pasted to fill the form from, and has not been used.
    pub pasted: String,
    /// The email that was typed of an agent who has another.
    pub other_email: Option<String>,
    /// Whether the private notes are among it.
    pub has_private_notes: bool,
    /// What of it may have been stored already.
    pub sent: Sent,
}

impl DraftRecord {
    /// The text that is kept.
    pub fn to_text(&self) -> String {
        let draft = |draft: &Draft| {
            let texts = self.fields().map(|field| (field.attribute().to_owned(), json!(draft.text(field))));
            let mut map: Map<String, Value> = texts.collect();
            map.insert(Field::Tags.attribute().into(), json!(draft.tags()));
            map
        };
        json!({
            "kept_at": self.kept_at,
            "base": draft(&self.base),
            "draft": draft(&self.draft),
            "image": self.photo.address,
            "updated_at": self.photo.updated_at,
            "pasted": self.pasted,
            "other_email": self.other_email,
            "has_private_notes": self.has_private_notes,
            "sent": self.sent.to_value(draft),
        })
        .to_string()
    }

    /// Reads such a text; `None` for any other, as an older or newer version of the widget may have kept it.
    pub fn read(text: &str) -> Option<Self> {
        let value: Value = serde_json::from_str(text).ok()?;
        Some(Self {
            kept_at: value.get("kept_at")?.as_f64()?,
            base: draft_from(value.get("base")?)?,
            draft: draft_from(value.get("draft")?)?,
            photo: SeenPhoto {
                address: value.get("image")?.as_str().map(str::to_owned),
                updated_at: value.get("updated_at").and_then(Value::as_str).map(str::to_owned),
            },
            pasted: value.get("pasted").and_then(Value::as_str).unwrap_or_default().to_owned(),
            other_email: value.get("other_email").and_then(Value::as_str).map(str::to_owned),
            has_private_notes: value.get("has_private_notes")?.as_bool()?,
            sent: value.get("sent").map(Sent::read).unwrap_or_default(),
        })
    }

    /// The base and the draft, with what was not kept as `now` has it.
    pub fn over(self, now: &Draft) -> (Draft, Draft) {
        let Self { mut base, mut draft, has_private_notes, .. } = self;
        if !has_private_notes {
            base.take(Field::PrivateNotes, now);
            draft.take(Field::PrivateNotes, now);
        }
        (base, draft)
    }

    /// Takes the private notes out of all that is kept.
    pub fn forget_private_notes(&mut self) {
        let nothing = Draft::default();
        let sent = self.sent.create.as_mut().map(|create| &mut create.draft);
        [&mut self.base, &mut self.draft]
            .into_iter()
            .chain(sent)
            .for_each(|draft| draft.take(Field::PrivateNotes, &nothing));
        self.has_private_notes = false;
    }

    fn fields(&self) -> impl Iterator<Item = Field> + use<> {
        let has_private_notes = self.has_private_notes;
        Field::TEXTS.into_iter().filter(move |field| has_private_notes || *field != Field::PrivateNotes)
    }
}

/// When a draft was kept, in milliseconds since 1970, whichever version of the widget has kept it.
pub fn kept_at(text: &str) -> Option<f64> {
    serde_json::from_str::<Value>(text).ok()?.get("kept_at")?.as_f64()
}

pub(super) fn draft_from(value: &Value) -> Option<Draft> {
    let mut draft = Draft::default();
    for (name, value) in value.as_object()? {
        match (Field::from_attribute(name)?, value) {
            (Field::Tags, Value::Array(tags)) => {
                draft.set_tags(tags.iter().filter_map(Value::as_str).map(str::to_owned).collect());
            }
            (field, Value::String(text)) => draft.set(field, text),
            _ => return None,
        }
    }
    Some(draft)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{domain::id::ConnectionId, state::drafts::SentCreate};

    fn record(has_private_notes: bool) -> DraftRecord {
        let mut base = Draft::default();
        base.set(Field::City, "Portland");
        let mut draft = base.clone();
        draft.set(Field::City, "Salem \n");
        draft.set(Field::PrivateNotes, "Owes a lunch");
        draft.set_tags(vec!["VIP".into()]);
        let photo = Some(("a.jpg".to_owned(), 1.5e5));
        let create = SentCreate { draft: draft.clone(), photo: photo.clone(), known: vec![ConnectionId::new("7")] };
        let sent = Sent { create: Some(create), photo };
        let seen = SeenPhoto { address: Some("/a.jpg".into()), updated_at: Some("2026-01-01".into()) };
        let other_email = Some("ana@ruiz.example".into());
        let pasted = "Ana Ruiz\nRuiz Homes".into();
        DraftRecord { kept_at: 1.5e12, base, draft, photo: seen, pasted, other_email, has_private_notes, sent }
    }

    #[test]
    fn a_draft_reads_as_it_was_kept() {
        assert_eq!(DraftRecord::read(&record(true).to_text()), Some(record(true)));
    }

    #[test]
    fn private_notes_are_kept_only_where_that_is_allowed() {
        let text = record(false).to_text();
        assert!(!text.contains("lunch"));
        let mut now = Draft::default();
        now.set(Field::PrivateNotes, "From the server");
        let (base, draft) = DraftRecord::read(&text).unwrap().over(&now);
        assert_eq!(draft.text(Field::PrivateNotes), "From the server");
        assert_eq!(draft.changed(&base), [Field::City, Field::Tags]);
    }

    /// They stayed in the browser, and came back, after the page had forbidden them.
    #[test]
    fn private_notes_that_are_not_allowed_any_more_are_forgotten_everywhere() {
        let mut kept = record(true);
        kept.forget_private_notes();
        assert!(!format!("{kept:?}").contains("lunch"), "{kept:?}");
        assert!(!kept.to_text().contains("lunch"));
        assert_eq!(kept.draft.text(Field::City), "Salem \n");
    }

    #[test]
    fn a_draft_of_which_less_was_kept_is_read_too() {
        let mut value: Value = serde_json::from_str(&record(true).to_text()).unwrap();
        let members = value.as_object_mut().unwrap();
        members.retain(|name, _| !["sent", "pasted", "updated_at"].contains(&name.as_str()));
        let photo = SeenPhoto { updated_at: None, ..record(true).photo };
        let expected = DraftRecord { sent: Sent::default(), pasted: String::new(), photo, ..record(true) };
        assert_eq!(DraftRecord::read(&value.to_string()), Some(expected));
    }

    #[test]
    fn what_is_no_draft_is_none() {
        for text in ["", "{}", "[]", r#"{"kept_at":1,"base":{},"draft":{"shoe_size":"9"},"image":null}"#] {
            assert_eq!(DraftRecord::read(text), None, "{text}");
        }
    }
}
