//! What the address of a record's photo tells of the photo itself. API: inferred, nobody has said when an address changes.

use super::agent::Agent;

/// What a record told of its photo when it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeenPhoto {
    /// The address; `None` where there is no photo.
    pub address: Option<String>,
    /// When the record was changed last, as the API wrote it.
    pub updated_at: Option<String>,
}

/// What has become of a photo that was sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// The record shows that it is there.
    Kept,
    /// The record shows that it is not.
    Dropped,
    /// The record looks the same either way.
    CannotTell,
}

impl SeenPhoto {
    /// What `agent` tells.
    pub fn of(agent: &Agent) -> Self {
        Self { address: agent.image_url.clone(), updated_at: agent.updated_at.clone() }
    }

    /// Whether the record has another photo `now`. What follows the path alone is no sign of it, for a signature may be
    /// another with every answer; it is one where the record has been changed since.
    pub fn is_other(&self, now: &Self) -> bool {
        match (&self.address, &now.address) {
            (Some(before), Some(after)) if path(before) == path(after) => {
                before != after && is_known_to_change(&self.updated_at, &now.updated_at)
            }
            (before, after) => before != after,
        }
    }

    /// Whether the photo is another by its path alone: after one's own write, the time of the last change tells nothing.
    pub fn has_other_path(&self, now: &Self) -> bool {
        self.address.as_deref().map(path) != now.address.as_deref().map(path)
    }
}

/// What has become of a photo that was sent to the record as it was `before`, by the record as it is `now`; `is_alone` where
/// nothing else was sent with it. A server may keep one address for all photos of an agent: then the time of the last change
/// tells, where there is one.
pub fn fate(before: &Agent, now: &Agent, is_alone: bool) -> Fate {
    if now.image_url.is_none() {
        return Fate::Dropped;
    }
    if now.image_url != before.image_url || (is_alone && is_known_to_change(&before.updated_at, &now.updated_at)) {
        return Fate::Kept;
    }
    match (&before.updated_at, &now.updated_at) {
        (Some(before), Some(now)) if before == now => Fate::Dropped,
        _ => Fate::CannotTell,
    }
}

/// A record that was just written, to tell the next write by. Where the time is written without parts of a second, what is
/// written within the same second leaves it as it is: then it tells nothing.
pub fn just_written(agent: &Agent) -> Agent {
    let updated_at = agent.updated_at.clone().filter(|time| time.contains('.'));
    Agent { updated_at, ..agent.clone() }
}

fn is_known_to_change(before: &Option<String>, now: &Option<String>) -> bool {
    before.is_some() && now.is_some() && before != now
}

fn path(address: &str) -> &str {
    address.split(['?', '#']).next().unwrap_or(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agent(image: Option<&str>, updated_at: &str) -> Agent {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Agent { image_url: image.map(str::to_owned), updated_at: some(updated_at), ..Agent::default() }
    }

    fn is_other(before: (Option<&str>, &str), now: (Option<&str>, &str)) -> bool {
        SeenPhoto::of(&agent(before.0, before.1)).is_other(&SeenPhoto::of(&agent(now.0, now.1)))
    }

    #[test]
    fn another_path_is_another_photo_and_another_signature_is_none() {
        assert!(is_other((Some("/a.jpg"), "1"), (Some("/b.jpg"), "1")));
        assert!(is_other((Some("/a.jpg"), ""), (None, "")));
        assert!(is_other((None, ""), (Some("/a.jpg"), "")));
        assert!(!is_other((None, "1"), (None, "2")));
        assert!(!is_other((Some("/a.jpg?signature=1"), "1"), (Some("/a.jpg?signature=2"), "1")));
        assert!(!is_other((Some("/a.jpg?signature=1"), ""), (Some("/a.jpg?signature=2"), "1")), "it can't be told");
        assert!(!is_other((Some("/a.jpg"), "1"), (Some("/a.jpg"), "2")), "only something else was changed");
    }

    /// A server that keeps the path and tells the version after it, as Paperclip does, had the other's photo overwritten.
    #[test]
    fn another_version_of_a_record_that_was_changed_is_another_photo() {
        assert!(is_other((Some("/photo.jpg?1609459200"), "1"), (Some("/photo.jpg?1609459300"), "2")));
    }

    /// A server that keeps one address for an agent was said to have kept no photo at all.
    #[test]
    fn a_photo_is_kept_where_the_address_or_else_the_time_of_the_last_change_is_another() {
        let before = agent(Some("/a.jpg?v=1"), "2026-01-01");
        assert_eq!(fate(&before, &agent(Some("/b.jpg"), ""), false), Fate::Kept);
        assert_eq!(fate(&before, &agent(Some("/a.jpg?v=2"), ""), false), Fate::Kept);
        assert_eq!(fate(&before, &agent(Some("/a.jpg?v=1"), "2026-01-02"), true), Fate::Kept);
        assert_eq!(fate(&Agent::default(), &agent(Some("/a.jpg"), ""), false), Fate::Kept, "there was none");
    }

    #[test]
    fn a_photo_that_the_server_has_dropped_is_not_kept() {
        let before = agent(Some("/a.jpg"), "2026-01-01");
        assert_eq!(fate(&before, &before.clone(), true), Fate::Dropped);
        assert_eq!(fate(&before, &before.clone(), false), Fate::Dropped);
        assert_eq!(fate(&before, &agent(None, "2026-01-02"), true), Fate::Dropped);
        assert_eq!(fate(&Agent::default(), &agent(None, "2026-01-01"), true), Fate::Dropped);
    }

    /// "The server did not keep: Photo" was said of photos that it had kept.
    #[test]
    fn what_looks_the_same_either_way_is_not_told_as_dropped() {
        let before = agent(Some("/a.jpg"), "2026-01-01T10:00:00Z");
        let later = agent(Some("/a.jpg"), "2026-01-01T10:00:01Z");
        assert_eq!(fate(&before, &later, false), Fate::CannotTell, "the texts have changed it");
        assert_eq!(fate(&agent(Some("/a.jpg"), ""), &agent(Some("/a.jpg"), ""), true), Fate::CannotTell);
        assert_eq!(fate(&just_written(&before), &before, true), Fate::CannotTell, "within the same second");
        let exact = agent(Some("/a.jpg"), "2026-01-01T10:00:00.125Z");
        assert_eq!(fate(&just_written(&exact), &exact, true), Fate::Dropped);
    }
}
