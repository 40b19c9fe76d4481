//! The groups in which a language writes the digits of whole numbers, as the Unicode CLDR has them.

/// Groups of three digits and what stands between them.
#[derive(Clone, Copy)]
pub struct DigitGroups {
    mark: &'static str,
    /// The least number that is written in groups.
    from: u64,
}

impl DigitGroups {
    /// For a BCP 47 language tag; `None` for one that only the browser knows about.
    pub fn of(tag: &str) -> Option<Self> {
        let (mark, from) = match tag.to_ascii_lowercase().as_str() {
            "en" | "en-au" | "en-ca" | "en-gb" | "en-ie" | "en-nz" | "en-us" => (",", 1000),
            "es-419" | "es-mx" | "es-pr" | "es-us" => (",", 1000),
            "es" | "es-es" => (".", 10_000),
            "fr" | "fr-fr" => ("\u{202f}", 1000),
            "fr-ca" => ("\u{a0}", 1000),
            _ => return None,
        };
        Some(Self { mark, from })
    }

    /// For example `12,340`.
    pub fn write(self, number: u64) -> String {
        if number < self.from { number.to_string() } else { self.groups(number) }
    }

    fn groups(self, number: u64) -> String {
        if number < 1000 {
            return number.to_string();
        }
        format!("{}{}{:03}", self.groups(number / 1000), self.mark, number % 1000)
    }
}

#[cfg(test)]
mod tests {
    use super::DigitGroups;

    #[test]
    fn digits_are_grouped_as_the_language_groups_them() {
        let written =
            |tag: &str| [7, 999, 1000, 20_000, 1_002_003].map(|number| DigitGroups::of(tag).unwrap().write(number));
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
