//! Why a view can't be saved, in words for people.

use crate::{
    locale::{Locale, td_string},
    state::storage::StorageError,
};

/// What stands in the way. Whatever it is, the views are as they were.
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

impl SavedViewsError {
    /// A sentence for people.
    pub fn sentence(&self, locale: Locale) -> String {
        match self {
            Self::Storage(error) => td_string!(locale, views.storage, error = error.sentence(locale)),
            Self::Newer => td_string!(locale, views.newer).into(),
            Self::NoName => td_string!(locale, views.no_name).into(),
            Self::NameTaken(name) => td_string!(locale, views.name_taken, name = name.as_str()),
            Self::Gone => td_string!(locale, views.gone).into(),
            Self::NoLink => td_string!(locale, views.no_link).into(),
        }
    }
}

impl From<StorageError> for SavedViewsError {
    fn from(error: StorageError) -> Self {
        Self::Storage(error)
    }
}
