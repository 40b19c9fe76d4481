//! The blocks of a GIF.

use super::{
    bytes::Reader,
    exif::Orientation,
    findings::{Findings, Removable},
    format::PhotoFormat,
    limits::check_pixels,
    refusal::Refusal,
};

const CUT_OFF: Refusal = Refusal::CutOff(PhotoFormat::Gif);
const DAMAGED: Refusal = Refusal::Damaged(PhotoFormat::Gif);

/// Walks from block to block (GIF89a, appendix A and B) to the trailer.
pub(super) fn walk(bytes: &[u8]) -> Result<Findings, Refusal> {
    let mut reader = Reader::new(bytes);
    if !matches!(&reader.array().ok_or(CUT_OFF)?, b"GIF87a" | b"GIF89a") {
        return Err(DAMAGED);
    }
    let (width, height) = screen(&mut reader).ok_or(CUT_OFF)?;
    let mut removable = Removable::default();
    let mut images = 0_usize;
    loop {
        let start = reader.position();
        match reader.byte().ok_or(CUT_OFF)? {
            TRAILER => break,
            IMAGE => {
                let (width, height) = image(&mut reader).ok_or(CUT_OFF)?;
                // Browsers make room for an image that is bigger than the screen.
                check_pixels(width, height)?;
                images += 1;
            }
            EXTENSION => {
                let is_needed = extension(&mut reader).ok_or(CUT_OFF)?;
                if !is_needed {
                    removable.add(start..reader.position());
                }
            }
            // Some programs end a block twice, and every decoder allows that.
            BLOCK_END => {}
            _ => return Err(DAMAGED),
        }
    }
    removable.add(reader.position()..bytes.len());
    if images == 0 {
        return Err(DAMAGED);
    }
    Ok(Findings { width, height, orientation: Orientation::Normal, is_animated: images > 1, removable })
}

const TRAILER: u8 = 0x3B;
const IMAGE: u8 = 0x2C;
const EXTENSION: u8 = 0x21;
const BLOCK_END: u8 = 0x00;

/// The size in the logical screen descriptor, and past its colours. GIF89a §18 and §19.
fn screen(reader: &mut Reader) -> Option<(u32, u32)> {
    let width = reader.array().map(u16::from_le_bytes)?;
    let height = reader.array().map(u16::from_le_bytes)?;
    let [flags, _background, _pixel_shape] = reader.array()?;
    skip_colours(reader, flags)?;
    Some((width.into(), height.into()))
}

/// How far an image reaches over the screen, and past its colours and data. GIF89a §20 to §22.
fn image(reader: &mut Reader) -> Option<(u32, u32)> {
    let mut number = || reader.array().map(u16::from_le_bytes).map(u32::from);
    let (left, top, width, height) = (number()?, number()?, number()?, number()?);
    let flags = reader.byte()?;
    skip_colours(reader, flags)?;
    let _code_size = reader.byte()?;
    skip_blocks(reader)?;
    Some((left + width, top + height))
}

/// Goes past an extension, and says whether the picture needs it. GIF89a §23 to §26.
fn extension(reader: &mut Reader) -> Option<bool> {
    let label = reader.byte()?;
    let mut ahead = reader.clone();
    skip_blocks(reader)?;
    Some(match label {
        // Timing and transparency of an image, and text that is drawn as one.
        0xF9 | 0x01 => true,
        0xFF => {
            let length = ahead.byte()?;
            // Repetition under both its names, and the colour profile.
            length == 11 && matches!(&ahead.array()?, b"NETSCAPE2.0" | b"ANIMEXTS1.0" | b"ICCRGBG1012")
        }
        _ => false,
    })
}

/// Goes past a table of colours, if the flags say that there is one. GIF89a §18, packed fields.
fn skip_colours(reader: &mut Reader, flags: u8) -> Option<()> {
    let colours = if flags & 0x80 == 0 { 0 } else { 2_usize << (flags & 0x07) };
    reader.take(3 * colours).map(drop)
}

/// Goes past data sub-blocks and their terminator. GIF89a §15 and §16.
fn skip_blocks(reader: &mut Reader) -> Option<()> {
    loop {
        match reader.byte()? {
            BLOCK_END => return Some(()),
            length => reader.take(length.into())?,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::super::{
        inspect,
        samples::{animated_gif, extension, gif, gif_with},
        without_metadata,
    };
    use super::*;

    #[test]
    fn the_screen_says_the_size() {
        let info = inspect(&gif()).unwrap();
        assert_eq!((info.format, info.width, info.height), (PhotoFormat::Gif, 12, 15));
        assert!(!info.is_animated && !info.has_metadata);
    }

    #[test]
    fn several_images_are_an_animation() {
        let info = inspect(&animated_gif()).unwrap();
        assert!(info.is_animated && !info.has_metadata);
        assert_eq!((info.width, info.height), (9, 7));
    }

    #[test]
    fn the_older_version_is_read_too() {
        let mut bytes = gif();
        bytes.splice(..6, *b"GIF87a");
        assert_eq!(inspect(&bytes), inspect(&gif()));
    }

    #[test]
    fn what_tells_more_than_the_picture_is_removed() {
        // XMP in a GIF has no sub-blocks of its own; its end is made so that every walk over it comes to one.
        let trailer: Vec<u8> = [1].into_iter().chain((0..=255).rev()).chain([0]).collect();
        let metadata = [b"\x21\xFF\x0BXMP DataXMP<x:xmpmeta/>".as_slice(), &trailer].concat();
        for more in [
            extension(0xFE, &[b"a comment", b"of two blocks"]),
            extension(0xFE, &[]),
            extension(0xFF, &[b"MGK8BIM0000", b"data"]),
            extension(0xFF, &[b"NETSCAPE2.", b"0"]),
            extension(0xFF, &[]),
            extension(0x42, &[b"unknown"]),
            metadata,
        ] {
            let bytes = gif_with(&more);
            assert_eq!(inspect(&bytes).map(|info| info.has_metadata), Ok(true), "{more:?}");
            assert_eq!(without_metadata(&bytes, PhotoFormat::Gif), Some(gif()), "{more:?}");
        }
        let with_trailer = [gif(), b"more".to_vec()].concat();
        assert_eq!(without_metadata(&with_trailer, PhotoFormat::Gif), Some(gif()));
    }

    #[test]
    fn what_the_picture_needs_stays() {
        for more in [
            extension(0xF9, &[&[0; 4]]),
            extension(0x01, &[&[0; 12], b"text"]),
            extension(0xFF, &[b"NETSCAPE2.0", &[1, 0, 0]]),
            extension(0xFF, &[b"ANIMEXTS1.0", &[1, 0, 0]]),
            extension(0xFF, &[b"ICCRGBG1012", b"profile"]),
            b"\0".to_vec(),
        ] {
            let bytes = gif_with(&more);
            assert_eq!(inspect(&bytes).map(|info| info.has_metadata), Ok(false), "{more:?}");
            assert_eq!(without_metadata(&bytes, PhotoFormat::Gif), None, "{more:?}");
        }
    }

    #[test]
    fn an_image_bigger_than_its_screen_counts_as_big() {
        let image = b"\x2C\0\0\0\0\xFF\xFF\xFF\xFF\0\x02\0";
        let refusal = Refusal::TooManyPixels { width: 65_535, height: 65_535 };
        assert_eq!(inspect(&gif_with(image)), Err(refusal));
    }
}
