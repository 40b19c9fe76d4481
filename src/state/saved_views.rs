//! The views that a person has saved in this browser.

mod error;
mod format;

use leptos::prelude::*;

use super::{
    state_signal::StateSignal,
    storage::{self, StorageError},
};
use crate::domain::{query::Query, saved_view::SavedView};

pub use error::SavedViewsError;

/// The name they are kept under.
const KEY: &str = "saved-views";

/// All saved views, in the order in which they were saved. They are the same for all elements of an origin.
#[derive(Clone, Copy, Debug)]
pub struct SavedViews(StateSignal<Vec<SavedView>>);

impl SavedViews {
    /// Reads the views, and reads them again when another tab changes them.
    pub fn new() -> Self {
        let views = Self(StateSignal::new(Vec::new()));
        views.refresh();
        storage::on_change(KEY, move || views.refresh());
        views
    }

    /// The views.
    pub fn get(&self) -> ReadSignal<Vec<SavedView>> {
        self.0.read_only()
    }

    /// Reads the views again: another element of the page may have changed them, of which no browser tells.
    pub fn refresh(&self) {
        // Whoever has saved nothing need not hear that nothing can be; whoever saves does.
        if let Ok(views) = read() {
            self.0.try_update(|now| *now = views);
        }
    }

    /// Saves `query` under `name`; not over a view of that name.
    pub fn save(&self, name: &str, query: Query) -> Result<(), SavedViewsError> {
        self.add(SavedView::new(name, query).ok_or(SavedViewsError::NoName)?)
    }

    /// Saves a view; not over another of that name.
    pub fn add(&self, view: SavedView) -> Result<(), SavedViewsError> {
        self.change(|views| {
            free(views, &view.name)?;
            views.push(view);
            Ok(())
        })
    }

    /// Lets the view `name` show `query`.
    pub fn replace(&self, name: &str, query: Query) -> Result<(), SavedViewsError> {
        self.change(|views| {
            let replacement = SavedView::new(name, query).ok_or(SavedViewsError::NoName)?;
            let view = views.iter_mut().find(|view| view.is_called(name)).ok_or(SavedViewsError::Gone)?;
            view.query = replacement.query;
            Ok(())
        })
    }

    /// Gives the view `name` another name.
    pub fn rename(&self, name: &str, new_name: &str) -> Result<(), SavedViewsError> {
        self.change(|views| {
            let index = views.iter().position(|view| view.name == name).ok_or(SavedViewsError::Gone)?;
            let mut renamed = SavedView::new(new_name, Query::default()).ok_or(SavedViewsError::NoName)?;
            let mut view = views.remove(index);
            free(views, &renamed.name)?;
            std::mem::swap(&mut view.name, &mut renamed.name);
            views.insert(index, view);
            Ok(())
        })
    }

    /// Deletes the view `name`, and gives it back should the person think again.
    pub fn delete(&self, name: &str) -> Result<SavedView, SavedViewsError> {
        self.change(|views| {
            let index = views.iter().position(|view| view.name == name).ok_or(SavedViewsError::Gone)?;
            Ok(views.remove(index))
        })
    }

    /// Saves the view of a link, and tells its name. A view that is there already is left as it is; another one of the
    /// same name stays beside it.
    pub fn import(&self, link: &str) -> Result<String, SavedViewsError> {
        let mut view = SavedView::from_link(link).ok_or(SavedViewsError::NoLink)?;
        self.change(|views| {
            if !views.contains(&view) {
                view.name = free_name(views, &view.name);
                views.push(view.clone());
            }
            Ok(view.name)
        })
    }

    /// Changes what is kept now, which may be more than what is shown; shows it only if it could be kept.
    fn change<T>(
        &self,
        change: impl FnOnce(&mut Vec<SavedView>) -> Result<T, SavedViewsError>,
    ) -> Result<T, SavedViewsError> {
        let mut views = match read() {
            // Nobody can get back what is unreadable: new views take its place.
            Err(SavedViewsError::Storage(StorageError::Unreadable)) => Vec::new(),
            views => views?,
        };
        let outcome = change(&mut views)?;
        storage::write(KEY, &format::write(&views))?;
        self.0.set(views);
        Ok(outcome)
    }
}

impl Default for SavedViews {
    fn default() -> Self {
        Self::new()
    }
}

fn read() -> Result<Vec<SavedView>, SavedViewsError> {
    storage::read(KEY)?.map_or(Ok(Vec::new()), |value| format::read(&value).ok_or(SavedViewsError::Newer))
}

fn free(views: &[SavedView], name: &str) -> Result<(), SavedViewsError> {
    match views.iter().find(|view| view.is_called(name)) {
        Some(view) => Err(SavedViewsError::NameTaken(view.name.clone())),
        None => Ok(()),
    }
}

/// `name`, or the first of “name (2)”, “name (3)” and so on that no view has.
fn free_name(views: &[SavedView], name: &str) -> String {
    let numbered = (2..).map(|number| format!("{name} ({number})"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    names.find(|name| free(views, name).is_ok()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_taken_gets_a_number() {
        let named = |name: &str| SavedView::new(name, Query::default()).unwrap();
        let views = [named("VIP"), named("vip (2)")];
        assert_eq!(free_name(&views, "Vip"), "Vip (3)");
        assert_eq!(free_name(&views, "Gold"), "Gold");
    }
}
