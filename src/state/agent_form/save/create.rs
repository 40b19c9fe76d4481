//! Making a new agent, and never the same one twice.

use leptos::prelude::*;

use super::{Failure, Outcome, Run, Saved, Stage, Step, Stop};
use crate::{
    api::{client::Written, error::Error},
    domain::{
        agent::Agent,
        draft::{Changes, Draft},
        duplicate::{duplicates, has_other_name, has_same_email},
        field::Field,
    },
    state::drafts::SentCreate,
};

/// What a server says to a create that was done.
const CREATED: u16 = 201;

impl Run {
    pub(super) async fn create(&self) -> Result<Saved, Stop> {
        let changes = self.draft.changes(&Draft::default());
        let not_sent = |error| Stop::Failed(error, Outcome::NotSent);
        let memory = self.form.memory.try_get_value().unwrap_or_default();
        if let Some(sent) = &memory.sent.create {
            let found = self.look_up(&sent.draft).await.map_err(not_sent)?;
            if let Some(agent) = self.form.newly_made(&found, &sent.draft) {
                let is_unchanged = sent.draft == self.draft && sent.photo == self.photo_key;
                if is_unchanged || has_other_name(&sent.draft, &agent) {
                    return self.found(agent, &sent.draft, &changes).await;
                }
                // From now on it is an agent like others: the next save may make another one.
                self.form.memory.try_update_value(|memory| memory.known.push(agent.id.clone()));
                self.note_sent(|sent| sent.create = None);
                return Err(Stop::At(Box::new(Stage::MadeBefore(Box::new(agent)))));
            }
        }
        let found = self.look_up(&self.draft).await.map_err(not_sent)?;
        let mut likely = duplicates(&self.draft, found.clone());
        likely.retain(|agent| !memory.accepted.contains(&agent.id));
        if !likely.is_empty() {
            return Err(Stop::At(Box::new(Stage::Duplicates { found: likely, refusal: None })));
        }
        let known = found.iter().map(|agent| agent.id.clone());
        self.form.memory.try_update_value(|memory| memory.known.extend(known));
        let controller = self.controller().map_err(not_sent)?;
        let write = self.write(changes.clone(), self.photo.clone().filter(|_| !changes.needs_document()));
        let known = self.form.memory.try_with_value(|memory| memory.known.clone()).unwrap_or_default();
        let create = SentCreate { draft: self.draft.clone(), photo: self.photo_key.clone(), known };
        self.note_sent(|sent| sent.create = Some(create));
        let written = self.client.create(write, controller).await;
        if written.as_ref().is_err_and(|error| !error.leaves_write_open()) {
            // What one before it has sent may still come.
            self.note_sent(|sent| sent.create = memory.sent.create);
        }
        match written {
            Ok(Written { status, agent: Some(agent) }) => self.created(agent, status, &changes).await,
            Ok(Written { agent: None, .. }) => self.find_made(&changes, nothing_to_see()).await,
            Err(error) if error.leaves_write_open() => self.find_made(&changes, error).await,
            Err(error) if matches!(error.status(), Some(409 | 422)) => Err(self.explain(error).await),
            Err(error) => Err(Stop::Failed(error, Outcome::NotSaved)),
        }
    }

    /// The server has a record for the create. It may be one that was there before.
    async fn created(&self, agent: Agent, status: u16, changes: &Changes) -> Result<Saved, Stop> {
        let is_known = self.form.memory.try_with_value(|memory| memory.known.contains(&agent.id)).unwrap_or_default();
        let is_new = |saved: &Saved| !is_known && (status == CREATED || tells_of_new(changes, &saved.not_kept));
        let saved = self.made(agent, changes, is_new).await?;
        if !is_new(&saved) {
            let Saved { agent, not_kept, .. } = saved;
            self.note_sent(|sent| sent.create = None);
            return Err(Stop::At(Box::new(Stage::Linked(Box::new(agent), not_kept))));
        }
        Ok(saved)
    }

