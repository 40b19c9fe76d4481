//! Pages that have been loaded, so that what was seen before is on the screen at once.

use std::{collections::VecDeque, rc::Rc};

use crate::{api::connection::AgentPage, domain::query::Query};

/// How many pages are kept: those used last.
const MOST_PAGES: usize = 24;

/// How long a page that was loaded ahead of time needs no refreshing when it is first shown, in milliseconds.
const FRESH_FOR: f64 = 30_000.0;

/// A page from memory.
#[derive(Clone, Debug, PartialEq)]
pub struct HeldPage {
    /// What the server answered.
    pub page: Rc<AgentPage>,
    /// Whether it may have changed since and should be asked for again.
    pub is_stale: bool,
}

/// Pages by their queries, the one used last in front. Times are in milliseconds since 1970.
#[derive(Debug, Default)]
pub struct PageCache(VecDeque<Entry>);

#[derive(Debug)]
struct Entry {
    query: Query,
    page: Rc<AgentPage>,
    /// When the page was loaded, if nobody has seen it yet.
    ahead_since: Option<f64>,
}

impl PageCache {
    /// Keeps a page that is being shown. Gives the one it replaces.
    pub fn keep(&mut self, query: &Query, page: Rc<AgentPage>) -> Option<Rc<AgentPage>> {
        self.put(query, page, None)
    }

    /// Keeps a page that was loaded ahead of time.
    pub fn keep_ahead(&mut self, query: &Query, page: Rc<AgentPage>, now: f64) {
        self.put(query, page, Some(now));
    }

    /// The page for `query`, to be shown now.
    pub fn show(&mut self, query: &Query, now: f64) -> Option<HeldPage> {
        let mut entry = self.take(query)?;
        let is_stale = entry.ahead_since.take().is_none_or(|since| now - since > FRESH_FOR);
        let page = entry.page.clone();
        self.0.push_front(entry);
        Some(HeldPage { page, is_stale })
    }

    /// Whether there is a page for `query`.
    pub fn holds(&self, query: &Query) -> bool {
        self.0.iter().any(|entry| entry.query == *query)
    }

    /// Forgets the pages after the one for `query`, which has turned out to be the last.
    pub fn forget_after(&mut self, query: &Query) {
        let is_after = |other: &Query| other.is_same_but_for_the_page(query) && other.page.number > query.page.number;
        self.0.retain(|entry| !is_after(&entry.query));
    }

    /// Forgets everything.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    fn put(&mut self, query: &Query, page: Rc<AgentPage>, ahead_since: Option<f64>) -> Option<Rc<AgentPage>> {
        let before = self.take(query);
        self.0.push_front(Entry { query: query.clone(), page, ahead_since });
        self.0.truncate(MOST_PAGES);
        before.map(|entry| entry.page)
    }

    fn take(&mut self, query: &Query) -> Option<Entry> {
        let position = self.0.iter().position(|entry| entry.query == *query)?;
        self.0.remove(position)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{agent::Agent, id::ConnectionId, pagination::Pagination, query::Page};

    fn query(number: usize) -> Query {
        Query { page: Page { number: u32::try_from(number).unwrap(), size: 50 }, ..Query::default() }
    }

    fn page(id: &str) -> Rc<AgentPage> {
        let shown = Page::default();
        let pagination =
            Pagination { page: shown, rows: 1, total: None, last_page: None, has_next: false, is_told: false };
        Rc::new(AgentPage { agents: vec![Agent::new(ConnectionId::new(id))], pagination })
    }

    #[test]
    fn a_page_is_found_by_an_equal_query_only() {
        let mut cache = PageCache::default();
        cache.keep(&query(1), page("a"));
        assert_eq!(cache.show(&query(1), 0.0), Some(HeldPage { page: page("a"), is_stale: true }));
        assert!(cache.holds(&query(1)) && !cache.holds(&query(2)));
        assert_eq!(cache.show(&Query { fulltext: "x".into(), ..query(1) }, 0.0), None);
    }

    #[test]
    fn a_newer_page_replaces_the_one_before() {
        let mut cache = PageCache::default();
        assert_eq!(cache.keep(&query(1), page("a")), None);
        assert_eq!(cache.keep(&query(1), page("b")), Some(page("a")));
        assert_eq!(cache.show(&query(1), 0.0).unwrap().page, page("b"));
    }

    #[test]
    fn the_pages_used_last_are_kept() {
        let mut cache = PageCache::default();
        for number in 1..=MOST_PAGES {
            cache.keep(&query(number), page("a"));
        }
        cache.show(&query(1), 0.0);
        cache.keep(&query(MOST_PAGES + 1), page("a"));
        assert!(cache.holds(&query(1)) && !cache.holds(&query(2)) && cache.holds(&query(3)));
    }

    #[test]
    fn a_page_loaded_ahead_is_fresh_once_and_not_for_long() {
        let mut cache = PageCache::default();
        cache.keep_ahead(&query(2), page("a"), 0.0);
        assert!(!cache.show(&query(2), FRESH_FOR).unwrap().is_stale);
        assert!(cache.show(&query(2), FRESH_FOR).unwrap().is_stale);
        cache.keep_ahead(&query(2), page("a"), 0.0);
        assert!(cache.show(&query(2), FRESH_FOR + 1.0).unwrap().is_stale);
    }

    #[test]
    fn what_is_forgotten_is_gone() {
        let mut cache = PageCache::default();
        cache.keep(&query(1), page("a"));
        cache.keep(&query(2), page("a"));
        let other = Query { fulltext: "x".into(), ..query(2) };
        cache.keep(&other, page("a"));
        cache.forget_after(&query(1));
        assert!(cache.holds(&query(1)) && !cache.holds(&query(2)) && cache.holds(&other));
        cache.clear();
        assert!(!cache.holds(&query(1)));
    }
}
