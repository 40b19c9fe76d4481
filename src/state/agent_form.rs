//! The form that an agent is created and edited by.

mod failure;
mod keeping;
mod leaving;
mod look_up;
mod photo;
mod save;
mod stage;

use std::rc::Rc;

use leptos::prelude::*;

use self::keeping::Keeping;
pub use self::leaving::Destination;
pub use self::photo::PhotoChoice;
pub use self::stage::{Failure, Saved, Stage, Step, Subject};
use crate::{
    api::{client::Client, transport::Cancellation},
    domain::{
        agent::Agent,
        draft::{Conflict, Draft},
        draft_check::{MISSING, missing, problem},
        field::Field,
        id::ConnectionId,
    },
};

/// What is typed, what is wrong with it, and how far its save has come. A save never runs twice at a time; nothing typed is
/// given up but by [`AgentForm::close`]: the browser keeps it beyond the page.
#[derive(Clone, Copy)]
pub struct AgentForm {
    client: StoredValue<Client, LocalStorage>,
    pending: StoredValue<Option<Rc<Cancellation>>, LocalStorage>,
    subject: RwSignal<Option<Subject>>,
    /// The record as it was read last, and its photo.
    base: RwSignal<Draft>,
    base_image: StoredValue<Option<String>>,
    /// The record as it was when the form was opened.
    fresh: StoredValue<Draft>,
    /// The record as somebody else has made it, where that is in conflict with what is typed.
    theirs: StoredValue<Draft>,
    draft: RwSignal<Draft>,
    photo: PhotoChoice,
    problems: RwSignal<Vec<(Field, String)>>,
    stage: RwSignal<Stage>,
    /// How many saves have ended with something to look at.
    attempts: RwSignal<u32>,
    /// What is typed as a tag and is none yet.
    tag_text: RwSignal<String>,
    /// Where the person wants to go, who is asked first.
    leaving: RwSignal<Option<Destination>>,
    left_for: RwSignal<Option<Destination>>,
    saved: RwSignal<Option<Saved>>,
    keeping: Keeping,
    memory: StoredValue<Memory>,
}

/// What a save must know of those before it.
#[derive(Clone, Debug, Default)]
struct Memory {
    /// Counted up whenever the form is opened or closed, so that a save under way knows that it is not wanted any more.
    opening: u32,
    /// The agents who were found before a create: whoever is found afterwards and is not among them is new.
    known: Vec<ConnectionId>,
    /// Whether the person has said that the agents found are others.
    is_unique: bool,
    /// What the last create sent, if its answer is missing.
    unanswered: Option<Draft>,
    /// Whether Save was pressed while a picture was being read.
    saves_when_read: bool,
}

impl AgentForm {
    /// A form that is closed and will ask `client`. What is typed is kept in the browser; the private notes only if
    /// `keeps_private_notes`.
    pub fn new(client: Client, keeps_private_notes: bool) -> Self {
        let form = Self {
            pending: StoredValue::new_local(None),
            subject: RwSignal::new(None),
            base: RwSignal::new(Draft::default()),
            base_image: StoredValue::new(None),
            fresh: StoredValue::new(Draft::default()),
            theirs: StoredValue::new(Draft::default()),
            keeping: Keeping::new(client.base().to_owned(), keeps_private_notes),
            draft: RwSignal::new(Draft::default()),
            photo: PhotoChoice::new(),
            problems: RwSignal::new(Vec::new()),
            stage: RwSignal::new(Stage::Editing),
            attempts: RwSignal::new(0),
            tag_text: RwSignal::new(String::new()),
            leaving: RwSignal::new(None),
            left_for: RwSignal::new(None),
            saved: RwSignal::new(None),
            memory: StoredValue::new(Memory::default()),
            client: StoredValue::new_local(client),
        };
        form.guard_page();
        form.keep_changes();
        form
    }

    /// What the form is for; `None` while it is closed.
    pub fn subject(&self) -> ReadSignal<Option<Subject>> {
        self.subject.read_only()
    }

    /// What is typed.
    pub fn draft(&self) -> ReadSignal<Draft> {
        self.draft.read_only()
    }

    /// The record as it was read last.
    pub fn record(&self) -> ReadSignal<Draft> {
        self.base.read_only()
    }

    /// How many saves have ended with something to look at.
    pub fn attempts(&self) -> ReadSignal<u32> {
        self.attempts.read_only()
    }

    /// What is typed as a tag and is none yet.
    pub fn tag_text(&self) -> RwSignal<String> {
        self.tag_text
    }

    /// What is wrong with the fields.
    pub fn problems(&self) -> ReadSignal<Vec<(Field, String)>> {
        self.problems.read_only()
    }

    /// How far the form has come.
    pub fn stage(&self) -> ReadSignal<Stage> {
        self.stage.read_only()
    }

    /// The address of the photo that the record has.
    pub fn saved_photo(&self) -> Option<String> {
        self.base_image.get_value()
    }

    /// The letters in the place of a photo, as the name is typed; tracked.
    pub fn initials(&self) -> String {
        let name = |field| self.draft.with(|draft| Some(draft.shown(field)).filter(|name| !name.is_empty()));
        let (first_name, last_name) = (name(Field::FirstName), name(Field::LastName));
        Agent { first_name, last_name, ..Agent::default() }.initials()
    }

    /// What the newest save has come to.
    pub fn saved(&self) -> ReadSignal<Option<Saved>> {
        self.saved.read_only()
    }

