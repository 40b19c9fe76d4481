//! What a person should know about an answer that is not simply what was asked for.

/// Remarks on the rows on the screen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Remarks {
    /// The page that was asked for, where the result ended before it and its last page is shown instead.
    pub beyond_the_end: Option<u32>,
    /// The fields whose filters the server has ignored.
    pub ignored_filters: Vec<&'static str>,
}

impl Remarks {
    /// One sentence for each.
    pub fn sentences(&self) -> Vec<String> {
        let beyond =
            self.beyond_the_end.map(|number| format!("Page {number} is beyond the end; this is the last page."));
        let ignored = match self.ignored_filters.as_slice() {
            [] => None,
            [name] => Some(format!("The server ignored the filter “{name}”: some of these agents don’t match it.")),
            names => Some(format!(
                "The server ignored the filters “{}”: some of these agents don’t match them.",
                names.join("”, “")
            )),
        };
        beyond.into_iter().chain(ignored).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_remark_is_a_sentence() {
        assert!(Remarks::default().sentences().is_empty());
        let remarks = Remarks { beyond_the_end: Some(9), ignored_filters: vec!["Email"] };
        let sentences = remarks.sentences();
        assert_eq!(sentences[0], "Page 9 is beyond the end; this is the last page.");
        assert!(sentences[1].contains("the filter “Email”"));
    }

    #[test]
    fn more_filters_are_told_in_one_sentence() {
        let remarks = Remarks { ignored_filters: vec!["Team ID", "Email"], ..Remarks::default() };
        assert!(remarks.sentences()[0].contains("the filters “Team ID”, “Email”"));
    }
}
