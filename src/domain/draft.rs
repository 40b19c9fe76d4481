//! What a person has typed about an agent, and what of it is new.

use super::{agent::Agent, field::Field, tag_set};

/// The fields of the form as they stand. Text is as it was typed; spaces around it make no difference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Draft {
    texts: [String; Field::TEXTS.len()],
    tags: Vec<String>,
}

/// What is to be written. What is not in it stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// The new text of a field; `None` clears it.
    pub texts: Vec<(Field, Option<String>)>,
    /// The whole new set of tags. API: inferred, a write replaces the set.
    pub tags: Option<Vec<String>>,
}

/// A field that two people have changed at the same time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The field.
    pub field: Field,
    /// What the server has now; of the photo, its address.
    pub theirs: String,
    /// What was typed here; of the photo, nothing.
    pub mine: String,
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
            _ => essence(field, self.text(field)) == essence(field, other.text(field)),
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

    /// Takes in what somebody else has written meanwhile: where only they have changed a field, their value; where both have,
    /// the one typed here stays and the two are given to choose from.
    pub fn rebase(&mut self, base: &Self, theirs: &Self) -> Vec<Conflict> {
        let (by_them, by_me) = (theirs.changed(base), self.changed(base));
        let mut conflicts = Vec::new();
        for field in by_them {
            // A server writes a phone number or a tag in its own way.
            if !by_me.contains(&field) || self.is_as_good(field, theirs) {
                self.take(field, theirs);
            } else {
                conflicts.push(Conflict { field, theirs: theirs.shown(field), mine: self.shown(field) });
            }
        }
        conflicts
    }

    /// Takes over what `typed` has: tags and notes beside those that are there, other texts in their place. The email stays, for
    /// it can't be changed. API: certain.
    pub fn add(&mut self, typed: &Self) {
        for field in typed.changed(&Self::default()) {
            match field {
                Field::Email => {}
                Field::Tags => typed.tags.iter().for_each(|tag| tag_set::add(&mut self.tags, tag)),
                Field::Notes | Field::PrivateNotes if !self.shown(field).contains(&typed.shown(field)) => {
                    let both = format!("{}\n{}", self.shown(field), typed.shown(field));
                    self.set(field, both.trim());
                }
                Field::Notes | Field::PrivateNotes => {}
                _ => self.take(field, typed),
            }
        }
    }

    /// Takes over all that `typed` has and has not, but the email, which can't be changed. API: certain.
    pub fn replace(&mut self, typed: &Self) {
        typed
            .changed(self)
            .into_iter()
            .filter(|field| *field != Field::Email)
            .for_each(|field| self.take(field, typed));
    }

    /// The email typed here, if `record` has another or none.
    pub fn other_email(&self, record: &Self) -> Option<String> {
        let essence = |draft: &Self| essence(Field::Email, draft.text(Field::Email));
        Some(self.shown(Field::Email)).filter(|email| !email.is_empty() && essence(self) != essence(record))
    }

    /// Takes over the value that `other` has for a field.
    pub fn take(&mut self, field: Field, other: &Self) {
        match field {
            Field::Tags => self.tags.clone_from(&other.tags),
            _ => self.set(field, other.text(field)),
        }
    }
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
            essence(*field, record.text(*field)) != essence(*field, text.as_deref().unwrap_or_default())
        };
        let mut lost: Vec<Field> = self.texts.iter().filter(is_lost).map(|(field, _)| *field).collect();
        if self.tags.as_ref().is_some_and(|tags| !tag_set::is_kept(tags, &record.tags)) {
            lost.push(Field::Tags);
        }
        lost
    }
}

fn place(field: Field) -> Option<usize> {
    Field::TEXTS.iter().position(|other| *other == field)
}

/// What of a text counts when two are compared.
fn essence(field: Field, text: &str) -> String {
    let text = text.trim();
    match field {
        Field::Email => text.to_lowercase(),
        Field::Phone => national_number(text),
        Field::Website | Field::Linkedin | Field::Facebook | Field::Instagram | Field::Twitter => {
            let text = text.to_lowercase();
            let bare = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(&text);
            bare.trim_end_matches('/').to_owned()
        }
        // Browsers end lines in a text area by one character, servers may answer with two.
        _ => text.split_whitespace().collect::<Vec<_>>().join(" "),
    }
}

