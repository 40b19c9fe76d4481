//! The chunks of a PNG.

use super::{
    bytes::Reader,
    exif::Orientation,
    findings::{Findings, Removable},
    format::PhotoFormat,
    refusal::Refusal,
};

const CUT_OFF: Refusal = Refusal::CutOff(PhotoFormat::Png);
const DAMAGED: Refusal = Refusal::Damaged(PhotoFormat::Png);

/// Walks from chunk to chunk (PNG third edition §5.3) to the end of the image.
pub(super) fn walk(bytes: &[u8]) -> Result<Findings, Refusal> {
    let mut reader = Reader::new(bytes);
    if reader.array().ok_or(CUT_OFF)? != SIGNATURE {
        return Err(DAMAGED);
    }
    let (width, height) = header(&mut reader)?;
    let mut orientation = None;
    let mut removable = Removable::default();
    let mut is_animated = false;
    let mut has_data = false;
    loop {
        let start = reader.position();
        let chunk = Chunk::read(&mut reader)?;
        match &chunk.kind {
            b"IEND" => break,
            // A decoder may show an empty picture for pixels that are none.
            b"IDAT" if !has_data && !is_compressed(chunk.data) => return Err(DAMAGED),
            b"IDAT" => has_data = true,
            b"PLTE" => {}
            b"acTL" => is_animated = true,
            b"eXIf" => orientation = orientation.or(Orientation::in_exif(chunk.data)),
            // A decoder that doesn't know a critical chunk can't show the picture; and a second header is an error.
            _ if chunk.is_critical() => return Err(DAMAGED),
            _ => {}
        }
        if !chunk.is_critical() && !NEEDED.contains(&&chunk.kind) {
            removable.add(start..reader.position());
        }
    }
    // Programs that save a cropped picture over the whole one have left the end of that here.
    removable.add(reader.position()..bytes.len());
    if !has_data {
        return Err(DAMAGED);
    }
    Ok(Findings { width, height, orientation: orientation.unwrap_or_default(), is_animated, removable })
}

/// PNG third edition §5.2: changed line ends and a lost eighth bit show in it.
const SIGNATURE: [u8; 8] = *b"\x89PNG\r\n\x1A\n";

/// The ancillary chunks for colour, transparency, pixel shape and animation. PNG third edition §11.3.
const NEEDED: [&[u8; 4]; 16] = [
    b"acTL", b"bKGD", b"cHRM", b"cICP", b"cLLI", b"fcTL", b"fdAT", b"gAMA", b"hIST", b"iCCP", b"mDCV", b"pHYs",
    b"sBIT", b"sPLT", b"sRGB", b"tRNS",
];

/// The size in the image header, which is the first chunk. PNG third edition §11.2.1.
fn header(reader: &mut Reader) -> Result<(u32, u32), Refusal> {
    let Chunk { kind, data, checksum } = Chunk::read(reader)?;
    // The other chunks' checksums are left to the decoder, which reads all of them anyway.
    if kind != *b"IHDR" || checksum != crc(kind, data) {
        return Err(DAMAGED);
    }
    let mut fields = Reader::new(data);
    let width = fields.array().map(u32::from_be_bytes).ok_or(DAMAGED)?;
    let height = fields.array().map(u32::from_be_bytes).ok_or(DAMAGED)?;
    let [depth, colour, compression, filter, interlace] = fields.array().ok_or(DAMAGED)?;
    let is_colour = matches!((colour, depth), (0, 1 | 2 | 4 | 8 | 16) | (3, 1 | 2 | 4 | 8) | (2 | 4 | 6, 8 | 16));
    let is_coding = compression == 0 && filter == 0 && interlace <= 1;
    if is_colour && is_coding { Ok((width, height)) } else { Err(DAMAGED) }
}

/// Whether data begin as compressed ones do, as far as they are long enough to tell. RFC 1950 §2.2.
fn is_compressed(data: &[u8]) -> bool {
    data.first_chunk().is_none_or(|header| header[0] & 0x0F == 8 && u16::from_be_bytes(*header).is_multiple_of(31))
}

struct Chunk<'a> {
    kind: [u8; 4],
    data: &'a [u8],
    checksum: u32,
}

