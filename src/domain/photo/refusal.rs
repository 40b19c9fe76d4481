//! Why a file can't be an agent's photo, in words for the person who chose it.

use super::{
    format::PhotoFormat,
    kind::OtherKind,
    limits::{ANIMATION_BYTE_LIMIT, BYTE_LIMIT, MEGABYTE, PIXEL_LIMIT},
};
use crate::locale::{Locale, td_string};

/// Why a file can't be an agent's photo.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// It has no bytes.
    Empty,
    /// It is something else than a JPEG, PNG or GIF.
    OtherKind(OtherKind),
    /// A JPEG in a coding that browsers don't decode.
    RareJpeg,
    /// It ends before the picture does.
    CutOff(PhotoFormat),
    /// Its structure makes no sense, or it has no picture.
    Damaged(PhotoFormat),
    /// Over [`PIXEL_LIMIT`].
    #[allow(missing_docs, reason = "the size in pixels")]
    TooManyPixels { width: u32, height: u32 },
    /// Over [`BYTE_LIMIT`].
    #[allow(missing_docs, reason = "the size in bytes")]
    TooLarge { bytes: usize },
    /// An animated GIF over [`ANIMATION_BYTE_LIMIT`].
    #[allow(missing_docs, reason = "the size in bytes")]
    AnimationTooLarge { bytes: usize },
}

impl Refusal {
    /// Sentences that say what the file is and what to do.
    pub fn sentence(self, locale: Locale) -> String {
        let megabytes = |bytes| megabytes(bytes, locale);
        match self {
            Self::Empty => td_string!(locale, file.empty).into(),
            Self::OtherKind(kind) => kind.sentence(locale).into(),
            Self::RareJpeg => td_string!(locale, file.rare_jpeg).into(),
            Self::CutOff(format) => td_string!(locale, file.cut_off, format = format.name()),
            Self::Damaged(format) => td_string!(locale, file.damaged, format = format.name()),
            Self::TooManyPixels { width, height } => td_string!(
                locale,
                file.too_many_pixels,
                width = grouped(width.into(), locale),
                height = grouped(height.into(), locale),
                limit = PIXEL_LIMIT / 1_000_000,
                side = grouped(8_000, locale)
            ),
            Self::TooLarge { bytes } => {
                td_string!(locale, file.too_large, size = megabytes(bytes), limit = megabytes(BYTE_LIMIT))
            }
            Self::AnimationTooLarge { bytes } => td_string!(
                locale,
                file.animation_too_large,
                size = megabytes(bytes),
                limit = megabytes(ANIMATION_BYTE_LIMIT)
            ),
        }
    }
}

/// A number with the language's sign between thousands.
fn grouped(digits: u64, locale: Locale) -> String {
    let digits = digits.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push_str(td_string!(locale, number.group));
        }
        text.push(digit);
    }
    text
}

/// Megabytes with at most one decimal, rounded up: what is over a limit is never said to be at it.
fn megabytes(bytes: usize, locale: Locale) -> String {
    let whole = bytes / MEGABYTE;
    match (bytes % MEGABYTE * 10).div_ceil(MEGABYTE) {
        0 => grouped(whole as u64, locale),
        10 => grouped(whole as u64 + 1, locale),
        tenths => format!("{}{}{tenths}", grouped(whole as u64, locale), td_string!(locale, number.point)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_said_as_people_read_them() {
        for (refusal, words) in [
            (
                Refusal::TooManyPixels { width: 12_000, height: 9_500 },
                "12,000 × 9,500 pixels; the most is 64 megapixels",
            ),
            (Refusal::TooManyPixels { width: u32::MAX, height: 1 }, "4,294,967,295 × 1 pixels"),
            (Refusal::TooLarge { bytes: BYTE_LIMIT + 1 }, "40.1 MB; the most is 40 MB"),
            (Refusal::TooLarge { bytes: 42 * MEGABYTE - 1 }, "42 MB;"),
            (Refusal::TooLarge { bytes: 2000 * MEGABYTE }, "2,000 MB;"),
            (Refusal::AnimationTooLarge { bytes: 21 * MEGABYTE / 2 }, "10.5 MB; the most for an animated one is 10 MB"),
        ] {
            let told = refusal.sentence(Locale::en);
            assert!(told.contains(words), "{told}");
        }
        for (number, text) in [(0, "0"), (999, "999"), (1_000, "1,000"), (64_000_000, "64,000,000")] {
            assert_eq!(grouped(number, Locale::en), text);
        }
    }

    #[test]
    fn the_limit_s_example_is_the_limit() {
        assert_eq!(PIXEL_LIMIT, 8_000 * 8_000);
    }

    #[test]
    fn each_refusal_says_what_to_do() {
        for refusal in [
            Refusal::Empty,
            Refusal::RareJpeg,
            Refusal::CutOff(PhotoFormat::Png),
            Refusal::Damaged(PhotoFormat::Gif),
            Refusal::TooManyPixels { width: 1, height: 1 },
            Refusal::TooLarge { bytes: 1 },
            Refusal::AnimationTooLarge { bytes: 1 },
        ] {
            let text = refusal.sentence(Locale::en);
            assert!(text.starts_with("This ") && text.ends_with('.') && text.contains("hoose "), "{text}");
            assert!(!text.contains("  "), "{text}");
        }
    }
}
