//! The list's query and the open agent in the page's URL, so that a link, a reload and the browser's Back bring them back.

mod entry;
mod page_url;

use leptos::{ev, prelude::*};

use super::{agent_list::AgentList, opened_agent::OpenedAgent, preset::Preset, state_signal::StateSignal};
use crate::domain::{
    link::Link,
    query::{Query, QueryError},
    saved_view::SavedView,
    url_prefix::UrlPrefix,
};
use entry::Entry;

/// Keeps the list and the URL together, in both directions. Only the element's own parameters are read and written, and
/// only what differs from the preset; without a prefix, nothing is.
#[derive(Clone, Copy)]
pub struct UrlState {
    prefix: StoredValue<Option<UrlPrefix>>,
    list: AgentList,
    preset: Preset,
    opened: OpenedAgent,
    refused: StateSignal<Vec<QueryError>>,
    shared: StateSignal<Option<SavedView>>,
    /// The element's own part of the URL for which there are these notices, or were.
    told_of: StoredValue<Option<Vec<(String, String)>>>,
}

/// What the page's URL says under `prefix`, and the parameters that can't be used; without a prefix, the preset.
pub fn read(prefix: Option<&UrlPrefix>, preset: Query) -> (Link, Vec<QueryError>) {
    let Some(prefix) = prefix else { return (Link { query: preset, ..Link::default() }, Vec::new()) };
    let (link, mut refused) = Link::read(preset, prefix.read(&page_url::get()));
    for error in &mut refused {
        error.parameter = format!("{}.{}", prefix.as_str(), error.parameter);
    }
    (link, refused)
}

impl UrlState {
    /// Follows `list` and `opened`, which have begun with what [`read`] gives.
    pub fn new(prefix: Option<UrlPrefix>, list: AgentList, preset: Preset, opened: OpenedAgent) -> Self {
        let state = Self {
            prefix: StoredValue::new(prefix),
            list,
            preset,
            opened,
            refused: StateSignal::new(Vec::new()),
            shared: StateSignal::new(None),
            told_of: StoredValue::new(None),
        };
        state.read();
        let begun = state.shown();
        Effect::new(move |before: Option<Link>| {
            let now = Link { query: list.query().get(), opened: opened.opened().get(), view: None };
            let before = before.unwrap_or_else(|| begun.clone());
            if before != now {
                state.write(&now, state.entry(&before, &now));
            }
            now
        });
        let listener = window_event_listener(ev::popstate, move |_| state.apply());
        on_cleanup(move || listener.remove());
        state
    }

    /// What the URL is told from.
    pub fn preset(&self) -> Preset {
        self.preset
    }

    /// The parameters in the URL that can't be used, by their names in the URL.
    pub fn refused(&self) -> ReadSignal<Vec<QueryError>> {
        self.refused.read_only()
    }

    /// Whether there is anything to say about the URL; tracked.
    pub fn has_notices(&self) -> bool {
        self.refused.with(|refused| !refused.is_empty()) || self.shared.with(Option::is_some)
    }

    /// Keeps silent about the parameters that can't be used.
    pub fn dismiss_refused(&self) {
        self.refused.set(Vec::new());
    }

    /// The view that the page was opened with, if a link to a view has opened it.
    pub fn shared(&self) -> ReadSignal<Option<SavedView>> {
        self.shared.read_only()
    }

    /// Keeps silent about the view that the page was opened with.
    pub fn dismiss_shared(&self) {
        self.shared.set(None);
    }

    /// Moves to the parameters of another prefix, or out of the URL. What the URL says under the new prefix counts; if that
    /// is nothing, what is shown is written there.
    pub fn move_to(&self, prefix: Option<UrlPrefix>) {
        let url = page_url::get();
        if let Some(before) = self.prefix.get_value() {
            page_url::rewrite(Entry::Same, &before.write(&url, &[]));
        }
        let is_told = prefix.as_ref().is_some_and(|prefix| !prefix.read(&url).is_empty());
        self.prefix.set_value(prefix);
        self.told_of.set_value(None);
        if is_told {
            self.apply();
        } else {
            self.read();
            self.write(&self.shown(), Entry::Same);
        }
    }

    /// Takes another preset. What the URL says was said of the old one.
    pub fn replace_preset(&self, preset: Query) {
        self.preset.replace(preset);
        self.write(&self.shown(), Entry::Same);
    }

    /// A link to a view of this page; where the URL holds nothing, text that can be imported.
    pub fn link_to(&self, view: &SavedView) -> String {
        let pairs = self.preset.query().with_untracked(|preset| view.to_pairs(preset));
        self.prefix.with_value(|prefix| match prefix {
            Some(prefix) => prefix.write(&page_url::get(), &pairs),
            None => view.to_text(),
        })
    }

    fn shown(&self) -> Link {
        let query = self.list.query().get_untracked();
        Link { query, opened: self.opened.opened().get_untracked(), view: None }
    }

    /// Reads the URL, and remembers what there is to say about it. That is said once: the page's own steps through its history
    /// leave the element's part as it is.
    fn read(&self) -> Link {
        let preset = self.preset.query().get_untracked();
        let (link, refused) = self.prefix.with_value(|prefix| read(prefix.as_ref(), preset));
        let own = self.prefix.with_value(|prefix| prefix.as_ref().map(|prefix| prefix.read(&page_url::get())));
        if own.is_none() || self.told_of.with_value(|told_of| *told_of != own) {
            self.refused.set(refused);
            self.shared.set(link.view.as_ref().and_then(|name| SavedView::new(name, link.query.clone())));
            self.told_of.set_value(own);
        }
        link
    }

    /// Shows what the URL says.
    fn apply(&self) {
        if self.prefix.with_value(Option::is_some) {
            let link = self.read();
            self.list.show(link.query);
            match link.opened {
                Some(id) => self.opened.open_in_place(id),
                None => self.opened.close(),
            }
        }
    }

    fn write(&self, now: &Link, entry: Entry) {
        let Some(prefix) = self.prefix.get_value() else { return };
        let preset = self.preset.query().get_untracked();
        let (said, _) = read(Some(&prefix), preset.clone());
        // What the URL says already, in whatever words, stays as it is: Back may have brought it.
        if (&said.query, &said.opened) != (&now.query, &now.opened) {
            page_url::rewrite(entry, &prefix.write(&page_url::get(), &now.to_pairs(&preset)));
            self.dismiss_refused();
            self.dismiss_shared();
        }
    }

    /// Whether Back is to lead from `now` to `before`.
    fn entry(&self, before: &Link, now: &Link) -> Entry {
        let beyond_the_end = self.list.remarks().with_untracked(|remarks| remarks.beyond_the_end);
        Entry::between(before, now, beyond_the_end)
    }
}