impl<'a> Chunk<'a> {
    fn read(reader: &mut Reader<'a>) -> Result<Self, Refusal> {
        let length = reader.array().map(u32::from_be_bytes).ok_or(CUT_OFF)?;
        let kind: [u8; 4] = reader.array().ok_or(CUT_OFF)?;
        let is_length = if kind == *b"IHDR" { length == 13 } else { length <= LONGEST };
        if !is_length || !kind.iter().all(u8::is_ascii_alphabetic) {
            return Err(DAMAGED);
        }
        let data = usize::try_from(length).ok().and_then(|length| reader.take(length)).ok_or(CUT_OFF)?;
        let checksum = reader.array().map(u32::from_be_bytes).ok_or(CUT_OFF)?;
        Ok(Self { kind, data, checksum })
    }

    /// PNG third edition §5.4: the first letter of a critical chunk is a capital.
    fn is_critical(&self) -> bool {
        self.kind.first().is_some_and(u8::is_ascii_uppercase)
    }
}

/// The most bytes of data in a chunk. PNG third edition §5.3.
const LONGEST: u32 = i32::MAX.unsigned_abs();

/// The checksum of a chunk: the CRC of ISO 3309. PNG third edition, annex D.
pub(super) fn crc(kind: [u8; 4], data: &[u8]) -> u32 {
    !kind.iter().chain(data).fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 })
    })
}

#[cfg(test)]
mod tests {
    use super::super::{
        inspect,
        samples::{chunk, exif_little_endian, png, png_of, png_with},
        without_metadata,
    };
    use super::*;

    /// Firefox shows an empty picture for it.
    #[test]
    fn pixels_that_are_not_compressed_are_a_damage() {
        let with_pixels = |pixels: &[u8]| {
            let end = [chunk(*b"IDAT", pixels), chunk(*b"IEND", b"")].concat();
            inspect(&[png().get(..33).unwrap(), &end].concat()).map(|info| info.width)
        };
        assert_eq!(with_pixels(b"these are no compressed pixels"), Err(DAMAGED));
        assert_eq!(with_pixels(b"\x78\x9C and so on"), Ok(21));
        assert_eq!(with_pixels(b""), Ok(21), "the pixels may begin in the next chunk");
    }

    #[test]
    fn the_header_says_the_size() {
        let info = inspect(&png()).unwrap();
        assert_eq!((info.format, info.width, info.height), (PhotoFormat::Png, 21, 14));
        assert!(!info.is_animated && !info.has_metadata);
        assert_eq!(inspect(&png_of(64_000_000, 1)).map(|info| info.width), Ok(64_000_000));
    }

    #[test]
    fn exif_says_the_orientation() {
        for (more, orientation) in [
            (chunk(*b"eXIf", &exif_little_endian(5)), Orientation::Transposed),
            (chunk(*b"eXIf", b"MM"), Orientation::Normal),
            (chunk(*b"exIf", &exif_little_endian(5)), Orientation::Normal),
        ] {
            assert_eq!(inspect(&png_with(&more)).map(|info| info.orientation), Ok(orientation));
        }
    }

    #[test]
    fn an_animation_is_seen() {
        let info = inspect(&png_with(&chunk(*b"acTL", &[0, 0, 0, 2, 0, 0, 0, 0]))).unwrap();
        assert!(info.is_animated && !info.has_metadata);
    }

    #[test]
    fn what_tells_more_than_the_picture_is_removed() {
        for kind in [b"tEXt", b"zTXt", b"iTXt", b"eXIf", b"tIME", b"prVt", b"dSIG", b"caBX", b"iDOT"] {
            let bytes = png_with(&chunk(*kind, b"data"));
            assert_eq!(inspect(&bytes).map(|info| info.has_metadata), Ok(true), "{kind:?}");
            assert_eq!(without_metadata(&bytes, PhotoFormat::Png), Some(png()), "{kind:?}");
        }
        let with_trailer = [png(), b"the rest of an uncropped picture".to_vec()].concat();
        assert_eq!(without_metadata(&with_trailer, PhotoFormat::Png), Some(png()));
    }

    #[test]
    fn what_the_picture_needs_stays() {
        for kind in NEEDED.into_iter().chain([b"PLTE"]) {
            let bytes = png_with(&chunk(*kind, b"data"));
            assert_eq!(inspect(&bytes).map(|info| info.has_metadata), Ok(false), "{kind:?}");
            assert_eq!(without_metadata(&bytes, PhotoFormat::Png), None, "{kind:?}");
        }
    }

    #[test]
    fn the_checksum_is_the_standard_s() {
        assert_eq!(crc(*b"IEND", b""), 0xAE42_6082);
    }
}
