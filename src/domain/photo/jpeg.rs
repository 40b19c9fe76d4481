//! The segments of a JPEG.

use super::{
    bytes::Reader,
    exif::Orientation,
    findings::{Findings, Removable},
    format::PhotoFormat,
    refusal::Refusal,
};

const CUT_OFF: Refusal = Refusal::CutOff(PhotoFormat::Jpeg);
const DAMAGED: Refusal = Refusal::Damaged(PhotoFormat::Jpeg);

/// Walks from marker to marker (ISO/IEC 10918-1 §B.1.1) to the end of the image, over the scans between them, of which
/// a progressive picture has several. As decoders do, it passes over stray bytes before a marker; a photo doesn't need
/// them.
pub(super) fn walk(bytes: &[u8]) -> Result<Findings, Refusal> {
    let mut reader = Reader::new(bytes);
    if reader.array().ok_or(CUT_OFF)? != [0xFF, START_OF_IMAGE] {
        return Err(DAMAGED);
    }
    let mut size = None;
    let mut orientation = None;
    let mut removable = Removable::default();
    let mut has_scan = false;
    let mut is_in_scan = false;
    loop {
        let end = reader.position();
        let (start, code) = next_marker(&mut reader).ok_or(CUT_OFF)?;
        if !is_in_scan {
            removable.add(end..start);
        }
        if code == END_OF_IMAGE {
            break;
        }
        let part = Part::of(code)?;
        let payload = payload(&mut reader)?;
        is_in_scan = part == Part::Scan;
        match part {
            Part::Frame if size.is_some() => return Err(DAMAGED),
            Part::Frame => size = Some(frame_size(payload)?),
            Part::Scan if size.is_none() => return Err(DAMAGED),
            Part::Scan => has_scan = true,
            Part::Tables => {}
            Part::Note => {
                if code == APPLICATION_1 && orientation.is_none() {
                    orientation = exif(payload).map(|tiff| Orientation::in_exif(tiff).unwrap_or_default());
                }
                if !is_needed(code, payload) {
                    removable.add(start..reader.position());
                }
            }
        }
    }
    // Phones and cameras put further pictures, films and notes after the end.
    removable.add(reader.position()..bytes.len());
    let (width, height) = size.filter(|_| has_scan).ok_or(DAMAGED)?;
    Ok(Findings { width, height, orientation: orientation.unwrap_or_default(), is_animated: false, removable })
}

const START_OF_IMAGE: u8 = 0xD8;
const END_OF_IMAGE: u8 = 0xD9;
const APPLICATION_0: u8 = 0xE0;
const APPLICATION_1: u8 = 0xE1;
const APPLICATION_2: u8 = 0xE2;
const APPLICATION_14: u8 = 0xEE;

#[derive(Clone, Copy, PartialEq)]
enum Part {
    /// The picture's size and coding.
    Frame,
    /// The header of a scan; the scan follows the segment.
    Scan,
    /// What decoders need.
    Tables,
    /// A comment, or an application's data.
    Note,
}

impl Part {
    /// What the marker's segment is. ISO/IEC 10918-1, table B.1.
    fn of(code: u8) -> Result<Self, Refusal> {
        match code {
            // Baseline, extended sequential and progressive, all in Huffman coding: what browsers decode.
            0xC0..=0xC2 => Ok(Self::Frame),
            // Huffman and arithmetic tables, quantization tables, number of lines, restart interval.
            0xC4 | 0xCC | 0xDB | 0xDC | 0xDD => Ok(Self::Tables),
            // Lossless, hierarchical and arithmetic.
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF | 0xDE | 0xDF => Err(Refusal::RareJpeg),
            0xDA => Ok(Self::Scan),
            0xE0..=0xEF | 0xFE => Ok(Self::Note),
            _ => Err(DAMAGED),
        }
    }
}

/// Goes past the next marker and says where it starts, with the fill bytes before it, and its code. A stuffed zero is
/// no marker; restart markers and the one for temporary use stand within data and have no segment.
fn next_marker(reader: &mut Reader) -> Option<(usize, u8)> {
    loop {
        let start = reader.find(0xFF)?;
        let mut code = 0xFF;
        while code == 0xFF {
            code = reader.byte()?;
        }
        if !matches!(code, 0x00 | 0x01 | 0xD0..=0xD7) {
            return Some((start, code));
        }
    }
}

fn payload<'a>(reader: &mut Reader<'a>) -> Result<&'a [u8], Refusal> {
    let length = reader.array().map(u16::from_be_bytes).ok_or(CUT_OFF)?;
    // The length counts its own two bytes.
    let length = length.checked_sub(2).ok_or(DAMAGED)?;
    reader.take(length.into()).ok_or(CUT_OFF)
}

/// The size in a frame header: precision, lines, samples per line, components (ISO/IEC 10918-1 §B.2.2).
fn frame_size(payload: &[u8]) -> Result<(u32, u32), Refusal> {
    let mut fields = Reader::new(payload);
    let precision = fields.byte().ok_or(DAMAGED)?;
    let height = fields.array().map(u16::from_be_bytes).ok_or(DAMAGED)?;
    let width = fields.array().map(u16::from_be_bytes).ok_or(DAMAGED)?;
    let components = fields.byte().map(usize::from).ok_or(DAMAGED)?;
    if components == 0 || payload.len() != 6 + 3 * components {
        return Err(DAMAGED);
    }
    // Browsers decode samples of eight bits only.
    if precision == 8 { Ok((width.into(), height.into())) } else { Err(Refusal::RareJpeg) }
}

