//! The photo that follows the texts, where one request can't carry both.

use super::{Outcome, Run, Saved, Stop};
use crate::{
    api::{error::Error, photo_file::PhotoFile},
    domain::{
        draft::{Changes, Draft},
        field::Field,
        photo_address::just_written,
    },
};

impl Run {
    /// Sends the photo after `changes`, of which `saved` has come. Where it does not arrive, it stays in the form for the next
    /// save, and whatever else was not kept is told with it.
    pub(super) async fn with_photo(&self, photo: PhotoFile, changes: &Changes, mut saved: Saved) -> Saved {
        let sent = match self.is_stopped() {
            true => Err(Stop::Failed(Error::Aborted, Outcome::WithoutPhoto)),
            false => {
                let before = just_written(&saved.agent);
                self.send(&saved.agent.id, &Changes::default(), Some(photo), &before).await.map_err(without_photo)
            }
        };
        match sent {
            Ok(Saved { agent, is_found, not_kept, is_photo_unseen, .. }) => {
                saved.is_found |= is_found;
                saved.not_kept = changes.not_kept(&Draft::of(&agent));
                saved.not_kept.extend(not_kept);
                saved.is_photo_unseen = is_photo_unseen;
                saved.agent = agent;
            }
            Err(stop) => {
                saved.not_kept.retain(|field| *field != Field::Photo);
                saved.not_kept.push(Field::Photo);
                saved.photo_error = match stop {
                    Stop::Failed(error, outcome) => Some((error, outcome)),
                    Stop::At(_) => None,
                };
            }
        }
        saved
    }
}

/// A failure to see the texts that were saved, before the photo was sent at all.
pub(super) fn before_photo(stop: Stop) -> Stop {
    match stop {
        Stop::Failed(error, Outcome::Unread) => Stop::Failed(error, Outcome::WithoutPhoto),
        stop => stop,
    }
}

/// A failure of the photo alone, after the texts.
fn without_photo(stop: Stop) -> Stop {
    match stop {
        // It is there, though nobody has seen it.
        Stop::Failed(error, Outcome::Unread) => Stop::Failed(error, Outcome::Unread),
        Stop::Failed(error, _) => Stop::Failed(error, Outcome::WithoutPhoto),
        stop => stop,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_the_texts_only_the_photo_is_missing() {
        for outcome in [Outcome::NotSaved, Outcome::Unknown] {
            let stop = without_photo(Stop::Failed(Error::Aborted, outcome));
            assert!(matches!(stop, Stop::Failed(_, Outcome::WithoutPhoto)));
        }
        let unread = without_photo(Stop::Failed(Error::Aborted, Outcome::Unread));
        assert!(matches!(unread, Stop::Failed(_, Outcome::Unread)), "the photo is there");
    }

    /// It was said to be saved, photo and all, when nobody had sent the photo.
    #[test]
    fn texts_that_can_not_be_read_again_are_saved_without_the_photo() {
        let unread = before_photo(Stop::Failed(Error::Aborted, Outcome::Unread));
        assert!(matches!(unread, Stop::Failed(_, Outcome::WithoutPhoto)));
        let refused = before_photo(Stop::Failed(Error::Aborted, Outcome::NotSaved));
        assert!(matches!(refused, Stop::Failed(_, Outcome::NotSaved)), "nothing is there");
    }
}