/// The letters and digits of a number, without the country code of North America: servers add it or take it off.
pub(super) fn national_number(phone: &str) -> String {
    let digits: String = phone.chars().filter(char::is_ascii_alphanumeric).collect();
    match digits.strip_prefix('1') {
        Some(national) if national.len() == 10 => national.to_owned(),
        _ => digits,
    }
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

    fn draft(texts: &[(Field, &str)], tags: &[&str]) -> Draft {
        let mut draft = Draft::default();
        texts.iter().for_each(|(field, text)| draft.set(*field, *text));
        draft.set_tags(tags.iter().map(|tag| (*tag).to_owned()).collect());
        draft
    }

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
    fn what_only_they_have_changed_is_taken_over() {
        let base = draft(&[(Field::City, "Portland"), (Field::Notes, "a")], &["VIP"]);
        let theirs = draft(&[(Field::City, "Salem"), (Field::Notes, "a")], &["VIP", "Gold"]);
        let mut mine = draft(&[(Field::City, "Portland"), (Field::Notes, "b")], &["VIP"]);
        assert_eq!(mine.rebase(&base, &theirs), []);
        assert_eq!(mine, draft(&[(Field::City, "Salem"), (Field::Notes, "b")], &["VIP", "Gold"]));
        assert_eq!(mine.changed(&theirs), [Field::Notes]);
    }

    #[test]
    fn what_both_have_changed_is_given_to_choose_from_unless_it_is_the_same() {
        let base = draft(&[(Field::City, "Portland"), (Field::Zip, "1")], &["VIP"]);
        let theirs = draft(&[(Field::City, "Salem"), (Field::Zip, "2")], &[]);
        let mut mine = draft(&[(Field::City, "Eugene"), (Field::Zip, "2")], &["Gold"]);
        let conflicts = mine.rebase(&base, &theirs);
        let told: Vec<_> = conflicts.iter().map(|one| (one.field, one.theirs.as_str(), one.mine.as_str())).collect();
        assert_eq!(told, [(Field::City, "Salem", "Eugene"), (Field::Tags, "", "Gold")]);
        assert_eq!(mine.text(Field::City), "Eugene");
        mine.take(Field::City, &theirs);
        assert_eq!(mine.text(Field::City), "Salem");
    }

    /// A save whose texts came through and whose photo did not said afterwards that somebody else had changed the agent.
    #[test]
    fn what_the_server_writes_in_its_own_way_is_no_conflict() {
        let base = draft(&[(Field::Phone, "1")], &[]);
        let theirs = draft(&[(Field::Phone, "(555) 010-0017")], &["vip"]);
        let mut mine = draft(&[(Field::Phone, "+1 555 010 0017")], &["VIP"]);
        assert_eq!(mine.rebase(&base, &theirs), []);
        assert_eq!(mine, theirs);
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

    #[test]
    fn what_is_added_to_a_record_takes_no_tag_or_note_away() {
        let mut record =
            draft(&[(Field::City, "Portland"), (Field::Notes, "a"), (Field::Email, "a@b.example")], &["VIP"]);
        record.add(&draft(&[(Field::City, "Salem"), (Field::Notes, "b"), (Field::Email, "c@d.example")], &["Gold"]));
        let texts = [(Field::City, "Salem"), (Field::Notes, "a\nb"), (Field::Email, "a@b.example")];
        assert_eq!(record, draft(&texts, &["VIP", "Gold"]));
    }

    /// What was taken out after a create whose answer was lost came back with "Edit with what you typed".
    #[test]
    fn what_takes_a_record_s_place_takes_out_what_it_has_not() {
        let mut record =
            draft(&[(Field::City, "Portland"), (Field::Notes, "a"), (Field::Email, "a@b.example")], &["VIP", "Gold"]);
        record.replace(&draft(&[(Field::Notes, "b"), (Field::Email, "c@d.example")], &["Gold"]));
        assert_eq!(record, draft(&[(Field::Notes, "b"), (Field::Email, "a@b.example")], &["Gold"]));
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
