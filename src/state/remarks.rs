//! What a person should know about an answer that is not simply what was asked for.

use crate::{
    api::connection::IgnoredFilter,
    locale::{Locale, td_string},
};

/// The page that was asked for, where another one is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InsteadOf {
    /// Its number.
    pub number: u32,
    /// Whether the result ended before it; the page shown is then the last one.
    pub is_beyond_the_end: bool,
}

/// Remarks on the rows on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remarks {
    /// The page that these rows stand in the place of.
    pub instead_of: Option<InsteadOf>,
    /// The filters that the server has ignored.
    pub ignored_filters: Vec<IgnoredFilter>,
}

impl Remarks {
    /// One sentence for each.
    pub fn sentences(&self, locale: Locale) -> Vec<String> {
        let other_page = self.instead_of.map(|InsteadOf { number, is_beyond_the_end }| {
            if is_beyond_the_end {
                td_string!(locale, remarks.beyond_the_end, page = number)
            } else {
                td_string!(locale, remarks.other_page, page = number)
            }
        });
        let ignored = match self.ignored_filters.as_slice() {
            [] => None,
            [filter] => Some(td_string!(locale, remarks.ignored_filter, filter = filter.label(locale))),
            filters => {
                let quoted = |filter: &IgnoredFilter| td_string!(locale, remarks.quoted, filter = filter.label(locale));
                let filters = filters.iter().map(quoted).collect::<Vec<_>>().join(", ");
                Some(td_string!(locale, remarks.ignored_filters, filters = filters))
            }
        };
        other_page.into_iter().chain(ignored).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_remark_is_a_sentence() {
        assert!(Remarks::default().sentences(Locale::en).is_empty());
        let beyond = InsteadOf { number: 9, is_beyond_the_end: true };
        let remarks = Remarks { instead_of: Some(beyond), ignored_filters: vec![IgnoredFilter::Email] };
        let sentences = remarks.sentences(Locale::en);
        assert_eq!(sentences[0], "Page 9 is beyond the end; this is the last page.");
        assert!(sentences[1].contains("the filter “Email”"));
        let other = InsteadOf { number: 2, is_beyond_the_end: false };
        let remarks = Remarks { instead_of: Some(other), ..Remarks::default() };
        assert_eq!(remarks.sentences(Locale::en), ["The server gave this page instead of page 2."]);
    }

    #[test]
    fn more_filters_are_told_in_one_sentence() {
        let remarks =
            Remarks { ignored_filters: vec![IgnoredFilter::Team, IgnoredFilter::Email], ..Remarks::default() };
        assert!(remarks.sentences(Locale::en)[0].contains("the filters “Team ID”, “Email”"));
    }
}
