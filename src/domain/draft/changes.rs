//! What of a draft has to be written, and what the server has kept of it.

use super::Draft;
use crate::domain::{field::Field, normalized::normalized, tag_set};

/// What is to be written. What is not in it stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The new text of a field; `None` clears it.
    pub texts: Vec<(Field, Option<String>)>,
    /// The whole new set of tags. API: inferred, a write replaces the set.
    pub tags: Option<Vec<String>>,
}

impl Changes {
    /// The fields that are written.
    pub fn fields(&self) -> impl Iterator<Item = Field> {
        self.texts.iter().map(|(field, _)| *field).chain(self.tags.iter().map(|_| Field::Tags))
    }

    /// Whether there is nothing to write.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty() && self.tags.is_none()
    }

    /// Whether a form can't say it all as it is: it has no word for what is cleared (API: inferred), and writes each line end
    /// as two characters (HTML standard, "Multipart form data").
    pub fn needs_document(&self) -> bool {
        let is_simple = |text: &Option<String>| text.as_ref().is_some_and(|text| !text.contains('\n'));
        !self.texts.iter().all(|(_, text)| is_simple(text)) || self.tags.as_ref().is_some_and(Vec::is_empty)
    }

    /// The fields that were written and that `record`, read again afterwards, has in no form: servers drop silently what they
    /// don't know. Another way to write the same (case in an email, signs in a number) counts as kept.
    pub fn not_kept(&self, record: &Draft) -> Vec<Field> {
        let is_lost = |(field, text): &&(Field, Option<String>)| {
            normalized(*field, record.text(*field)) != normalized(*field, text.as_deref().unwrap_or_default())
        };
        let mut lost: Vec<Field> = self.texts.iter().filter(is_lost).map(|(field, _)| *field).collect();
        if self.tags.as_ref().is_some_and(|tags| !tag_set::is_kept(tags, &record.tags)) {
            lost.push(Field::Tags);
        }
        lost
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::draft;
    use super::*;

    #[test]
    fn only_what_differs_is_written_and_what_is_emptied_is_cleared() {
        let base = draft(&[(Field::FirstName, "Ana"), (Field::Phone, "555"), (Field::City, "Portland")], &["VIP"]);
        let typed = draft(&[(Field::FirstName, " Ana "), (Field::Phone, " "), (Field::City, "Salem")], &["VIP"]);
        let changes = typed.changes(&base);
        assert_eq!(changes.texts, [(Field::Phone, None), (Field::City, Some("Salem".to_owned()))]);
        assert_eq!(changes.tags, None);
        assert!(changes.needs_document());
        assert!(base.changes(&base).is_empty());
    }

    #[test]
    fn tags_are_written_as_a_whole() {
        let changes = draft(&[], &["VIP", "Gold"]).changes(&draft(&[], &["VIP"]));
        assert_eq!(changes.tags, Some(vec!["VIP".to_owned(), "Gold".to_owned()]));
        assert!(!changes.needs_document());
        assert!(draft(&[], &[]).changes(&draft(&[], &["VIP"])).needs_document());
        assert!(draft(&[(Field::Notes, "one\ntwo")], &[]).changes(&Draft::default()).needs_document());
    }

    #[test]
    fn what_the_server_dropped_is_named_and_another_spelling_is_not() {
        let written = draft(
            &[
                (Field::Email, "Ana@Ruiz.example"),
                (Field::Phone, "(555) 010-0017"),
                (Field::Website, "https://Ruiz.example/"),
                (Field::Twitter, "@ana"),
                (Field::Notes, "one\ntwo"),
            ],
            &["VIP", "Gold"],
        );
        let record = draft(
            &[
                (Field::Email, "ana@ruiz.example"),
                (Field::Phone, "+15550100017"),
                (Field::Website, "ruiz.example"),
                (Field::Notes, "one\r\ntwo"),
            ],
            &["Gold", "VIP"],
        );
        assert_eq!(written.changes(&Draft::default()).not_kept(&record), [Field::Twitter]);
        assert_eq!(written.changes(&Draft::default()).not_kept(&draft(&[], &[])).len(), 6);
    }
}