/// The TIFF structure in an Exif segment (Exif 2.32 §4.7.2); the sixth byte is padding, not always zero.
fn exif(payload: &[u8]) -> Option<&[u8]> {
    payload.strip_prefix(b"Exif\0")?.get(1..)
}

/// Whether the picture looks as it should only with this: pixel shape (JFIF), colour profile (ICC.1 §B.4), and how the
/// colours are coded (Adobe). JFIF's extensions are previews.
fn is_needed(code: u8, payload: &[u8]) -> bool {
    match code {
        APPLICATION_0 => payload.starts_with(b"JFIF\0"),
        APPLICATION_2 => payload.starts_with(b"ICC_PROFILE\0"),
        APPLICATION_14 => payload.starts_with(b"Adobe"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::{
        inspect,
        samples::{exif_payload, jpeg, jpeg_with, progressive_jpeg, segment},
        without_metadata,
    };
    use super::*;

    fn orientation(bytes: &[u8]) -> Orientation {
        inspect(bytes).unwrap().orientation
    }

    #[test]
    fn the_frame_says_the_size() {
        for (bytes, size) in [(jpeg(), (23, 17)), (progressive_jpeg(), (1, 1))] {
            let info = inspect(&bytes).unwrap();
            assert_eq!((info.format, info.width, info.height), (PhotoFormat::Jpeg, size.0, size.1));
            assert!(!info.is_animated && !info.has_metadata);
        }
    }

    #[test]
    fn exif_says_the_orientation() {
        assert_eq!(orientation(&jpeg()), Orientation::Normal);
        assert_eq!(orientation(&jpeg_with(&segment(0xE1, &exif_payload(6)))), Orientation::QuarterTurnRight);
        let twice = [segment(0xE1, &exif_payload(3)), segment(0xE1, &exif_payload(6))].concat();
        assert_eq!(orientation(&jpeg_with(&twice)), Orientation::HalfTurn, "the first counts");
        let after_others = [segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0"), segment(0xE1, &exif_payload(8))].concat();
        assert_eq!(orientation(&jpeg_with(&after_others)), Orientation::QuarterTurnLeft);
        assert_eq!(orientation(&jpeg_with(&segment(0xE2, &exif_payload(8)))), Orientation::Normal);
        assert_eq!(orientation(&jpeg_with(&segment(0xE1, b"Exif\0"))), Orientation::Normal);
    }

    #[test]
    fn a_preview_in_the_exif_data_is_not_the_picture() {
        let bytes = jpeg_with(&segment(0xE1, &[&exif_payload(1)[..], &progressive_jpeg()].concat()));
        assert_eq!(inspect(&bytes).map(|info| info.width), Ok(23));
    }

    #[test]
    fn what_tells_more_than_the_picture_is_removed() {
        for more in [
            segment(0xE1, &exif_payload(1)),
            segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>"),
            segment(0xED, b"Photoshop 3.0\08BIM"),
            segment(0xFE, b"a comment"),
            segment(0xE0, b"JFXX\0\x10"),
            segment(0xE2, b"MPF\0"),
            segment(0xEE, b"Other"),
            segment(0xEF, b""),
            // Fill bytes belong to the marker that they precede.
            [b"\xFF\xFF".as_slice(), &segment(0xFE, b"")].concat(),
            [&segment(0xFE, b""), b"stray bytes".as_slice()].concat(),
            [&segment(0xFE, b""), b"stray\xFF\0bytes\xFF\xD0".as_slice()].concat(),
        ] {
            let bytes = jpeg_with(&more);
            assert_eq!(inspect(&bytes).map(|info| info.has_metadata), Ok(true), "{more:?}");
            assert_eq!(without_metadata(&bytes, PhotoFormat::Jpeg), Some(jpeg()), "{more:?}");
        }
        let with_trailer = [jpeg(), b"SEFT or a second picture".to_vec()].concat();
        assert_eq!(without_metadata(&with_trailer, PhotoFormat::Jpeg), Some(jpeg()));
    }

    #[test]
    fn what_the_picture_needs_stays() {
        for more in [
            segment(0xE0, b"JFIF\0\x01\x01\0\0\x01\0\x01\0\0"),
            segment(0xE2, b"ICC_PROFILE\0\x01\x01profile"),
            segment(0xEE, b"Adobe\0\x64\0\0\0\0\x01"),
            segment(0xDD, b"\0\0"),
            [b"\xFF\xFF".as_slice(), &segment(0xDD, b"\0\0")].concat(),
        ] {
            let bytes = jpeg_with(&more);
            assert_eq!(inspect(&bytes).map(|info| info.has_metadata), Ok(false), "{more:?}");
            assert_eq!(without_metadata(&bytes, PhotoFormat::Jpeg), None, "{more:?}");
        }
    }

    #[test]
    fn a_scan_goes_on_over_stuffed_zeros_and_restarts() {
        let mut bytes = progressive_jpeg();
        let end = bytes.len() - 2;
        bytes.splice(end..end, *b"\xFF\0\xFF\xD7\xFF\xFF\0data");
        assert_eq!(inspect(&bytes).map(|info| info.has_metadata), Ok(false));
    }

    #[test]
    fn a_note_between_scans_is_removed() {
        let mut bytes = progressive_jpeg();
        let second = bytes.windows(2).rposition(|pair| pair == b"\xFF\xC4").unwrap();
        bytes.splice(second..second, segment(0xFE, b"between"));
        assert_eq!(without_metadata(&bytes, PhotoFormat::Jpeg), Some(progressive_jpeg()));
    }
}
