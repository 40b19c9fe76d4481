//! The form that an agent is created and edited by.

mod failure;
mod handing_over;
mod keeping;
mod leaving;
mod look_up;
mod pasted;
mod photo;
mod restoring;
mod retry;
mod save;
mod settling;
mod stage;
mod told;
mod typing;

use std::rc::Rc;

use leptos::prelude::*;

pub use self::handing_over::HandedOver;
use self::keeping::Keeping;
pub use self::keeping::Kept;
pub use self::leaving::Destination;
pub use self::photo::{PhotoChoice, Remark};
pub use self::restoring::BroughtBack;
pub use self::retry::Retry;
pub use self::stage::{Failure, PictureWait, Saved, Stage, Step, Subject};
use crate::{
    api::{client::Client, transport::Cancellation},
    domain::{agent::Agent, contact_text, draft::Draft, field::Field, id::ConnectionId, photo_address::SeenPhoto},
    locale::Locale,
    state::{drafts::Sent, state_signal::StateSignal},
};

/// What is typed, what is wrong with it, and how far its save has come. A save never runs twice at a time; nothing typed is
/// given up but by [`AgentForm::close`]: the browser keeps it beyond the page.
#[derive(Clone, Copy)]
pub struct AgentForm {
    client: StoredValue<Client, LocalStorage>,
    /// The language of what is said.
    locale: Locale,
    pending: StoredValue<Option<Rc<Cancellation>>, LocalStorage>,
    retry: Retry,
    subject: StateSignal<Option<Subject>>,
    /// Counted up whenever the form is opened.
    openings: StateSignal<u32>,
    /// The record as it was read last, and what it told of its photo.
    base: StateSignal<Draft>,
    base_photo: RwSignal<SeenPhoto>,
    /// The same as it was when the form was opened.
    fresh: StoredValue<(Draft, SeenPhoto)>,
    /// The record as somebody else has made it, where that is in conflict with what is typed.
    theirs: StoredValue<(Draft, SeenPhoto)>,
    draft: StateSignal<Draft>,
    photo: PhotoChoice,
    problems: StateSignal<Vec<(Field, String)>>,
    /// Whether the problems were told together when they were found.
    is_told_together: StateSignal<bool>,
    /// How many problems have kept the newest save from being sent, if they are several, and which save that was.
    refused: StateSignal<Option<(u32, usize)>>,
    stage: StateSignal<Stage>,
    waiting: StateSignal<PictureWait>,
    /// How many saves have ended with something to look at.
    attempts: StateSignal<u32>,
    /// What is typed as a tag and is none yet.
    tag_text: RwSignal<String>,
    /// What was pasted to fill the form from, and has not been used.
    pasted: StateSignal<String>,
    /// What was found in it.
    found: Memo<Vec<(Field, String)>>,
    /// The email that was typed before the form went on with an agent who has another.
    other_email: StateSignal<Option<String>>,
    /// Where the person wants to go, who is asked first.
    leaving: StateSignal<Option<Destination>>,
    left_for: StateSignal<Option<Destination>>,
    saved: StateSignal<Option<Saved>>,
    /// The agent whose form was saved last, if nothing had been changed in it.
    unchanged: StateSignal<Option<ConnectionId>>,
    /// How many saves have ended otherwise, of which a part may have been written.
    touched: StateSignal<u32>,
    keeping: Keeping,
    /// What the form before this one has left, until this one is opened for it.
    handed: StoredValue<Option<HandedOver>, LocalStorage>,
    memory: StoredValue<Memory>,
}

/// What a save must know of those before it.
#[derive(Clone, Debug, Default)]
struct Memory {
    /// Counted up whenever the form is opened or closed, so that a save under way knows that it is not wanted any more.
    opening: u32,
    /// The agents who were found before a create: whoever is found afterwards and is not among them is new.
    known: Vec<ConnectionId>,
    /// The agents of whom the person has said that they are others.
    accepted: Vec<ConnectionId>,
    /// What may have been stored without anybody having seen it.
    sent: Sent,
    /// Whether the person has stopped the save that is under way.
    is_stopped: bool,
    /// Whether it is known if a draft was kept: until then, none is forgotten.
    is_restored: bool,
}

