//! Errors of a save, in words and by field.

use super::stage::Failure;
use crate::{
    api::error::{Error, StatusError},
    domain::field::Field,
    json_api::errors::ErrorObject,
    locale::{Locale, td_string},
};

/// What became of what was to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Nothing was sent.
    NotSent,
    /// The server has refused it.
    NotSaved,
    /// There was no answer, and the server was found without it.
    NotFound,
    /// The server has it, but could not be read afterwards.
    Unread,
    /// Nobody can tell: the answer is missing, and so is that to the look afterwards.
    Unknown,
    /// All but the photo is saved.
    WithoutPhoto,
}

impl Failure {
    /// Tells of `error`; what is about a field comes beside it.
    pub fn new(error: &Error, outcome: Outcome, locale: Locale) -> (Self, Vec<(Field, String)>) {
        let (problems, unmatched) = match error {
            Error::Status(error) => sort_out(error, locale),
            _ => Default::default(),
        };
        let cause = match error {
            _ if !problems.is_empty() => td_string!(locale, save.not_accepted).into(),
            Error::Aborted => td_string!(locale, save.stopped).into(),
            error => error.sentence(locale),
        };
        let outcome = match outcome {
            Outcome::NotSent => td_string!(locale, save.not_sent),
            Outcome::NotSaved => td_string!(locale, save.not_saved),
            Outcome::NotFound => td_string!(locale, save.not_found),
            Outcome::Unread => td_string!(locale, save.unread),
            Outcome::Unknown => td_string!(locale, save.unknown),
            Outcome::WithoutPhoto => td_string!(locale, save.without_photo),
        };
        let is_about_fields = !problems.is_empty() && unmatched.is_empty();
        let unmatched = if problems.is_empty() { Vec::new() } else { unmatched };
        let message = format!("{cause} {outcome}");
        let is_stopped = *error == Error::Aborted;
        (
            Self { message, is_stopped, is_about_fields, unmatched, details: error.details(), status: error.status() },
            problems,
        )
    }
}

/// The problems of fields, and what is about none.
fn sort_out(error: &StatusError, locale: Locale) -> (Vec<(Field, String)>, Vec<String>) {
    let (mut problems, mut unmatched) = (Vec::<(Field, String)>::new(), Vec::new());
    for object in &error.errors {
        let words = object.detail.clone().or_else(|| object.title.clone());
        match (field_of(object), words) {
            (Some(field), words) => {
                let words = words.unwrap_or_else(|| td_string!(locale, save.field_not_accepted).into());
                match problems.iter_mut().find(|(other, _)| *other == field) {
                    Some((_, before)) => *before = format!("{before} {words}"),
                    None => problems.push((field, words)),
                }
            }
            (None, Some(words)) => unmatched.push(words),
            (None, None) => {}
        }
    }
    (problems, unmatched)
}

fn field_of(object: &ErrorObject) -> Option<Field> {
    Field::from_pointer(object.pointer.as_deref()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(body: &str) -> Error {
        Error::Status(Box::new(StatusError::read(422, |_| None, body.as_bytes(), 0)))
    }

    #[test]
    fn an_error_lands_on_its_field_and_the_rest_in_the_banner() {
        let error = refused(
            r#"{"errors":[{"detail":"Email is taken","source":{"pointer":"/data/attributes/email"}},
                {"title":"Tags are full","source":{"pointer":"/data/attributes/tags/2"}},
                {"detail":"It needs a dot.","source":{"pointer":"/data/attributes/email"}},
                {"code":"invalid","source":{"pointer":"/data/attributes/phone"}},
                {"detail":"The office is closed"},{"status":"422"}]}"#,
        );
        let (failure, problems) = Failure::new(&error, Outcome::NotSaved, Locale::en);
        let expected = [
            (Field::Email, "Email is taken It needs a dot."),
            (Field::Tags, "Tags are full"),
            (Field::Phone, "The server does not accept this."),
        ];
        assert_eq!(problems, expected.map(|(field, words)| (field, words.to_owned())));
        assert_eq!(failure.unmatched, ["The office is closed"]);
        assert!(failure.message.contains("Nothing was saved") && !failure.is_about_fields);
    }

    #[test]
    fn an_error_about_no_field_is_told_whole() {
        let (failure, problems) =
            Failure::new(&refused(r#"{"errors":[{"detail":"No"}]}"#), Outcome::NotSaved, Locale::en);
        assert!(problems.is_empty() && failure.unmatched.is_empty());
        assert!(failure.message.contains("It says: No"), "{}", failure.message);
    }

    #[test]
    fn every_outcome_says_what_became_of_what_was_typed() {
        let told = |outcome| Failure::new(&Error::TimedOut { seconds: 20 }, outcome, Locale::en).0.message;
        for (outcome, words) in [
            (Outcome::NotSent, "Nothing was sent"),
            (Outcome::NotSaved, "Nothing was saved"),
            (Outcome::NotFound, "nothing is saved yet"),
            (Outcome::Unread, "It was saved"),
            (Outcome::Unknown, "can’t be told"),
            (Outcome::WithoutPhoto, "Everything but the photo"),
        ] {
            let message = told(outcome);
            assert!(message.contains("still here") && message.contains(words), "{message}");
        }
    }
}
