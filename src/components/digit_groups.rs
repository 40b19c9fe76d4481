//! How languages write whole numbers, as the Unicode CLDR has it.

/// Groups of three digits and what stands between them.
#[derive(Clone, Copy)]
pub struct DigitGroups {
    separator: &'static str,
    /// The least number that is written in groups.
    from: u64,
}

impl DigitGroups {
    /// For a BCP 47 language tag; `None` for one that only the browser knows about.
    pub fn of(tag: &str) -> Option<Self> {
        let (separator, from) = match tag.to_ascii_lowercase().as_str() {
            "en" | "en-au" | "en-ca" | "en-gb" | "en-ie" | "en-nz" | "en-us" => (",", 1000),
            "es-419" | "es-mx" | "es-pr" | "es-us" => (",", 1000),
            "es" | "es-es" => (".", 10_000),
            "fr" | "fr-fr" => ("\u{202f}", 1000),
            "fr-ca" => ("\u{a0}", 1000),
            _ => return None,
        };
        Some(Self { separator, from })
    }

    /// For example `12,340`.
    pub fn format(self, number: u64) -> String {
        if number < self.from { number.to_string() } else { self.groups(number) }
    }

    fn groups(self, number: u64) -> String {
        if number < 1000 {
            return number.to_string();
        }
        format!("{}{}{:03}", self.groups(number / 1000), self.separator, number % 1000)
    }
}

/// Whether numbers below 1000 are written in the digits 0 to 9 and nothing else, as in these languages in all regions. A tag may
/// ask for other digits by an extension.
pub fn writes_plainly(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let is_known = |language: &str| ["en", "es", "fr"].iter().any(|known| known.eq_ignore_ascii_case(language));
    parts.next().is_some_and(is_known) && parts.all(|part| part.len() > 1)
}

#[cfg(test)]
mod tests {
    use super::{DigitGroups, writes_plainly};

    #[test]
    fn small_numbers_are_written_without_the_browser_where_that_is_the_same() {
        for tag in ["en", "en-US", "ES-mx", "fr-Latn-CA"] {
            assert!(writes_plainly(tag), "{tag}");
        }
        for tag in ["ar", "fa-IR", "en-u-nu-deva", "eng", "hi", ""] {
            assert!(!writes_plainly(tag), "{tag}");
        }
    }

    #[test]
    fn digits_are_grouped_as_the_language_groups_them() {
        let written =
            |tag: &str| [7, 999, 1000, 20_000, 1_002_003].map(|number| DigitGroups::of(tag).unwrap().format(number));
        assert_eq!(written("en-US"), ["7", "999", "1,000", "20,000", "1,002,003"]);
        assert_eq!(written("ES"), ["7", "999", "1000", "20.000", "1.002.003"]);
    }

    #[test]
    fn other_languages_and_wishes_are_left_to_the_browser() {
        for tag in ["ar", "de", "en-IN", "en-u-nu-deva", "", "english"] {
            assert!(DigitGroups::of(tag).is_none(), "{tag}");
        }
    }
}
