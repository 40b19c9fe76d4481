//! When the browser's history gets a new entry.

use crate::domain::link::Link;

/// The entry that a change is written into.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A new one: Back leads to what was before.
    New,
    /// The one there is.
    Same,
}

impl Entry {
    /// For the change from `before` to `now`. A search gets one entry, not one a keystroke. A page `beyond_the_end`, from
    /// which the list has turned back by itself, gets none: Back would only lead forward again.
    pub fn between(before: &Link, now: &Link, beyond_the_end: Option<u32>) -> Self {
        if before.opened != now.opened {
            return Self::New;
        }
        let (before, now) = (&before.query, &now.query);
        let is_turned_back = beyond_the_end == Some(before.page.number) && now.is_same_but_for_the_page(before);
        if is_turned_back || now.continues_search(before) { Self::Same } else { Self::New }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{id::ConnectionId, query::Query};

    fn link(query: &str) -> Link {
        Link { query: Query::parse(query).unwrap(), ..Link::default() }
    }

    #[test]
    fn a_search_has_one_entry_and_every_other_change_has_its_own() {
        let entry = |before: &str, now: &str| Entry::between(&link(before), &link(now), None);
        assert_eq!(entry("", "filter[fulltext]=a"), Entry::New);
        assert_eq!(entry("filter[fulltext]=a", "filter[fulltext]=an"), Entry::Same);
        assert_eq!(entry("filter[fulltext]=an", "filter[fulltext]=bob"), Entry::New);
        assert_eq!(entry("filter[fulltext]=an", "filter[fulltext]=an&page[number]=2"), Entry::New);
        assert_eq!(entry("page[number]=2", "page[number]=1"), Entry::New);
        assert_eq!(entry("", "sort=first_name"), Entry::New);
        let opened = Link { opened: Some(ConnectionId::new("1")), ..link("") };
        assert_eq!(Entry::between(&link(""), &opened, None), Entry::New);
    }

    #[test]
    fn turning_back_by_itself_from_beyond_the_end_has_no_entry() {
        let entry = |before: &str, now: &str| Entry::between(&link(before), &link(now), Some(9));
        assert_eq!(entry("page[number]=9", "page[number]=6"), Entry::Same);
        assert_eq!(entry("page[number]=8", "page[number]=7"), Entry::New);
    }

    /// Next, then Previous before the answer, was taken for the list's own turning back: Back then seemed to do nothing.
    #[test]
    fn a_person_who_turns_back_before_the_answer_gets_an_entry() {
        assert_eq!(Entry::between(&link("page[number]=2"), &link("page[number]=1"), None), Entry::New);
    }
}
