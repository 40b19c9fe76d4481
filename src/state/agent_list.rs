//! The list: what is asked for, what is shown, and what a person can do with it.

use std::rc::{Rc, Weak};

use leptos::{prelude::*, task::spawn_local};

use super::rows::Rows;
use crate::{
    api::{client::Client, connection::AgentPage, error::Error, transport::Cancellation},
    domain::{
        pagination::Pagination,
        query::{Filters, Query, Sort},
    },
};

/// How far the newest request has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Progress {
    /// The answer is awaited; rows of the previous answer stay on the screen.
    Loading,
    /// The rows on the screen answer the query.
    Loaded,
    /// There was no usable answer; rows of the previous answer stay on the screen.
    Failed(Error),
}

/// The list of one element. A new query aborts the request of the one before, and a late answer is never shown.
#[derive(Clone, Copy)]
pub struct AgentList {
    client: StoredValue<Client, LocalStorage>,
    pending: StoredValue<Option<Rc<Cancellation>>, LocalStorage>,
    query: RwSignal<Query>,
    rows: Rows,
    pagination: RwSignal<Option<Pagination>>,
    progress: RwSignal<Progress>,
}

impl AgentList {
    /// A list that asks `client` for `query` at once.
    pub fn new(client: Client, query: Query) -> Self {
        let list = Self {
            client: StoredValue::new_local(client),
            pending: StoredValue::new_local(None),
            query: RwSignal::new(query),
            rows: Rows::new(),
            pagination: RwSignal::new(None),
            progress: RwSignal::new(Progress::Loading),
        };
        list.load();
        list
    }

    /// What is asked for.
    pub fn query(&self) -> ReadSignal<Query> {
        self.query.read_only()
    }

    /// The rows on the screen.
    pub fn rows(&self) -> Rows {
        self.rows
    }

    /// Where the rows stand in the whole result; `None` before the first answer.
    pub fn pagination(&self) -> ReadSignal<Option<Pagination>> {
        self.pagination.read_only()
    }

    /// How far the newest request has come.
    pub fn progress(&self) -> ReadSignal<Progress> {
        self.progress.read_only()
    }

    /// Finds the agents that match `text`. Asking again for the text that is already there changes nothing.
    pub fn search(&self, text: &str) {
        self.change(|query| query.search(text.trim()));
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

    /// Asks for the same again.
    pub fn reload(&self) {
        self.load();
    }

    fn change(&self, change: impl FnOnce(&mut Query)) {
        let mut query = self.query.get_untracked();
        change(&mut query);
        if self.query.with_untracked(|now| *now != query) {
            self.query.set(query);
            self.load();
        }
    }

    fn load(&self) {
        let list = *self;
        self.progress.set(Progress::Loading);
        let cancellation = match Cancellation::new() {
            Ok(cancellation) => Rc::new(cancellation),
            Err(error) => return self.progress.set(Progress::Failed(error)),
        };
        let wanted = Rc::downgrade(&cancellation);
        let (client, query) = (self.client.get_value(), self.query.get_untracked());
        let controller = cancellation.controller();
        self.pending.set_value(Some(cancellation));
        spawn_local(async move {
            let answer = client.list(&query, controller).await;
            list.receive(answer, &wanted);
        });
    }

    /// Shows an answer, unless a newer request or the end of the element has made it worthless.
    fn receive(&self, answer: Result<AgentPage, Error>, wanted: &Weak<Cancellation>) {
        if wanted.strong_count() == 0 {
            return;
        }
        match answer {
            Ok(page) => {
                self.rows.show(page.agents);
                self.pagination.set(Some(page.pagination));
                self.progress.set(Progress::Loaded);
            }
            Err(error) => self.progress.set(Progress::Failed(error)),
        }
    }
}
