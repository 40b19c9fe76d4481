//! A draft and what is on record by now, brought together.

use super::Draft;
use crate::domain::{field::Field, tag_set};

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
}

#[cfg(test)]
mod tests {
    use super::super::tests::draft;
    use super::*;

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

    /// Digits of other scripts counted for nothing: all such numbers were the same, and one went over the other.
    #[test]
    fn a_number_in_digits_of_another_script_is_a_number() {
        let base = draft(&[(Field::Phone, "555")], &[]);
        let mut mine = draft(&[(Field::Phone, "٠١٢٣٤٥")], &[]);
        assert_eq!(mine.rebase(&base, &draft(&[(Field::Phone, "٠٩٩٩٩٩")], &[])).len(), 1);
        assert_eq!(mine.changes(&base).not_kept(&Draft::default()), [Field::Phone]);
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
}
