//! Small pictures for tests.

use std::io::Cursor;

use image::{DynamicImage, Frame, ImageFormat, RgbImage, RgbaImage, codecs::gif::GifEncoder};

use super::png::crc;

/// A picture without symmetry, so that one that is turned or changed isn't taken for it.
fn picture(width: u32, height: u32) -> RgbImage {
    let shade = |value: u32| u8::try_from(value % 256).unwrap();
    RgbImage::from_fn(width, height, |x, y| image::Rgb([shade(x * 9), shade(y * 13), shade(x * y)]))
}

fn encoded(picture: impl Into<DynamicImage>, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.into().write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

pub(super) fn jpeg() -> Vec<u8> {
    encoded(picture(23, 17), ImageFormat::Jpeg)
}

/// A progressive picture of one grey pixel, whose two scans are there to be decoded.
pub(super) fn progressive_jpeg() -> Vec<u8> {
    let mut bytes = b"\xFF\xD8".to_vec();
    bytes.extend(segment(0xDB, &[&[0_u8][..], &[1; 64]].concat()));
    bytes.extend(segment(0xC2, b"\x08\0\x01\0\x01\x01\x01\x11\0"));
    // A table of one code, `0`: no difference, and after it the end of a block.
    let table = |class: u8| segment(0xC4, &[&[class, 1][..], &[0; 15], &[0]].concat());
    bytes.extend(table(0x00));
    bytes.extend([segment(0xDA, b"\x01\x01\0\0\0\0"), vec![0x7F]].concat());
    bytes.extend(table(0x10));
    bytes.extend([segment(0xDA, b"\x01\x01\0\x01\x3F\0"), vec![0x7F]].concat());
    bytes.extend(b"\xFF\xD9");
    bytes
}

pub(super) fn png() -> Vec<u8> {
    encoded(picture(21, 14), ImageFormat::Png)
}

pub(super) fn gif() -> Vec<u8> {
    encoded(picture(12, 15), ImageFormat::Gif)
}

pub(super) fn animated_gif() -> Vec<u8> {
    let mut bytes = Vec::new();
    let frames = [3, 5].map(|step| {
        Frame::new(RgbaImage::from_fn(9, 7, |x, y| image::Rgba([if (x + y) % step == 0 { 255 } else { 0 }, 0, 0, 255])))
    });
    let mut encoder = GifEncoder::new(&mut bytes);
    encoder.set_repeat(image::codecs::gif::Repeat::Infinite).unwrap();
    encoder.encode_frames(frames).unwrap();
    drop(encoder);
    bytes
}

/// A segment of a JPEG.
pub(super) fn segment(code: u8, payload: &[u8]) -> Vec<u8> {
    let length = u16::try_from(payload.len() + 2).unwrap();
    [&[0xFF, code][..], &length.to_be_bytes(), payload].concat()
}

/// A chunk of a PNG.
pub(super) fn chunk(kind: [u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap();
    [&length.to_be_bytes()[..], &kind, data, &crc(kind, data).to_be_bytes()].concat()
}

/// An extension of a GIF.
pub(super) fn extension(label: u8, blocks: &[&[u8]]) -> Vec<u8> {
    let mut bytes = vec![0x21, label];
    for block in blocks {
        bytes.push(u8::try_from(block.len()).unwrap());
        bytes.extend_from_slice(block);
    }
    bytes.push(0);
    bytes
}

/// A JPEG with more after its first marker.
pub(super) fn jpeg_with(more: &[u8]) -> Vec<u8> {
    inserted(jpeg(), 2, more)
}

/// A PNG with more after its header.
pub(super) fn png_with(more: &[u8]) -> Vec<u8> {
    inserted(png(), 33, more)
}

/// A GIF with more before its trailer.
pub(super) fn gif_with(more: &[u8]) -> Vec<u8> {
    let bytes = gif();
    let end = bytes.len() - 1;
    inserted(bytes, end, more)
}

/// A PNG with another header.
pub(super) fn png_of(width: u32, height: u32) -> Vec<u8> {
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), b"\x08\x02\0\0\0"].concat();
    let mut bytes = png();
    bytes.splice(8..33, chunk(*b"IHDR", &header));
    bytes
}

/// A JPEG with another size in its frame header.
pub(super) fn jpeg_of(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = jpeg();
    let frame = bytes.windows(2).position(|pair| pair == b"\xFF\xC0").unwrap();
    bytes.splice(frame + 5..frame + 9, [height.to_be_bytes(), width.to_be_bytes()].concat());
    bytes
}

/// A GIF with another screen.
pub(super) fn gif_of(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = gif();
    bytes.splice(6..10, [width.to_le_bytes(), height.to_le_bytes()].concat());
    bytes
}

fn inserted(mut bytes: Vec<u8>, place: usize, more: &[u8]) -> Vec<u8> {
    bytes.splice(place..place, more.iter().copied());
    bytes
}

/// The payload of a JPEG's Exif segment.
pub(super) fn exif_payload(orientation: u16) -> Vec<u8> {
    [b"Exif\0\0".as_slice(), &exif_big_endian(orientation)].concat()
}

/// A TIFF structure that says an orientation.
pub(super) fn exif_big_endian(orientation: u16) -> Vec<u8> {
    let directory = b"MM\0\x2A\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01".as_slice();
    [directory, &orientation.to_be_bytes(), &[0; 2]].concat()
}

/// A TIFF structure that says an orientation.
pub(super) fn exif_little_endian(orientation: u16) -> Vec<u8> {
    let directory = b"II\x2A\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".as_slice();
    [directory, &orientation.to_le_bytes(), &[0; 2]].concat()
}