impl AgentForm {
    /// A form that is closed and will ask `client`. What is typed is kept in the browser once it is
    /// [protected](Self::protect); the private notes only if `keeps_private_notes`.
    pub fn new(client: Client, keeps_private_notes: bool, locale: Locale) -> Self {
        let pasted = StateSignal::new(String::new());
        Self {
            locale,
            pending: StoredValue::new_local(None),
            retry: Retry::new(),
            subject: StateSignal::new(None),
            openings: StateSignal::new(0),
            base: StateSignal::new(Draft::default()),
            base_photo: RwSignal::new(SeenPhoto::default()),
            fresh: StoredValue::new(Default::default()),
            theirs: StoredValue::new(Default::default()),
            keeping: Keeping::new(client.base().to_owned(), keeps_private_notes),
            draft: StateSignal::new(Draft::default()),
            photo: PhotoChoice::new(),
            problems: StateSignal::new(Vec::new()),
            is_told_together: StateSignal::new(false),
            refused: StateSignal::new(None),
            stage: StateSignal::new(Stage::Editing),
            waiting: StateSignal::new(PictureWait::No),
            attempts: StateSignal::new(0),
            tag_text: RwSignal::new(String::new()),
            pasted,
            found: Memo::new(move |_| pasted.with(|text| contact_text::read(text))),
            other_email: StateSignal::new(None),
            leaving: StateSignal::new(None),
            left_for: StateSignal::new(None),
            saved: StateSignal::new(None),
            unchanged: StateSignal::new(None),
            touched: StateSignal::new(0),
            handed: StoredValue::new_local(None),
            memory: StoredValue::new(Memory::default()),
            client: StoredValue::new_local(client.fresh()),
        }
    }

    /// Keeps what is typed, and lets nobody leave the page by mistake, from now on; forgets what was kept too long.
    pub fn protect(&self) {
        self.guard_page();
        self.keep_changes();
        self.forget_old_drafts();
    }

    /// Forgets what the newest save has come to.
    pub fn dismiss_saved(&self) {
        if self.saved.with_untracked(Option::is_some) {
            self.saved.set(None);
        }
        if self.unchanged.with_untracked(Option::is_some) {
            self.unchanged.set(None);
        }
    }

    /// Opens the empty form for a new agent, after a question if another form is open with changes.
    pub fn start_new(&self) {
        match self.subject.get_untracked() {
            None => self.begin(Subject::New, &Agent::default()),
            Some(Subject::New) => {}
            Some(Subject::Existing(_)) => self.leave_for(Destination::NewAgent),
        }
    }

    /// Opens the form with the record of `agent`.
    pub fn open(&self, agent: &Agent) {
        self.begin(Subject::Existing(agent.id.clone()), agent);
    }

    fn begin(&self, subject: Subject, record: &Agent) {
        self.photo.set(None);
        self.pasted.set(String::new());
        self.begin_again(subject, record);
    }

    /// Begins anew, but with the photo that is chosen or being read, and what was pasted.
    fn begin_again(&self, subject: Subject, record: &Agent) {
        let (base, photo) = (Draft::of(record), SeenPhoto::of(record));
        self.restart();
        self.fresh.set_value((base.clone(), photo.clone()));
        self.draft.set(base.clone());
        self.base.set(base);
        self.base_photo.set(photo);
        self.saved.set(None);
        self.unchanged.set(None);
        self.subject.set(Some(subject.clone()));
        self.openings.update(|openings| *openings += 1);
        self.restore(&subject);
    }

    /// Closes the form and forgets what was typed.
    pub fn close(&self) {
        let is_restored = self.memory.with_value(|memory| memory.is_restored);
        if self.subject.with_untracked(Option::is_some) && (is_restored || untrack(|| self.has_changes())) {
            self.forget();
        }
        self.end();
    }

    /// Closes the form; what was typed comes back when it is opened again.
    pub(super) fn close_and_keep(&self) {
        self.keep_now();
        self.end();
    }

    fn end(&self) {
        self.subject.set(None);
        self.photo.set(None);
        self.pasted.set(String::new());
        self.restart();
    }

    fn restart(&self) {
        self.pending.set_value(None);
        self.retry.cancel();
        self.memory.update_value(|memory| *memory = Memory { opening: memory.opening + 1, ..Memory::default() });
        self.show_problems(Vec::new(), false);
        self.tag_text.set(String::new());
        self.other_email.set(None);
        self.leaving.set(None);
        self.forget_restored();
        self.give_up_claims();
        self.keeping.brought_back.set(None);
        self.waiting.set(PictureWait::No);
        self.stage.set(Stage::Editing);
    }

    /// Goes back from what stands in the way of a save to the fields.
    pub fn resume(&self) {
        if !self.is_busy() {
            self.stage.set(Stage::Editing);
        }
    }

    /// Goes on with what is typed as a change of `agent`, who is there already. Tags and notes are added to those on record;
    /// another email stays to be seen. An agent whom an earlier save of this form has made has nothing that was not typed here:
    /// what was taken out since is taken out of the record too.
    pub fn adopt(&self, agent: &Agent) {
        let is_own = self.stage.with_untracked(|stage| matches!(stage, Stage::MadeBefore(_)));
        let (typed, record) = (self.draft.get_untracked(), Draft::of(agent));
        if self.subject.with_untracked(Option::is_some) {
            self.forget();
        }
        self.begin_again(Subject::Existing(agent.id.clone()), agent);
        self.other_email.set(typed.other_email(&record));
        self.draft.update(|draft| if is_own { draft.replace(&typed) } else { draft.add(&typed) });
    }
}
