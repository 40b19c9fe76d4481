//! How big a photo can be.

use super::refusal::Refusal;

/// The most bytes of a file that is read. Cameras' biggest JPEGs are about half of this.
pub const BYTE_LIMIT: usize = 40 * MEGABYTE;

/// The most bytes of an animated GIF. It is sent as it is: made smaller, it would stand still.
pub const ANIMATION_BYTE_LIMIT: usize = 10 * MEGABYTE;

/// The most pixels. Decoded, each takes four bytes of the browser's memory, whatever the size of the file.
pub const PIXEL_LIMIT: u64 = 64_000_000;

/// A megabyte as file managers mostly count it.
pub(super) const MEGABYTE: usize = 1024 * 1024;

/// Refuses a file that is too large to be read.
pub fn check_bytes(bytes: usize) -> Result<(), Refusal> {
    if bytes > BYTE_LIMIT { Err(Refusal::TooLarge { bytes }) } else { Ok(()) }
}

pub(super) fn check_animation_bytes(bytes: usize) -> Result<(), Refusal> {
    if bytes > ANIMATION_BYTE_LIMIT { Err(Refusal::AnimationTooLarge { bytes }) } else { Ok(()) }
}

pub(super) fn check_pixels(width: u32, height: u32) -> Result<(), Refusal> {
    let pixels = u64::from(width) * u64::from(height);
    if pixels > PIXEL_LIMIT { Err(Refusal::TooManyPixels { width, height }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_limit_itself_is_allowed() {
        assert_eq!(check_bytes(BYTE_LIMIT), Ok(()));
        assert_eq!(check_animation_bytes(ANIMATION_BYTE_LIMIT), Ok(()));
        assert_eq!(check_pixels(8_000, 8_000), Ok(()));
    }

    #[test]
    fn over_a_limit_is_refused() {
        let bytes = BYTE_LIMIT + 1;
        assert_eq!(check_bytes(bytes), Err(Refusal::TooLarge { bytes }));
        let bytes = ANIMATION_BYTE_LIMIT + 1;
        assert_eq!(check_animation_bytes(bytes), Err(Refusal::AnimationTooLarge { bytes }));
        for (width, height) in [(8_000, 8_001), (64_000_001, 1), (u32::MAX, u32::MAX)] {
            assert_eq!(check_pixels(width, height), Err(Refusal::TooManyPixels { width, height }));
        }
    }
}
