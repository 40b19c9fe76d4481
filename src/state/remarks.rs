//! What a person should know about an answer that is not simply what was asked for.

use crate::{
    api::connection::IgnoredFilter,
    locale::{Locale, td_string},
};

/// Remarks on the rows on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remarks {
    /// The page that was asked for, where the result ended before it and its last page is shown instead.
    pub beyond_the_end: Option<u32>,
    /// The filters that the server has ignored.
    pub ignored_filters: Vec<IgnoredFilter>,
}

impl Remarks {
    /// One sentence for each.
    pub fn sentences(&self, locale: Locale) -> Vec<String> {
        let beyond = self.beyond_the_end.map(|number| td_string!(locale, remarks.beyond_the_end, page = number));
        let ignored = match self.ignored_filters.as_slice() {
            [] => None,
            [filter] => Some(td_string!(locale, remarks.ignored_filter, filter = filter.label(locale))),
            filters => {
                let quoted = |filter: &IgnoredFilter| td_string!(locale, remarks.quoted, filter = filter.label(locale));
                let filters = filters.iter().map(quoted).collect::<Vec<_>>().join(", ");
                Some(td_string!(locale, remarks.ignored_filters, filters = filters))
            }
        };
        beyond.into_iter().chain(ignored).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_remark_is_a_sentence() {
        assert!(Remarks::default().sentences(Locale::en).is_empty());
        let remarks = Remarks { beyond_the_end: Some(9), ignored_filters: vec![IgnoredFilter::Email] };
        let sentences = remarks.sentences(Locale::en);
        assert_eq!(sentences[0], "Page 9 is beyond the end; this is the last page.");
        assert!(sentences[1].contains("the filter “Email”"));
    }

    #[test]
    fn more_filters_are_told_in_one_sentence() {
        let remarks =
            Remarks { ignored_filters: vec![IgnoredFilter::Team, IgnoredFilter::Email], ..Remarks::default() };
        assert!(remarks.sentences(Locale::en)[0].contains("the filters “Team ID”, “Email”"));
    }
}