    /// The agent is there; what was kept is told from the answer if the record can't be read again. A new one gets the photo
    /// that the create could not carry.
    async fn made(&self, agent: Agent, changes: &Changes, is_new: impl FnOnce(&Saved) -> bool) -> Result<Saved, Stop> {
        let nobody = Agent::default();
        let before = self.photo.is_some().then_some(&nobody);
        let saved = self.confirm(&agent.id, true, changes, before).await.unwrap_or_else(|_| {
            let mut not_kept = changes.not_kept(&Draft::of(&agent));
            not_kept.extend(before.filter(|_| agent.image_url.is_none()).map(|_| Field::Photo));
            Saved { agent, created: true, is_found: false, not_kept, is_photo_unseen: false, photo_error: None }
        });
        let photo = self.photo.clone().filter(|_| changes.needs_document() && is_new(&saved));
        Ok(match photo {
            Some(photo) => self.with_photo(photo, changes, saved).await,
            None => saved,
        })
    }

    /// The answer is missing: the create is not repeated, but looked for.
    async fn find_made(&self, changes: &Changes, error: Error) -> Result<Saved, Stop> {
        self.tell(Step::Confirming);
        match self.look_up(&self.draft).await {
            Ok(found) => match self.form.newly_made(&found, &self.draft) {
                Some(agent) => self.found(agent, &self.draft, changes).await,
                None => Err(Stop::Failed(error, Outcome::NotFound)),
            },
            Err(_) => Err(Stop::Failed(error, Outcome::Unknown)),
        }
    }

    /// The agent is there whom the create of `sent`, which had no answer, was to make; or one of the same email and another
    /// name, and what was sent may still come.
    async fn found(&self, agent: Agent, sent: &Draft, changes: &Changes) -> Result<Saved, Stop> {
        if has_other_name(sent, &agent) {
            self.form.memory.try_update_value(|memory| memory.known.push(agent.id.clone()));
            self.note_sent(|sent| sent.create.iter_mut().for_each(|create| create.known.push(agent.id.clone())));
            return Err(Stop::At(Box::new(Stage::FoundInstead(Box::new(agent)))));
        }
        Ok(Saved { is_found: true, ..self.made(agent, changes, |_| true).await? })
    }

    /// The server has refused the create: if somebody has the email already, it is they whom the person wants to see.
    async fn explain(&self, error: Error) -> Stop {
        if !is_about_email(&error) {
            return Stop::Failed(error, Outcome::NotSaved);
        }
        self.tell(Step::Checking);
        let found = self.look_up(&self.draft).await.unwrap_or_default();
        let taken: Vec<Agent> = found.into_iter().filter(|agent| has_same_email(&self.draft, agent)).collect();
        if taken.is_empty() {
            return Stop::Failed(error, Outcome::NotSaved);
        }
        let (found, refusal) = (duplicates(&self.draft, taken), Some(error.sentence(self.form.locale)));
        if self.is_wanted() {
            // Of the email, the agents who have it tell enough.
            let mut problems = Failure::new(&error, Outcome::NotSaved, self.form.locale).1;
            problems.retain(|(field, _)| *field != Field::Email);
            self.form.show_problems(problems, true);
        }
        Stop::At(Box::new(Stage::Duplicates { found, refusal }))
    }
}

/// Whether a record without the fields `not_kept` looks as if the create had made it: it has all texts that were sent, or more
/// of them than what says who somebody is.
fn tells_of_new(changes: &Changes, not_kept: &[Field]) -> bool {
    const WHO: [Field; 3] = [Field::Email, Field::FirstName, Field::LastName];
    not_kept.iter().all(|field| *field == Field::Photo)
        || changes.fields().any(|field| !WHO.contains(&field) && !not_kept.contains(&field))
}

/// A conflict, or a refusal of the email.
fn is_about_email(error: &Error) -> bool {
    let Error::Status(status) = error else { return false };
    let is_email = |pointer: &Option<String>| pointer.as_deref().and_then(Field::from_pointer) == Some(Field::Email);
    status.status == 409 || status.errors.iter().any(|error| is_email(&error.pointer))
}

/// A success without a record, which the look afterwards has not found either.
fn nothing_to_see() -> Error {
    Error::Decode {
        path: "data".into(),
        message: "there is no record in the answer to the create".into(),
        excerpt: String::new(),
    }
}
