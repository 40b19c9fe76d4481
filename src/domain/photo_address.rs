//! What the address of a record's photo tells of the photo itself. API: inferred, nobody has said when an address changes.

use super::agent::Agent;

/// Whether a record surely has another photo than before. What follows the path alone is no sign of it: a signature may be
/// another with every answer.
pub fn is_other_photo(before: Option<&str>, now: Option<&str>) -> bool {
    before.map(path) != now.map(path)
}

/// Whether a photo that was sent in between may be there: the address is another in any part, or, where nothing else was sent
/// with it (`is_alone`), the record has been changed. A server may keep one address for all photos of an agent.
pub fn may_be_kept(before: &Agent, now: &Agent, is_alone: bool) -> bool {
    let is_changed = before.updated_at.is_some() && now.updated_at.is_some() && before.updated_at != now.updated_at;
    (now.image_url.is_some() && now.image_url != before.image_url) || (is_alone && is_changed)
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

    #[test]
    fn another_signature_is_no_other_photo() {
        assert!(!is_other_photo(Some("/a.jpg?signature=1"), Some("/a.jpg?signature=2")));
        assert!(is_other_photo(Some("/a.jpg"), Some("/b.jpg")));
        assert!(is_other_photo(Some("/a.jpg"), None));
    }

    /// A server that keeps one address for an agent was said to have kept no photo at all.
    #[test]
    fn a_photo_is_kept_where_the_address_or_else_the_time_of_the_last_change_is_another() {
        let before = agent(Some("/a.jpg?v=1"), "2026-01-01");
        assert!(may_be_kept(&before, &agent(Some("/b.jpg"), ""), false));
        assert!(may_be_kept(&before, &agent(Some("/a.jpg?v=2"), ""), false));
        assert!(may_be_kept(&before, &agent(Some("/a.jpg?v=1"), "2026-01-02"), true));
    }

    #[test]
    fn a_photo_that_the_server_has_dropped_is_not_kept() {
        let before = agent(Some("/a.jpg"), "2026-01-01");
        assert!(!may_be_kept(&before, &before.clone(), true));
        assert!(!may_be_kept(&before, &agent(None, "2026-01-01"), true));
        assert!(!may_be_kept(&before, &agent(Some("/a.jpg"), "2026-01-02"), false), "the texts have changed it");
        assert!(!may_be_kept(&Agent::default(), &agent(None, "2026-01-01"), true), "there was no record to compare");
    }
}
