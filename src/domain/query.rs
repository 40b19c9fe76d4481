//! What the list asks for: every parameter of the API's list operation.

mod filter;
mod page;
mod reading;
mod sort;
mod writing;

pub use filter::Filter;
pub use page::Page;
pub use reading::QueryError;
pub use sort::{Sort, SortKey};

use super::id::{AgencyId, AgentId, AgentTeamId, ConnectionId};

/// A list query. API: every parameter is certain.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// `filter[fulltext]`: looked for in agent, agency and team names and user details; empty for no search.
    pub fulltext: String,
    /// The other filters.
    pub filters: Filters,
    /// `sort`.
    pub sort: Sort,
    /// `page[number]` and `page[size]`.
    pub page: Page,
}

/// The filters beside the full text; all that are set must match.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filters {
    /// `filter[id]`: this company's record.
    pub id: Option<ConnectionId>,
    /// `filter[agency_id]`.
    pub agency_id: Option<AgencyId>,
    /// `filter[agent_id]`: the person, across companies.
    pub agent_id: Option<AgentId>,
    /// `filter[agent_team_id]`.
    pub agent_team_id: Option<AgentTeamId>,
    /// `filter[email]`: exact.
    pub email: Option<String>,
    /// `filter[tag]`, or `filter[tag][]` for more than one.
    pub tags: Vec<String>,
}

impl Query {
    /// Finds `text` without the space around it, from the first page on.
    pub fn search(&mut self, text: &str) {
        let text = text.trim();
        if self.fulltext != text {
            text.clone_into(&mut self.fulltext);
            self.page.number = 1;
        }
    }

    /// Whether this is the search of `before` with its text typed further or taken back, and nothing else.
    pub fn continues_search(&self, before: &Self) -> bool {
        let (now, then) = (&self.fulltext, &before.fulltext);
        let is_continued = !now.is_empty() && !then.is_empty() && (now.starts_with(then) || then.starts_with(now));
        is_continued && Self { fulltext: then.clone(), ..self.clone() } == *before
    }

    /// Whether both ask for the same agents in the same order and number, on whatever page.
    pub fn is_same_but_for_the_page(&self, other: &Self) -> bool {
        let page = Page { number: other.page.number, ..self.page };
        Self { page, ..self.clone() } == *other
    }

    /// Filters the result, from the first page on.
    pub fn filter(&mut self, filters: Filters) {
        if self.filters != filters {
            self.filters = filters;
            self.page.number = 1;
        }
    }

    /// Sorts the result, from the first page on.
    pub fn sort_by(&mut self, sort: Sort) {
        if self.sort != sort {
            self.sort = sort;
            self.page.number = 1;
        }
    }

    /// Turns to a page, counted from 1.
    pub fn go_to(&mut self, number: u32) {
        self.page.number = number.max(1);
    }

    /// Shows `size` rows a page, on the page that has the row now first.
    pub fn resize(&mut self, size: u32) {
        self.page = self.page.resized(size);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on_page_four() -> Query {
        Query { page: Page { number: 4, size: 50 }, ..Query::default() }
    }

    #[test]
    fn another_search_sort_or_filter_begins_at_the_first_page() {
        let mut query = on_page_four();
        query.search("ruiz");
        assert_eq!(query.page.number, 1);

        let mut query = on_page_four();
        query.sort_by(Sort { key: SortKey::AgencyName, descending: false });
        assert_eq!(query.page.number, 1);

        let mut query = on_page_four();
        query.filter(Filters { tags: vec!["VIP".into()], ..Filters::default() });
        assert_eq!(query.page.number, 1);
    }

    #[test]
    fn a_search_goes_on_while_its_text_grows_or_shrinks() {
        let search = |text: &str| Query { fulltext: text.into(), ..Query::default() };
        assert!(search("ana").continues_search(&search("an")));
        assert!(search("an").continues_search(&search("ana")));
        for (now, before) in [("ana", ""), ("", "ana"), ("bob", "ana")] {
            assert!(!search(now).continues_search(&search(before)), "{before} to {now}");
        }
        assert!(!search("ana").continues_search(&Query { fulltext: "an".into(), ..on_page_four() }));
    }

    #[test]
    fn a_page_turn_leaves_the_query_the_same_but_another_size_does_not() {
        assert!(on_page_four().is_same_but_for_the_page(&Query::default()));
        let smaller = Query { page: Page { number: 1, size: 25 }, ..Query::default() };
        assert!(!smaller.is_same_but_for_the_page(&Query::default()));
    }

    #[test]
    fn the_first_page_is_the_lowest() {
        let mut query = on_page_four();
        query.go_to(0);
        assert_eq!(query.page.number, 1);
        query.go_to(7);
        assert_eq!(query.page.number, 7);
    }

    #[test]
    fn asking_for_what_is_there_already_stays_on_the_page() {
        let mut query = on_page_four();
        query.search(" ");
        query.sort_by(Sort::default());
        query.filter(Filters::default());
        assert_eq!(query, on_page_four());
    }
}
