//! What a person has typed about an agent, and what of it is new.

mod changes;
mod rebase;

pub use self::{changes::Changes, rebase::Conflict};
use super::{agent::Agent, field::Field, normalized::normalized, tag_set};

/// The fields of the form as they stand. Text is as it was typed; spaces around it make no difference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    texts: [String; Field::TEXTS.len()],
    tags: Vec<String>,
}

impl Draft {
    /// The record as the form shows it.
    pub fn of(agent: &Agent) -> Self {
        let text = |field: Field| text_of(agent, field).unwrap_or_default().to_owned();
        Self { texts: Field::TEXTS.map(text), tags: agent.tags.clone() }
    }

    /// The text of a field; empty for a field that holds no text.
    pub fn text(&self, field: Field) -> &str {
        place(field).and_then(|place| self.texts.get(place)).map_or("", String::as_str)
    }

    /// Changes the text of a field. Fields that hold no text are left alone.
    pub fn set(&mut self, field: Field, text: impl Into<String>) {
        if let Some(now) = place(field).and_then(|place| self.texts.get_mut(place)) {
            *now = text.into();
        }
    }

    /// The tags, in their order.
    pub fn tags(&self) -> &[String] {
        &self.tags
    }

    /// Changes the tags.
    pub fn set_tags(&mut self, tags: Vec<String>) {
        self.tags = tags;
    }

    /// A field as people read it: its text, or the tags with commas.
    pub fn shown(&self, field: Field) -> String {
        match field {
            Field::Tags => self.tags.join(", "),
            _ => self.text(field).trim().to_owned(),
        }
    }

    /// The fields that differ from `base`.
    pub fn changed(&self, base: &Self) -> Vec<Field> {
        Field::TEXTS.into_iter().chain([Field::Tags]).filter(|field| self.differs(*field, base)).collect()
    }

    fn differs(&self, field: Field, other: &Self) -> bool {
        match field {
            Field::Tags => !tag_set::is_same(&self.tags, &other.tags),
            _ => self.shown(field) != other.shown(field),
        }
    }

    /// Whether a field says what it says in `other`, in whatever spelling.
    fn is_as_good(&self, field: Field, other: &Self) -> bool {
        match field {
            Field::Tags => tag_set::is_kept(&self.tags, &other.tags),
            _ => normalized(field, self.text(field)) == normalized(field, other.text(field)),
        }
    }

    /// What has to be written to make `base` this.
    pub fn changes(&self, base: &Self) -> Changes {
        let mut changes = Changes::default();
        for field in self.changed(base) {
            match field {
                Field::Tags => changes.tags = Some(self.tags.clone()),
                _ => changes.texts.push((field, Some(self.shown(field)).filter(|text| !text.is_empty()))),
            }
        }
        changes
    }

    /// The email typed here, if `record` has another or none.
    pub fn other_email(&self, record: &Self) -> Option<String> {
        let normalized = |draft: &Self| normalized(Field::Email, draft.text(Field::Email));
        Some(self.shown(Field::Email)).filter(|email| !email.is_empty() && normalized(self) != normalized(record))
    }

    /// Takes over the value that `other` has for a field.
    pub fn take(&mut self, field: Field, other: &Self) {
        match field {
            Field::Tags => self.tags.clone_from(&other.tags),
            _ => self.set(field, other.text(field)),
        }
    }
}

fn place(field: Field) -> Option<usize> {
    Field::TEXTS.iter().position(|other| *other == field)
}

fn text_of(agent: &Agent, field: Field) -> Option<&str> {
    let text = match field {
        Field::FirstName => &agent.first_name,
        Field::LastName => &agent.last_name,
        Field::Email => &agent.email,
        Field::Phone => &agent.phone,
        Field::Agency => &agent.agency_name,
        Field::Team => &agent.agent_team_name,
        Field::Address => &agent.address,
        Field::City => &agent.city,
        Field::State => &agent.state,
        Field::Zip => &agent.zip,
        Field::Website => &agent.website,
        Field::Linkedin => &agent.linkedin,
        Field::Facebook => &agent.facebook,
        Field::Instagram => &agent.instagram,
        Field::Twitter => &agent.twitter,
        Field::Notes => &agent.notes,
        Field::PrivateNotes => &agent.private_notes,
        Field::Photo | Field::Tags => return None,
    };
    text.as_deref()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A draft with these texts and tags.
    pub(super) fn draft(texts: &[(Field, &str)], tags: &[&str]) -> Draft {
        let mut draft = Draft::default();
        texts.iter().for_each(|(field, text)| draft.set(*field, *text));
        draft.set_tags(tags.iter().map(|tag| (*tag).to_owned()).collect());
        draft
    }

    /// A tag that was taken off and put on again was asked about, sent, and in conflict with a server's own order.
    #[test]
    fn tags_in_another_order_are_no_change_and_no_conflict() {
        let base = draft(&[], &["VIP", "Gold"]);
        assert_eq!(draft(&[], &["Gold", "VIP"]).changed(&base), []);
        assert!(draft(&[], &["Gold", "VIP"]).changes(&base).is_empty());
        let theirs = draft(&[], &["Silver", "VIP", "Gold"]);
        assert_eq!(draft(&[], &["VIP", "Gold", "Silver"]).rebase(&base, &theirs), []);
        let written = draft(&[], &["VIP", "Gold"]).changes(&Draft::default());
        assert_eq!(written.not_kept(&draft(&[], &["gold", "vip"])), []);
    }

    #[test]
    fn an_email_in_another_case_is_no_other_email() {
        let typed = draft(&[(Field::Email, " Ana@Ruiz.example ")], &[]);
        assert_eq!(typed.other_email(&draft(&[(Field::Email, "ana@ruiz.example")], &[])), None);
        assert_eq!(typed.other_email(&Draft::default()).as_deref(), Some("Ana@Ruiz.example"));
        assert_eq!(Draft::default().other_email(&typed), None);
    }

    #[test]
    fn every_text_of_a_record_is_in_the_form() {
        let mut draft = Draft::default();
        for field in Field::TEXTS {
            draft.set(field, field.attribute());
            assert_eq!(draft.text(field), field.attribute());
        }
        assert_eq!(draft.changed(&Draft::default()).len(), Field::TEXTS.len());
        draft.set(Field::Photo, "nothing");
        assert_eq!(draft.text(Field::Photo), "");
    }
}
