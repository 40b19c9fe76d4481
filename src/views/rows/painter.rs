//! Draws the rows: a page of agents is the one thing that has to be quick on a slow machine.

use std::{collections::BTreeSet, rc::Rc};

use web_sys::HtmlTableSectionElement;

use super::{
    prototype::Prototype,
    row_view::{Row, RowView},
};
use crate::{
    api::connection::AgentPage,
    components::{attribute, number::NumberFormat},
    domain::agent::Agent,
    locale::Locale,
    state::paint::after_paint,
    views::columns::Column,
};

/// The rows in one table body. They are cloned from one row and patched in place, past the view library: a page turn then
/// costs what has changed.
pub struct RowPainter {
    body: HtmlTableSectionElement,
    numbers: NumberFormat,
    locale: Locale,
    columns: Vec<Column>,
    prototype: Option<Prototype>,
    rows: Vec<Row>,
    page: Option<Rc<AgentPage>>,
    /// The position that is marked as open.
    open: Option<usize>,
    /// The positions whose photos are to be shown yet.
    photos: BTreeSet<usize>,
    /// Whether rows have been shown before.
    has_begun: bool,
}

impl RowPainter {
    /// Will draw in `body`, which is empty and belongs to this alone.
    pub fn new(body: HtmlTableSectionElement, numbers: NumberFormat, locale: Locale) -> Self {
        Self {
            body,
            numbers,
            locale,
            columns: Vec::new(),
            prototype: None,
            rows: Vec::new(),
            page: None,
            open: None,
            photos: BTreeSet::new(),
            has_begun: false,
        }
    }

    /// Shows the agents of `page`, and marks the one at the position `open`. Touches only what differs from what is shown. New
    /// photos are left to [`show_photo`](Self::show_photo): asking for them takes as long as all the rest.
    pub fn paint(&mut self, page: Option<Rc<AgentPage>>, columns: Vec<Column>, open: Option<usize>) {
        if self.prototype.is_none() || self.columns != columns {
            self.restart(columns);
        }
        if !agents(&page).is_empty() {
            self.begin();
        }
        self.show(page);
        self.mark(open);
        self.keep_tab_stop();
    }

    /// Shows one more photo; `None` where all are shown.
    pub fn show_photo(&mut self) -> Option<()> {
        let position = self.photos.pop_first()?;
        if let (Some(prototype), Some(row), Some(agent)) =
            (&self.prototype, self.rows.get(position), agents(&self.page).get(position))
        {
            row.show_photo(prototype, agent);
        }
        Some(())
    }

    fn restart(&mut self, columns: Vec<Column>) {
        self.rows.clear();
        self.photos.clear();
        (self.page, self.open) = (None, None);
        self.body.set_text_content(None);
        self.prototype = Prototype::new(&columns, self.locale);
        self.columns = columns;
    }

    fn show(&mut self, page: Option<Rc<AgentPage>>) {
        let Some(prototype) = &self.prototype else { return };
        let is_shown = |(shown, page)| Rc::ptr_eq(shown, page);
        if self.page.as_ref().zip(page.as_ref()).is_some_and(is_shown) {
            return;
        }
        let shown = std::mem::replace(&mut self.page, page);
        let (shown, agents) = (agents(&shown), agents(&self.page));
        for row in self.rows.drain(agents.len().min(self.rows.len())..) {
            row.element().remove();
        }
        for (position, ((row, agent), before)) in self.rows.iter().zip(agents).zip(shown).enumerate() {
            if let Some(view) = row.view(&self.columns)
                && view.patch(prototype, &self.columns, agent, before, self.numbers)
            {
                self.photos.insert(position);
            }
        }
        let added = agents.get(self.rows.len()..).unwrap_or_default();
        if added.is_empty() {
            return;
        }
        // Written on one row that is cloned after each agent: the nodes of one are looked up instead of all.
        let Some(pattern) = RowView::pattern(prototype, &self.columns) else { return };
        let nobody = Agent::default();
        let mut before = &nobody;
        for agent in added {
            pattern.model(prototype, &self.columns, agent, before, self.numbers);
            before = agent;
            let Some(row) = Row::like(&pattern) else { return };
            // A new row can always be added.
            let _ = self.body.append_child(row.element());
            self.photos.insert(self.rows.len());
            self.rows.push(row);
        }
    }

    /// Has the style sheet put off the first rows that are below the screen until those on it are painted.
    fn begin(&mut self) {
        if !std::mem::replace(&mut self.has_begun, true) {
            let body = self.body.clone();
            attribute::set(&body, "data-begins", "");
            after_paint(move || attribute::remove(&body, "data-begins"));
        }
    }

    fn mark(&mut self, open: Option<usize>) {
        if self.open != open {
            let row = |position: Option<usize>| self.rows.get(position?).map(Row::element);
            if let Some(row) = row(self.open) {
                attribute::remove(row, "aria-current");
            }
            if let Some(row) = row(open) {
                attribute::set(row, "aria-current", "true");
            }
            self.open = open;
        }
    }

    /// One row can always be reached by Tab.
    fn keep_tab_stop(&self) {
        if let (Ok(None), Some(first)) = (self.body.query_selector("tr[tabindex='0']"), self.rows.first()) {
            attribute::set(first.element(), "tabindex", "0");
        }
    }
}

fn agents(page: &Option<Rc<AgentPage>>) -> &[Agent] {
    page.as_ref().map_or(&[], |page| &page.agents)
}
