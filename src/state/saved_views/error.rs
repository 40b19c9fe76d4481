//! Why a view can't be saved, in words for people.

use std::fmt;

use crate::state::storage::StorageError;

/// What stands in the way. Displays as a sentence for people; whatever it is, the views are as they were.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavedViewsError {
    /// The browser's storage.
    Storage(StorageError),
    /// They were written by a version of the element that this one doesn't know.
    Newer,
    /// The view has no name.
    NoName,
    /// Another view has the name.
    NameTaken(String),
    /// The view is not there any more.
    Gone,
    /// The text is no link to a view.
    NoLink,
}

impl fmt::Display for SavedViewsError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Storage(error) => write!(formatter, "Nothing was changed. {error}"),
            Self::Newer => formatter.write_str(
                "Nothing was changed. The saved views were made by a newer version of this page; reload it to use them.",
            ),
            Self::NoName => formatter.write_str("Give the view a name."),
            Self::NameTaken(name) => write!(formatter, "There is a view called “{name}” already. Choose another name."),
            Self::Gone => formatter.write_str("That view has been deleted or renamed, perhaps in another tab."),
            Self::NoLink => formatter
                .write_str("This is no link to a saved view. Paste the whole text that Copy link has put on the clipboard."),
        }
    }
}

impl From<StorageError> for SavedViewsError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}
