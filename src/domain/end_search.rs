//! Finding the last page when the one asked for is not there.

use super::pagination::Pagination;

/// A search between a page that is known to have rows and one that is known to have none. A server that tells the last page
/// is believed; otherwise each step halves what is between the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EndSearch {
    /// The page that was asked for.
    asked: u32,
    /// The highest page known to have rows; 0 before one is found.
    full: u32,
    /// The lowest page known to have none.
    empty: u32,
}

/// What a page that was looked at leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finding {
    /// Another page has to be looked at.
    LookAt(u32),
    /// It is the last page.
    Last,
    /// The server says that the page asked for is there, so the result did not end before it: something went wrong with it.
    NoEnd,
}

impl EndSearch {
    /// A search that begins with the empty page `asked`.
    pub fn new(asked: u32) -> Self {
        Self { asked, full: 0, empty: asked }
    }

    /// The page that was asked for at first.
    pub fn asked(&self) -> u32 {
        self.asked
    }

    /// What follows from the page `shown`.
    pub fn next(&mut self, shown: &Pagination) -> Finding {
        if shown.is_said_to_reach(self.asked) {
            return Finding::NoEnd;
        }
        let number = shown.page.number;
        if shown.is_beyond_the_end() {
            self.empty = self.empty.min(number);
            if let Some(last) = shown.last_page.filter(|last| (1..self.empty).contains(last) && *last > self.full) {
                return Finding::LookAt(last);
            }
        } else {
            self.full = self.full.max(number);
            if !shown.has_next || number.saturating_add(1) >= self.empty {
                return Finding::Last;
            }
        }
        Finding::LookAt((self.full + (self.empty - self.full) / 2).max(1))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::query::Page;

    /// The pages looked at, for a result of `pages` full pages, where `tells` gives what a server says of the last page.
    fn look(asked: u32, pages: u32, tells: Option<u32>) -> Vec<u32> {
        let mut search = EndSearch::new(asked);
        let (mut number, mut seen) = (asked, Vec::new());
        loop {
            let rows = if number <= pages { 10 } else { 0 };
            let page = Page { number, size: 10 };
            let shown = Pagination { page, rows, total: None, last_page: tells, has_next: rows > 0, is_told: false };
            match search.next(&shown) {
                Finding::LookAt(next) => number = next,
                Finding::Last => return seen,
                Finding::NoEnd => panic!("the server says nothing of the page {asked}"),
            }
            seen.push(number);
        }
    }

    #[test]
    fn a_server_that_tells_the_last_page_is_asked_for_it_at_once() {
        assert_eq!(look(9, 3, Some(3)).first(), Some(&3));
    }

    #[test]
    fn without_a_total_the_end_is_found_by_halves() {
        assert_eq!(look(9, 3, None), [4, 2, 3]);
        assert_eq!(look(2, 1, None), [1]);
    }

    #[test]
    fn an_empty_result_ends_at_the_first_page() {
        assert_eq!(look(9, 0, None), [4, 2, 1]);
    }

    #[test]
    fn a_server_that_tells_a_page_that_is_empty_too_is_not_believed_twice() {
        assert_eq!(look(9, 3, Some(7)), [7, 3, 5, 4, 3]);
    }

    /// One empty answer, or one “not found”, cut the list off at the page before, against what the server said.
    #[test]
    fn a_page_that_the_server_says_is_there_is_no_end() {
        let page = |number, rows, last_page, has_next| Pagination {
            page: Page { number, size: 10 },
            rows,
            total: None,
            last_page,
            has_next,
            is_told: true,
        };
        let next = |asked, shown| EndSearch::new(asked).next(&shown);
        assert_eq!(next(2, page(2, 0, Some(6), false)), Finding::NoEnd, "the empty page itself says so");
        assert_eq!(next(2, page(1, 10, Some(6), true)), Finding::NoEnd, "the page before counts the pages");
        assert_eq!(next(2, page(1, 10, None, true)), Finding::NoEnd, "the page before links to it");
        assert_eq!(next(2, page(1, 10, Some(1), false)), Finding::Last);
        assert_eq!(next(9, page(2, 10, None, true)), Finding::LookAt(5), "a link tells of one page only");
    }

    proptest! {
        #[test]
        fn the_last_page_is_found_in_few_steps(asked in 2u32.., pages: u32, tells: Option<u32>) {
            prop_assume!(pages < asked && tells.is_none_or(|last| last < asked));
            let seen = look(asked, pages, tells);
            prop_assert_eq!(seen.last(), Some(&pages.max(1)));
            prop_assert!(seen.len() <= 70);
        }
    }
}
