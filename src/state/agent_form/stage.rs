//! How far the form has come.

use super::failure::Outcome;
use crate::{
    api::error::Error,
    domain::{agent::Agent, draft::Conflict, field::Field, id::ConnectionId},
};

/// What the form is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A new agent.
    New,
    /// The agent of this connection.
    Existing(ConnectionId),
}

/// How far the form has come.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Stage {
    /// The person types.
    #[default]
    Editing,
    /// A save is under way.
    Busy(Step),
    /// These agents may be the one that is about to be created.
    Duplicates {
        /// Who they are.
        found: Vec<Agent>,
        /// What the server said, if it has refused the create for it; otherwise nothing was sent.
        refusal: Option<String>,
    },
    /// Somebody else has changed the same fields meanwhile.
    Conflicts {
        /// Which fields, with both values.
        fields: Vec<Conflict>,
        /// Whether all but these is saved; otherwise nothing was sent.
        is_begun: bool,
    },
    /// The server has linked the create to this agent, who was there already, and did not keep these fields.
    Linked(Box<Agent>, Vec<Field>),
    /// A create that had no answer has made this agent after all; since then something else was typed.
    MadeBefore(Box<Agent>),
    /// A create has had no answer, and this agent, who has its email but another name, was not there before.
    FoundInstead(Box<Agent>),
    /// The save was done, but the server did not keep these fields.
    NotKept(Vec<Field>),
    /// The form would be done with, but what was pasted has not been used and would be lost.
    TextLeft {
        /// Whether a save was done, and not only found nothing to send.
        is_saved: bool,
    },
    /// The save came to nothing, or only to a part.
    Failed(Failure),
}

/// A step of a save.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Step {
    /// The server is asked what it has, before anything is sent.
    Checking,
    /// The texts are on their way.
    Sending,
    /// The photo is on its way: how much of it is there, from 0 to 1.
    Uploading(f64),
    /// What was sent is read again.
    Confirming,
}

/// Whether Save waits for a picture that is being read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PictureWait {
    /// It does not.
    #[default]
    No,
    /// It does.
    ForPicture,
    /// It did, until the person went on with the form, or the picture turned out to be none.
    NoLonger,
}

/// Why a save came to nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What happened, what was kept, what to do.
    pub message: String,
    /// Whether the person has stopped it.
    pub is_stopped: bool,
    /// Whether it is about fields alone, each of which tells its part.
    pub is_about_fields: bool,
    /// What the server says of no field in particular.
    pub unmatched: Vec<String>,
    /// What support needs to know.
    pub details: String,
    /// The HTTP status, where there was an answer.
    pub status: Option<u16>,
}

/// What a save has come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Saved {
    /// The record as it is now.
    pub agent: Agent,
    /// Whether it is new.
    pub created: bool,
    /// Whether there was no usable answer, and what was sent was found by looking for it.
    pub is_found: bool,
    /// The fields that the server did not keep.
    pub not_kept: Vec<Field>,
    /// Whether the server has taken a photo of which the record does not tell if it is there.
    pub is_photo_unseen: bool,
    /// Why the photo, which followed the rest, did not arrive, and what may have become of it.
    pub photo_error: Option<(Error, Outcome)>,
}

impl Stage {
    /// Whether a save is under way.
    pub fn is_busy(&self) -> bool {
        matches!(self, Self::Busy(_))
    }
}
