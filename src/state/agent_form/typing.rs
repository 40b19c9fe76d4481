//! What is typed, and what is wrong with it.

use leptos::prelude::*;

use super::{AgentForm, Stage, Subject};
use crate::domain::{
    draft::Draft,
    draft_check::{missing, problems, says_too_little},
    field::Field,
};

impl AgentForm {
    /// Takes what is typed into a field. Whatever was wrong with it may not be any more.
    pub fn type_into(&self, field: Field, text: String) {
        if self.is_busy() {
            return;
        }
        self.wait_no_longer();
        self.draft.update(|draft| draft.set(field, text));
        self.clear_problem(field);
        if !self.draft.with_untracked(says_too_little) {
            self.clear_missing();
        }
    }

    /// That something is needed was told at the first of the fields that would do, and any of them has helped.
    fn clear_missing(&self) {
        let missing = missing(self.locale);
        let is_missing = |(field, problem): &(Field, String)| *field == Field::FirstName && problem == missing;
        if self.problems.with_untracked(|problems| problems.iter().any(is_missing)) {
            self.refused.set(None);
            self.problems.update(|problems| problems.retain(|problem| !is_missing(problem)));
        }
    }

    /// Takes another set of tags.
    pub fn set_tags(&self, tags: Vec<String>) {
        if self.is_busy() {
            return;
        }
        self.wait_no_longer();
        self.draft.update(|draft| draft.set_tags(tags));
        self.clear_problem(Field::Tags);
    }

    /// Checks a field that the person has left.
    pub fn leave_field(&self, field: Field) {
        let problems = self.draft.with_untracked(|draft| self.problems_of_changes(draft));
        if let Some((_, problem)) = problems.into_iter().find(|(other, _)| *other == field) {
            self.set_problem(field, problem);
        }
    }

    /// What keeps `draft` from being sent.
    pub(super) fn find_problems(&self, draft: &Draft) -> Vec<(Field, String)> {
        let mut found = self.problems_of_changes(draft);
        // A server may have records that lack everything: one who corrects them need not complete them.
        if self.is_new() && says_too_little(draft) {
            found.push((Field::FirstName, missing(self.locale).into()));
        }
        found
    }

    /// What is wrong with what differs from the record.
    fn problems_of_changes(&self, draft: &Draft) -> Vec<(Field, String)> {
        let mut found = self.base.with_untracked(|record| problems(draft, record, self.locale));
        // The email of an agent who is there is not sent, so that whatever it is stands in nobody's way.
        found.retain(|(field, _)| self.is_new() || *field != Field::Email);
        found
    }

    fn is_new(&self) -> bool {
        self.subject.with_untracked(|subject| *subject == Some(Subject::New))
    }

    /// What is wrong with the fields was found by a save, and is told at once for all of them.
    pub fn is_told_together(&self) -> ReadSignal<bool> {
        self.is_told_together.read_only()
    }

    /// How many problems have kept the newest save from being sent, if they are several, and which save that was.
    pub fn refused(&self) -> ReadSignal<Option<(u32, usize)>> {
        self.refused.read_only()
    }

    /// Shows what a save has found. Told together, the fields themselves are silent.
    pub(super) fn show_problems(&self, problems: Vec<(Field, String)>, is_told_together: bool) {
        self.refused.set(None);
        self.is_told_together.set(is_told_together);
        self.problems.set(problems);
    }

    /// Says what is wrong with a field.
    pub(super) fn set_problem(&self, field: Field, problem: String) {
        self.is_told_together.set(false);
        self.problems.update(|problems| {
            problems.retain(|(other, _)| *other != field);
            problems.push((field, problem));
        });
    }

    /// While a save is under way, what it sends stays as it is.
    pub(super) fn is_busy(&self) -> bool {
        self.stage.with_untracked(Stage::is_busy)
    }

    pub(super) fn clear_problem(&self, field: Field) {
        if !self.problems.with_untracked(|problems| problems.iter().any(|(other, _)| *other == field)) {
            return;
        }
        self.refused.set(None);
        self.problems.update(|problems| problems.retain(|(other, _)| *other != field));
        // What was said of the fields goes with the last of them.
        let is_over = |stage: &Stage| matches!(stage, Stage::Failed(failure) if failure.is_about_fields);
        if self.problems.with_untracked(Vec::is_empty) && self.stage.with_untracked(is_over) {
            self.stage.set(Stage::Editing);
        }
    }
}
