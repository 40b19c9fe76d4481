//! A query that a person has given a name.

use super::{link::VIEW, query::Query};

/// A named query. It begins at the first page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SavedView {
    /// What the person calls it; not empty, without space around it.
    pub name: String,
    /// What it shows.
    pub query: Query,
}

impl SavedView {
    /// A view of `query`; `None` if the name is nothing but space.
    pub fn new(name: &str, mut query: Query) -> Option<Self> {
        let name = name.trim();
        query.page.number = 1;
        (!name.is_empty()).then(|| Self { name: name.into(), query })
    }

    /// Whether both have the same name, capitals aside.
    pub fn is_called(&self, name: &str) -> bool {
        self.name.to_lowercase() == name.trim().to_lowercase()
    }

    /// The whole query as `name=value&…`, encoded; it depends on no preset.
    pub fn query_text(&self) -> String {
        form_urlencoded::Serializer::new(String::new()).extend_pairs(self.query.to_pairs()).finish()
    }

    /// The view as text that [`SavedView::from_link`] reads; for where no URL can hold it.
    pub fn to_text(&self) -> String {
        let name = form_urlencoded::Serializer::new(String::new()).append_pair(VIEW, &self.name).finish();
        format!("{name}&{}", self.query_text())
    }

    /// The parameters of a link to the view, not encoded. They say the whole query, since whoever imports the link has another
    /// preset or none, and clear what only `preset` filters by, for whoever opens it.
    pub fn to_pairs(&self, preset: &Query) -> Vec<(&'static str, String)> {
        let mut pairs = self.query.to_pairs();
        pairs.extend(self.query.differing_pairs(preset).into_iter().filter(|(_, value)| value.is_empty()));
        pairs.push((VIEW, self.name.clone()));
        pairs
    }

    /// Reads a link to a view as any element makes it, whatever its prefix, or the text of one. `None` where there is no
    /// named view in it.
    pub fn from_link(text: &str) -> Option<Self> {
        let before = text.trim().split('#').next().unwrap_or_default();
        let query = before.split_once('?').map_or(before, |(_, query)| query);
        let pairs: Vec<_> = form_urlencoded::parse(query.as_bytes()).into_owned().collect();
        let prefixes = pairs.iter().filter_map(|(name, view)| Some((name.strip_suffix(VIEW)?, view)));
        let views =
            prefixes.filter(|(prefix, _)| prefix.is_empty() || prefix.ends_with('.')).filter_map(|(prefix, view)| {
                let own = pairs
                    .iter()
                    .filter_map(|(name, value)| Some((name.strip_prefix(prefix)?.to_owned(), value.clone())));
                let own: Vec<_> = own.filter(|(name, _)| name != VIEW).collect();
                let (mut query, count) = (Query::default(), own.len());
                // What is unknown is another program's, such as a mail program's tracking; it must not spoil the view.
                let is_list = query.apply_usable_pairs(own).len() < count;
                Some((is_list, !prefix.is_empty(), Self::new(view, query)?))
            });
        // The page may well have parameters of its own that are called so.
        let (.., view) = views.min_by_key(|(is_list, is_prefixed, _)| (!is_list, !is_prefixed))?;
        Some(view)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::{link::Link, url_prefix::UrlPrefix};

    const PRESETS: [&str; 3] =
        ["", "filter[tag]=VIP&sort=-agent_inspections", "filter[email]=a@b.example&page[size]=25"];

    fn view() -> SavedView {
        let query =
            Query::parse("filter[tag][]=VIP&filter[tag][]=A%26B&sort=-agent_inspections&page[number]=3").unwrap();
        SavedView::new(" Søn & co #1 ", query).unwrap()
    }

    #[test]
    fn a_view_begins_at_the_first_page_and_needs_a_name() {
        assert_eq!(view().query.page.number, 1);
        assert_eq!(view().name, "Søn & co #1");
        assert_eq!(SavedView::new(" ", Query::default()), None);
    }

    #[test]
    fn a_link_to_a_view_reads_as_the_view_under_any_prefix() {
        assert_eq!(SavedView::from_link(&view().to_text()), Some(view()));
        for prefix in ["ad", "other"] {
            let pairs = view().to_pairs(&Query::default());
            let url = UrlPrefix::new(prefix).unwrap().write("https://host.example/p?view=2&y.sort=age#top", &pairs);
            assert_eq!(SavedView::from_link(&format!(" {url}\n")), Some(view()), "{url}");
        }
    }

    /// A link said only what the preset did not, and an import, which knows no preset, lost that part of the view.
    #[test]
    fn a_link_is_the_whole_view_whether_it_is_imported_or_opened() {
        for preset in PRESETS.map(|preset| Query::parse(preset).unwrap()) {
            let mut query = preset.clone();
            query.search("bobby");
            for query in [query, Query::default()] {
                let view = SavedView::new("Bobby", query).unwrap();
                let prefix = UrlPrefix::new("ad").unwrap();
                let url = prefix.write("https://host.example/", &view.to_pairs(&preset));
                assert_eq!(SavedView::from_link(&url), Some(view.clone()), "{url}");
                let (opened, refused) = Link::read(preset.clone(), prefix.read(&url));
                assert_eq!(opened, Link { query: view.query, opened: None, view: Some(view.name) }, "{url}");
                assert_eq!(refused, [], "{url}");
            }
        }
    }

    /// The first parameter of that name won, and the view was called “2” and showed everybody.
    #[test]
    fn the_view_of_the_page_s_own_is_told_from_that_of_the_list() {
        let pairs = view().to_pairs(&Query::default());
        for own in ["report.view=2", "view=2&report.view=3&report.sort=age", "other.view=A"] {
            let url = UrlPrefix::new("ad").unwrap().write(&format!("https://host.example/?{own}"), &pairs);
            assert_eq!(SavedView::from_link(&url), Some(view()), "{url}");
        }
        let everybody = SavedView::new("Everybody", Query::default());
        assert_eq!(SavedView::from_link("https://host.example/?view=2&ad.view=Everybody"), everybody);
    }

    #[test]
    fn text_without_a_view_is_none() {
        for text in ["", "hello", "https://host.example/", "view=", "https://host.example/?ad.sort=last_name"] {
            assert_eq!(SavedView::from_link(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_name_reads_as_it_is_written(name in "[\\PC&+#%=?\\[\\].]{1,20}") {
            prop_assume!(!name.trim().is_empty());
            let view = SavedView::new(&name, Query::default()).unwrap();
            prop_assert_eq!(SavedView::from_link(&view.to_text()), Some(view));
        }

        #[test]
        fn any_text_is_a_view_or_none(text: String) {
            let _ = SavedView::from_link(&text);
        }
    }
}
