//! Why a file can't be an agent's photo, in words for the person who chose it.

use std::fmt;

use super::{
    format::PhotoFormat,
    kind::OtherKind,
    limits::{ANIMATION_BYTE_LIMIT, BYTE_LIMIT, MEGABYTE, PIXEL_LIMIT},
};

/// Why a file can't be an agent's photo. Shown as sentences that say what the file is and what to do.
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

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Empty => f.write_str("This file is empty. Copy or download it again, or choose another photo."),
            Self::OtherKind(kind) => kind.fmt(f),
            Self::RareJpeg => f.write_str(
                "This is a rare kind of JPEG that browsers can’t show. \
                 Open it in a photo app, save it as an ordinary JPEG, and choose that file.",
            ),
            Self::CutOff(format) => {
                write!(f, "This {} is cut off: the end of the file is missing. ", format.name())?;
                f.write_str("Copy or download it again, or choose another photo.")
            }
            Self::Damaged(format) => {
                write!(f, "This {} is damaged and can’t be read. ", format.name())?;
                f.write_str("Copy or download it again, or choose another photo.")
            }
            Self::TooManyPixels { width, height } => {
                let (width, height) = (grouped(width.into()), grouped(height.into()));
                let limit = PIXEL_LIMIT / 1_000_000;
                write!(
                    f,
                    "This picture is {width} × {height} pixels; the most is {limit} megapixels, as in 8,000 × 8,000. "
                )?;
                f.write_str("Make it smaller in a photo app and choose that copy.")
            }
            Self::TooLarge { bytes } => {
                let (size, limit) = (megabytes(bytes), megabytes(BYTE_LIMIT));
                write!(f, "This file is {size} MB; the most is {limit} MB. ")?;
                f.write_str("Save a smaller copy in a photo app and choose that.")
            }
            Self::AnimationTooLarge { bytes } => {
                let (size, limit) = (megabytes(bytes), megabytes(ANIMATION_BYTE_LIMIT));
                write!(f, "This animated GIF is {size} MB; the most for an animated one is {limit} MB. ")?;
                f.write_str("Choose a shorter or smaller one, or a still photo.")
            }
        }
    }
}

impl std::error::Error for Refusal {}

/// A number with commas between thousands.
fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// Megabytes with at most one decimal, rounded up: what is over a limit is never said to be at it.
fn megabytes(bytes: usize) -> String {
    let whole = bytes / MEGABYTE;
    match (bytes % MEGABYTE * 10).div_ceil(MEGABYTE) {
        0 => grouped(whole as u64),
        10 => grouped(whole as u64 + 1),
        tenths => format!("{}.{tenths}", grouped(whole as u64)),
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
            assert!(refusal.to_string().contains(words), "{refusal}");
        }
        for (number, text) in [(0, "0"), (999, "999"), (1_000, "1,000"), (64_000_000, "64,000,000")] {
            assert_eq!(grouped(number), text);
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
            let text = refusal.to_string();
            assert!(text.starts_with("This ") && text.ends_with('.') && text.contains("hoose "), "{text}");
            assert!(!text.contains("  "), "{text}");
        }
    }
}
