//! Where the rows on the screen stand in the whole result.

use super::query::Page;

/// What is known of a result's pages. A server need not say how many there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pagination {
    /// The page shown.
    pub page: Page,
    /// How many rows it has.
    pub rows: u32,
    /// How many rows there are in all, if the server says.
    pub total: Option<u64>,
    /// The last page's number, if it is known.
    pub last_page: Option<u32>,
    /// Whether a page follows.
    pub has_next: bool,
    /// Whether the server says so; otherwise it is only concluded from how full the page is.
    pub is_told: bool,
}

impl Pagination {
    /// The number of the first row shown, counted from 1 over the whole result; `None` on an empty page.
    pub fn first_row(&self) -> Option<u64> {
        (self.rows > 0).then(|| u64::from(self.page.number.saturating_sub(1)) * u64::from(self.page.size) + 1)
    }

    /// The number of the last row shown; `None` on an empty page.
    pub fn last_row(&self) -> Option<u64> {
        self.first_row().map(|first| first + u64::from(self.rows) - 1)
    }

    /// Whether a page goes before.
    pub fn has_previous(&self) -> bool {
        self.page.number > 1
    }

    /// Whether a page is known to follow `page`, which need not be the one shown: of any other, the last page's number tells.
    pub fn is_followed(&self, page: Page) -> bool {
        if self.page == page {
            return self.has_next;
        }
        self.page.size == page.size && self.last_page.is_some_and(|last| page.number < last)
    }

    /// Whether the server says that the result reaches the page `number`. What an empty page says of the page after it does
    /// not count: some servers link from every page to the next.
    pub fn is_said_to_reach(&self, number: u32) -> bool {
        let is_counted = self.last_page.is_some_and(|last| number <= last);
        if self.rows == 0 {
            return is_counted;
        }
        let is_linked = self.is_told && number <= self.page.number.saturating_add(1);
        self.has_next && (is_counted || is_linked)
    }

    /// Whether the result ended before this page: it is empty, yet not the first.
    pub fn is_beyond_the_end(&self) -> bool {
        self.rows == 0 && self.has_previous()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(number: u32, rows: u32) -> Pagination {
        Pagination {
            page: Page { number, size: 50 },
            rows,
            total: None,
            last_page: None,
            has_next: false,
            is_told: false,
        }
    }

    #[test]
    fn rows_are_counted_over_the_whole_result() {
        assert_eq!((shown(1, 50).first_row(), shown(1, 50).last_row()), (Some(1), Some(50)));
        assert_eq!((shown(3, 7).first_row(), shown(3, 7).last_row()), (Some(101), Some(107)));
        assert_eq!((shown(1, 0).first_row(), shown(1, 0).last_row()), (None, None));
    }

    #[test]
    fn every_page_but_the_first_has_one_before_it() {
        assert!(!shown(1, 50).has_previous());
        assert!(shown(2, 0).has_previous());
    }

    /// A second press on Next, before the first was answered, led from the last page but one to a page beyond the end.
    #[test]
    fn a_page_that_is_not_shown_is_followed_if_the_last_one_is_known_to_come_later() {
        let page = |number| Page { number, size: 50 };
        let fifth = Pagination { has_next: true, last_page: Some(6), ..shown(5, 50) };
        assert_eq!([4, 5, 6, 7].map(|number| fifth.is_followed(page(number))), [true, true, false, false]);
        assert!(!fifth.is_followed(Page { number: 3, size: 100 }), "pages of another size are not counted");
        let of_unknown_length = Pagination { last_page: None, ..fifth };
        assert_eq!([4, 5, 6].map(|number| of_unknown_length.is_followed(page(number))), [false, true, false]);
        let ends = Pagination { has_next: false, last_page: Some(9), ..shown(5, 50) };
        assert!(!ends.is_followed(page(5)), "what is said of the page itself counts");
    }

    #[test]
    fn a_result_reaches_as_far_as_the_server_says() {
        let reaches = |shown: Pagination| [4, 5, 7].map(|number| shown.is_said_to_reach(number));
        let full = Pagination { has_next: true, ..shown(3, 50) };
        assert_eq!(reaches(full.clone()), [false, false, false], "a full page is only a sign");
        assert_eq!(reaches(Pagination { is_told: true, ..full.clone() }), [true, false, false]);
        let counted = Pagination { last_page: Some(6), is_told: true, ..full };
        assert_eq!(reaches(counted.clone()), [true, true, false]);
        assert_eq!(reaches(Pagination { has_next: false, ..counted.clone() }), [false, false, false]);
        assert_eq!(reaches(Pagination { rows: 0, has_next: false, ..counted }), [true, true, false]);
        let linked = Pagination { has_next: true, is_told: true, ..shown(3, 0) };
        assert_eq!(reaches(linked), [false, false, false], "an empty page that links to the next");
    }

    #[test]
    fn an_empty_page_is_beyond_the_end_unless_it_is_the_first() {
        assert!(shown(9, 0).is_beyond_the_end());
        assert!(!shown(1, 0).is_beyond_the_end());
    }
}
