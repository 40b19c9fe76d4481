//! The part of a page's URL that belongs to one element: the parameters named `<prefix>.<name>`.

/// What an element's parameters begin with, before the dot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UrlPrefix(String);

impl UrlPrefix {
    /// Takes ASCII letters, digits, `-` and `_`: characters that no URL encodes.
    pub fn new(text: &str) -> Option<Self> {
        let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        (!text.is_empty() && text.bytes().all(is_plain)).then(|| Self(text.into()))
    }

    /// The prefix without the dot.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The element's parameters in `url`, without the prefix, decoded.
    pub fn read(&self, url: &str) -> Vec<(String, String)> {
        let (before, _) = split(url, '#');
        let (_, query) = split(before, '?');
        form_urlencoded::parse(query.unwrap_or_default().as_bytes())
            .filter_map(|(name, value)| Some((self.strip(&name)?.to_owned(), value.into_owned())))
            .collect()
    }

    /// `url` with `pairs` in the place of the element's parameters. Every other byte of it stays as it is: the page's own
    /// parameters, those of other elements, and the fragment.
    pub fn write(&self, url: &str, pairs: &[(&str, String)]) -> String {
        let (before, fragment) = split(url, '#');
        let (path, query) = split(before, '?');
        let all: Vec<&str> =
            query.filter(|query| !query.is_empty()).map(|query| query.split('&').collect()).unwrap_or_default();
        let place = all.iter().position(|parameter| self.owns(parameter));
        if place.is_none() && pairs.is_empty() {
            return url.into();
        }
        let mut parameters: Vec<&str> = all.iter().copied().filter(|parameter| !self.owns(parameter)).collect();
        let own = self.encode(pairs);
        if !own.is_empty() {
            parameters.insert(place.unwrap_or(all.len()), &own);
        }
        let query = if parameters.is_empty() { String::new() } else { format!("?{}", parameters.join("&")) };
        let fragment = fragment.map(|fragment| format!("#{fragment}")).unwrap_or_default();
        format!("{path}{query}{fragment}")
    }

    /// Brackets are encoded, since some servers refuse a page whose URL has bare ones.
    fn encode(&self, pairs: &[(&str, String)]) -> String {
        let mut parameters = form_urlencoded::Serializer::new(String::new());
        for (name, value) in pairs {
            parameters.append_pair(&format!("{}.{name}", self.0), value);
        }
        parameters.finish()
    }

    /// Whether an encoded `name=value` is the element's.
    fn owns(&self, parameter: &str) -> bool {
        form_urlencoded::parse(parameter.as_bytes()).next().is_some_and(|(name, _)| self.strip(&name).is_some())
    }

    fn strip<'a>(&self, name: &'a str) -> Option<&'a str> {
        name.strip_prefix(&self.0)?.strip_prefix('.')
    }
}

fn split(text: &str, separator: char) -> (&str, Option<&str>) {
    text.split_once(separator).map_or((text, None), |(before, after)| (before, Some(after)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn ad() -> UrlPrefix {
        UrlPrefix::new("ad").unwrap()
    }

    fn pair(name: &'static str, value: &str) -> (&'static str, String) {
        (name, value.into())
    }

    #[test]
    fn a_prefix_has_only_what_a_url_leaves_alone() {
        assert!(UrlPrefix::new("My-list_2").is_some());
        for text in ["", " ", "a.b", "a b", "é", "a&b", "a["] {
            assert!(UrlPrefix::new(text).is_none(), "{text}");
        }
    }

    #[test]
    fn own_parameters_are_read_whatever_their_encoding() {
        let url =
            "https://host.example/a?x=1&ad.filter[tag]=VIP&ad%2Esort=-agency_name&ad2.open=9&ad.open=a%2Bb+c#ad.open=8";
        let expected = [("filter[tag]", "VIP"), ("sort", "-agency_name"), ("open", "a+b c")];
        assert_eq!(ad().read(url), expected.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(ad().read("https://host.example/#?ad.open=1"), []);
    }

    #[test]
    fn what_is_not_the_element_s_stays_to_the_byte() {
        let written =
            ad().write("/p/?q=a%20b+c&&Tab=[2]&ad.open=1&b.open=7&ad.sort=last_name&flag#top?x", &[pair("open", "2")]);
        assert_eq!(written, "/p/?q=a%20b+c&&Tab=[2]&ad.open=2&b.open=7&flag#top?x");
    }

    #[test]
    fn the_last_parameter_takes_the_question_mark_with_it() {
        assert_eq!(ad().write("/p?ad.open=1#top", &[]), "/p#top");
        assert_eq!(ad().write("/p?#top", &[]), "/p?#top");
        assert_eq!(ad().write("/p?", &[pair("filter[tag]", "a&b")]), "/p?ad.filter%5Btag%5D=a%26b");
    }

    proptest! {
        #[test]
        fn any_text_is_read_as_it_is_written(
            values in proptest::collection::vec("[\\PC &+#%=\\[\\]?]{0,12}", 0..4),
            foreign in "[a-z0-9=&%+\\[\\].]{0,20}",
            fragment in "[\\PC&?=]{0,8}",
        ) {
            let other = UrlPrefix::new("other").unwrap();
            prop_assume!(ad().read(&format!("?{foreign}")).is_empty());
            let pairs: Vec<_> = values.into_iter().map(|value| ("filter[tag][]", value)).collect();
            let url = format!("https://host.example/?{foreign}#{fragment}");
            let written = ad().write(&other.write(&url, &[pair("open", "7")]), &pairs);
            let expected: Vec<_> = pairs.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
            prop_assert_eq!(ad().read(&written), expected);
            prop_assert_eq!(other.read(&written), [("open".to_owned(), "7".to_owned())]);
            let emptied = other.write(&ad().write(&written, &[]), &[]);
            let bare = if foreign.is_empty() { format!("https://host.example/#{fragment}") } else { url };
            prop_assert_eq!(emptied, bare);
        }

        #[test]
        fn any_url_can_be_read_and_written(url: String, value: String) {
            let pairs = [("filter[fulltext]", value.clone())];
            let written = ad().write(&url, &pairs);
            prop_assert_eq!(ad().read(&written), [("filter[fulltext]".to_owned(), value)]);
        }
    }
}
