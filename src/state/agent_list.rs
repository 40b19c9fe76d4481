//! The list: what is asked for, what is shown, and what a person can do with it.

mod ahead;
mod loading;
mod requests;
mod retry;
mod turning;

use leptos::prelude::*;

use self::{requests::Requests, retry::Retry};
use super::{
    idle::IdleWork, page_cache::PageCache, progress::Progress, remarks::Remarks, rows::Rows, state_signal::StateSignal,
};
use crate::{
    api::client::Client,
    domain::{
        pagination::Pagination,
        query::{Filters, Query, Sort},
    },
};

/// The list of one element. A new query aborts the request of the one before, and a late answer is never shown. A page
/// that was seen before is shown from memory at once and then made sure of.
#[derive(Clone, Copy)]
pub struct AgentList {
    client: StoredValue<Client, LocalStorage>,
    requests: StoredValue<Requests, LocalStorage>,
    retry: StoredValue<Option<Retry>, LocalStorage>,
    pages: StoredValue<PageCache, LocalStorage>,
    idle: StoredValue<Option<IdleWork>, LocalStorage>,
    query: StateSignal<Query>,
    rows: Rows,
    answered: StateSignal<Option<Query>>,
    pagination: StateSignal<Option<Pagination>>,
    remarks: StateSignal<Remarks>,
    progress: StateSignal<Progress>,
}

impl AgentList {
    /// A list that asks `client` for `query` at once.
    pub fn new(client: Client, query: Query) -> Self {
        let list = Self {
            client: StoredValue::new_local(client),
            requests: StoredValue::new_local(Requests::default()),
            retry: StoredValue::new_local(None),
            pages: StoredValue::new_local(PageCache::default()),
            idle: StoredValue::new_local(None),
            query: StateSignal::new(query),
            rows: Rows::new(),
            answered: StateSignal::new(None),
            pagination: StateSignal::new(None),
            remarks: StateSignal::new(Remarks::default()),
            progress: StateSignal::new(Progress::Loading),
        };
        list.load();
        list
    }

    /// What its requests go through.
    pub(super) fn client(&self) -> Client {
        self.client.get_value()
    }

    /// What is asked for.
    pub fn query(&self) -> ReadSignal<Query> {
        self.query.read_only()
    }

    /// The rows on the screen.
    pub fn rows(&self) -> Rows {
        self.rows
    }

    /// The query that the rows on the screen answer; `None` before the first answer.
    pub fn answered(&self) -> ReadSignal<Option<Query>> {
        self.answered.read_only()
    }

    /// Where the rows stand in the whole result; `None` before the first answer.
    pub fn pagination(&self) -> ReadSignal<Option<Pagination>> {
        self.pagination.read_only()
    }

    /// What there is to say of the rows on the screen.
    pub fn remarks(&self) -> ReadSignal<Remarks> {
        self.remarks.read_only()
    }

    /// How far the newest request has come.
    pub fn progress(&self) -> ReadSignal<Progress> {
        self.progress.read_only()
    }

    /// Finds the agents that match `text`. Asking again for the text that is already there changes nothing, unless that has
    /// failed.
    pub fn search(&self, text: &str) {
        self.change(|query| query.search(text));
    }

    /// Shows only the agents that match all of `filters`.
    pub fn filter(&self, filters: Filters) {
        self.change(|query| query.filter(filters));
    }

    /// Sorts the list.
    pub fn sort_by(&self, sort: Sort) {
        self.change(|query| query.sort_by(sort));
    }

    /// Turns to the page `number`, counted from 1.
    pub fn go_to(&self, number: u32) {
        self.change(|query| query.go_to(number));
    }

    /// Shows `size` rows a page, keeping the first row in view.
    pub fn resize(&self, size: u32) {
        self.change(|query| query.resize(size));
    }

    /// Asks for another query as a whole, as a link or a saved view brings it.
    pub fn show(&self, query: Query) {
        self.change(|now| *now = query);
    }

    /// Asks for the same again, whatever is in memory.
    pub fn reload(&self) {
        self.load_anew();
    }

    /// Forgets the pages in memory: after a write they may be wrong. The rows on the screen stay.
    pub fn forget_pages(&self) {
        self.pages.update_value(PageCache::clear);
        self.forget_ahead();
    }

    fn change(&self, change: impl FnOnce(&mut Query)) {
        let mut query = self.query.get_untracked();
        change(&mut query);
        if self.query.with_untracked(|now| *now != query) {
            self.query.set(query);
            self.load();
        } else if self.progress.with_untracked(|progress| matches!(progress, Progress::Failed(_))) {
            self.load_anew();
        }
    }
}