    /// Whether there is anything that leaving would lose; tracked.
    pub fn has_changes(&self) -> bool {
        self.photo.chosen().with(Option::is_some)
            || self.tag_text.with(|text| !text.trim().is_empty())
            || self.base.with(|base| self.draft.with(|draft| !draft.changed(base).is_empty()))
    }

    /// Opens the empty form for a new agent, after a question if another form is open with changes.
    pub fn start_new(&self) {
        match self.subject.get_untracked() {
            None => self.begin(Subject::New, Draft::default(), None),
            Some(Subject::New) => {}
            Some(Subject::Existing(_)) => self.leave_for(Destination::NewAgent),
        }
    }

    /// Opens the form with the record of `agent`.
    pub fn open(&self, agent: &Agent) {
        self.begin(Subject::Existing(agent.id.clone()), Draft::of(agent), agent.image_url.clone());
    }

    fn begin(&self, subject: Subject, base: Draft, image: Option<String>) {
        self.restart();
        self.fresh.set_value(base.clone());
        self.draft.set(base.clone());
        self.base.set(base);
        self.base_image.set_value(image);
        self.subject.set(Some(subject.clone()));
        self.restore(&subject);
    }

    /// Closes the form and forgets what was typed.
    pub fn close(&self) {
        if let Some(subject) = self.subject.get_untracked() {
            self.forget(&subject);
        }
        self.close_and_keep();
    }

    /// Closes the form; what was typed comes back when it is opened again.
    pub(super) fn close_and_keep(&self) {
        self.subject.set(None);
        self.restart();
    }

    fn restart(&self) {
        self.pending.set_value(None);
        self.memory.update_value(|memory| *memory = Memory { opening: memory.opening + 1, ..Memory::default() });
        self.problems.set(Vec::new());
        self.photo.set(None);
        self.tag_text.set(String::new());
        self.leaving.set(None);
        self.keeping.restored_at.set(None);
        self.stage.set(Stage::Editing);
    }

    /// Takes what is typed into a field. Whatever was wrong with it may not be any more.
    pub fn type_into(&self, field: Field, text: String) {
        self.draft.update(|draft| draft.set(field, text));
        self.forgive(field);
        if self.draft.with_untracked(|draft| missing(draft).is_none()) {
            self.forgive_missing();
        }
    }

    /// That something is needed was told at the first of the fields that would do, and any of them has helped.
    fn forgive_missing(&self) {
        let is_missing = |(field, problem): &(Field, String)| *field == Field::FirstName && problem == MISSING;
        if self.problems.with_untracked(|problems| problems.iter().any(is_missing)) {
            self.problems.update(|problems| problems.retain(|problem| !is_missing(problem)));
        }
    }

    /// Takes another set of tags.
    pub fn set_tags(&self, tags: Vec<String>) {
        self.draft.update(|draft| draft.set_tags(tags));
        self.forgive(Field::Tags);
    }

    /// Makes a tag of what is typed and was left without Enter.
    pub fn finish_tag(&self) {
        let typed = self.tag_text.get_untracked();
        let mut tags = self.draft.with_untracked(|draft| draft.tags().to_vec());
        self.tag_text.set(String::new());
        let before = tags.len();
        for tag in typed.split(',').map(str::trim).filter(|tag| !tag.is_empty()) {
            if !tags.iter().any(|other| other == tag) {
                tags.push(tag.into());
            }
        }
        if tags.len() != before {
            self.set_tags(tags);
        }
    }

    /// Checks a field that the person has left.
    pub fn leave_field(&self, field: Field) {
        if let Some(problem) = self.draft.with_untracked(|draft| problem(field, draft.text(field))) {
            self.blame(field, problem);
        }
    }

    /// Says what is wrong with a field.
    pub fn blame(&self, field: Field, problem: String) {
        self.problems.update(|problems| {
            problems.retain(|(other, _)| *other != field);
            problems.push((field, problem));
        });
    }

    fn forgive(&self, field: Field) {
        if self.problems.with_untracked(|problems| problems.iter().any(|(other, _)| *other == field)) {
            self.problems.update(|problems| problems.retain(|(other, _)| *other != field));
        }
    }

    /// Goes back from what stands in the way of a save to the fields.
    pub fn resume(&self) {
        if !self.stage.with_untracked(Stage::is_busy) {
            self.stage.set(Stage::Editing);
        }
    }

    /// Settles a conflict with the other's value, or with the one typed here. Until then, every save stops at it.
    pub fn settle(&self, conflict: &Conflict, takes_theirs: bool) {
        let (field, theirs) = (conflict.field, self.theirs.get_value());
        if field == Field::Photo {
            self.base_image.set_value(Some(conflict.theirs.clone()).filter(|address| !address.is_empty()));
            if takes_theirs {
                self.photo.set(None);
            }
        } else {
            self.base.update(|base| base.take(field, &theirs));
            if takes_theirs {
                self.draft.update(|draft| draft.take(field, &theirs));
            }
        }
        self.stage.update(|stage| {
            if let Stage::Conflicts(conflicts) = stage {
                conflicts.retain(|other| other.field != field);
                if conflicts.is_empty() {
                    *stage = Stage::Editing;
                }
            }
        });
    }

    /// Goes on with what is typed as a change of `agent`, who is there already.
    pub fn adopt(&self, agent: &Agent) {
        let (typed, photo) = (self.draft.get_untracked(), self.photo.chosen().get_untracked());
        self.open(agent);
        let fields = typed.changed(&Draft::default());
        // The email can't be changed. API: certain.
        for field in fields.into_iter().filter(|field| *field != Field::Email) {
            self.draft.update(|draft| draft.take(field, &typed));
        }
        self.photo.set(photo);
    }
}
