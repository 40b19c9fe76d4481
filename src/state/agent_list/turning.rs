//! The pages that can be turned to. They are counted from the page that is asked for, which may not be on the screen yet.

use leptos::prelude::*;

use super::AgentList;
use crate::domain::pagination::Pagination;

impl AgentList {
    /// The number of the page before; tracked. `None` on the first.
    pub fn page_before(&self) -> Option<u32> {
        self.query.with(|query| query.page.number.checked_sub(1).filter(|number| *number > 0))
    }

    /// The number of the page after, if one is known to follow; tracked.
    pub fn page_after(&self) -> Option<u32> {
        let page = self.query.with(|query| query.page);
        let follows = self.known(|shown| shown.is_followed(page).then_some(()));
        follows.and_then(|()| page.number.checked_add(1))
    }

    /// The number of the last page, if that is known; tracked.
    pub fn last_page(&self) -> Option<u32> {
        self.known(|shown| shown.last_page)
    }

    /// The number of the last page, if that is known and lies after; tracked.
    pub fn last_page_after(&self) -> Option<u32> {
        self.page_after()?;
        self.last_page()
    }

    /// What the answer on the screen tells of the result that is asked for; tracked. While the rows are those of another
    /// query, it tells nothing: its pages are not the ones to be turned to.
    pub fn known<T>(&self, read: impl FnOnce(&Pagination) -> Option<T>) -> Option<T> {
        let is_answered = self.answered.with(|answered| {
            let answered = answered.as_ref();
            answered.is_some_and(|answered| self.query.with(|query| answered.is_same_but_for_the_page(query)))
        });
        self.pagination.with(|shown| shown.as_ref().filter(|_| is_answered).and_then(read))
    }
}
