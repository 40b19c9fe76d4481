//! What was pasted to fill the form from.

use leptos::prelude::*;

use super::{AgentForm, Stage, Subject};
use crate::domain::{draft::Draft, field::Field};

impl AgentForm {
    /// What was pasted to fill the form from, and has not been used.
    pub fn pasted(&self) -> ReadSignal<String> {
        self.pasted.read_only()
    }

    /// Takes what is in the box for it now.
    pub fn paste(&self, text: String) {
        self.pasted.set(text);
        // What was told of the text before is not about this one.
        if self.stage.with_untracked(|stage| matches!(stage, Stage::TextLeft { .. })) {
            self.stage.set(Stage::Editing);
        }
    }

    /// What the pasted text says that the form does not; tracked.
    pub fn news(&self) -> Vec<(Field, String)> {
        let is_new = self.subject.with(|subject| *subject == Some(Subject::New));
        self.found.with(|found| self.draft.with(|draft| news(found, draft, is_new)))
    }

    /// Whether it says anything to an agent who is there and is as `draft` has them.
    pub(super) fn has_news_for(&self, draft: &Draft) -> bool {
        self.found.with_untracked(|found| !news(found, draft, false).is_empty())
    }
}

/// What of `found` is not in `draft`. The email of an agent who is there can't be changed. API: certain.
fn news(found: &[(Field, String)], draft: &Draft, is_new: bool) -> Vec<(Field, String)> {
    let is_news =
        |(field, value): &&(Field, String)| (is_new || *field != Field::Email) && draft.shown(*field) != *value;
    found.iter().filter(is_news).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A signature that said nothing new was asked about on leaving, and kept as a draft.
    #[test]
    fn what_the_form_says_already_is_no_news() {
        let found = [(Field::Email, "ana@ruiz.example".to_owned()), (Field::City, "Salem".to_owned())];
        let mut draft = Draft::default();
        assert_eq!(news(&found, &draft, true), found);
        assert_eq!(news(&found, &draft, false), found[1..], "the email is locked");
        draft.set(Field::City, " Salem ");
        assert_eq!(news(&found, &draft, false), []);
    }
}
