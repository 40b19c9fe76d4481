//! Files, good and bad, made of bytes.

use std::io::Cursor;

use image::{
    DynamicImage, Frame, ImageFormat, Rgb, RgbImage, RgbaImage,
    codecs::gif::{GifEncoder, Repeat},
};

pub const MEGABYTE: usize = 1024 * 1024;

/// A picture without symmetry.
pub fn picture(format: ImageFormat) -> Vec<u8> {
    let shade = |value: u32| u8::try_from(value % 256).unwrap();
    let picture = RgbImage::from_fn(40, 30, |x, y| Rgb([shade(x * 6), shade(y * 8), shade(x * y)]));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(picture).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

pub fn jpeg() -> Vec<u8> {
    picture(ImageFormat::Jpeg)
}

pub fn png() -> Vec<u8> {
    picture(ImageFormat::Png)
}

pub fn gif() -> Vec<u8> {
    picture(ImageFormat::Gif)
}

pub fn animated_gif() -> Vec<u8> {
    let mut bytes = Vec::new();
    let frames = [3, 5].map(|step| {
        Frame::new(RgbaImage::from_fn(9, 7, |x, y| image::Rgba([if (x + y) % step == 0 { 255 } else { 0 }, 0, 0, 255])))
    });
    let mut encoder = GifEncoder::new(&mut bytes);
    encoder.set_repeat(Repeat::Infinite).unwrap();
    encoder.encode_frames(frames).unwrap();
    drop(encoder);
    bytes
}

/// The first of so many parts of a file.
pub fn part(mut bytes: Vec<u8>, parts: usize) -> Vec<u8> {
    bytes.truncate(bytes.len() / parts);
    bytes
}

/// A file without its last bytes.
pub fn without_end(mut bytes: Vec<u8>, lost: usize) -> Vec<u8> {
    bytes.truncate(bytes.len() - lost);
    bytes
}

/// A file with zeros up to a length.
pub fn filled(mut bytes: Vec<u8>, length: usize) -> Vec<u8> {
    bytes.resize(length, 0);
    bytes
}

/// A file with other bytes in the place of the first that are `old`.
pub fn swapped(mut bytes: Vec<u8>, old: &[u8], new: &[u8]) -> Vec<u8> {
    let start = bytes.windows(old.len()).position(|window| window == old).unwrap();
    bytes.splice(start..start + old.len(), new.iter().copied());
    bytes
}

/// A chunk of a PNG (PNG, section 5.3).
pub fn chunk(kind: &[u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap();
    let named = [kind, data].concat();
    [&length.to_be_bytes()[..], &named, &crc(&named).to_be_bytes()].concat()
}

/// The checksum of PNG (PNG, annex D).
fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32| if crc & 1 == 1 { 0xEDB8_8320 ^ (crc >> 1) } else { crc >> 1 };
    !bytes.iter().fold(u32::MAX, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc)))
}

/// A PNG with another header.
pub fn png_of(width: u32, height: u32) -> Vec<u8> {
    let header = [&width.to_be_bytes()[..], &height.to_be_bytes(), b"\x08\x02\0\0\0"].concat();
    let mut bytes = png();
    bytes.splice(8..33, chunk(b"IHDR", &header));
    bytes
}

/// A PNG whose structure is right and whose compressed pixels are not.
pub fn png_with_pixels(pixels: &[u8]) -> Vec<u8> {
    let header = chunk(b"IHDR", b"\0\0\0\x28\0\0\0\x1E\x08\x02\0\0\0");
    [b"\x89PNG\r\n\x1A\n".as_slice(), &header, &chunk(b"IDAT", pixels), &chunk(b"IEND", b"")].concat()
}

/// A PNG with more after its header.
pub fn png_with(more: &[u8]) -> Vec<u8> {
    let mut bytes = png();
    bytes.splice(33..33, more.iter().copied());
    bytes
}

/// A JPEG with another size in its frame header.
pub fn jpeg_of(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = jpeg();
    let frame = bytes.windows(2).position(|pair| pair == b"\xFF\xC0").unwrap();
    bytes.splice(frame + 5..frame + 9, [height.to_be_bytes(), width.to_be_bytes()].concat());
    bytes
}

/// A JPEG with more after its first marker.
pub fn jpeg_with(more: &[u8]) -> Vec<u8> {
    let mut bytes = jpeg();
    bytes.splice(2..2, more.iter().copied());
    bytes
}

/// A GIF with another screen.
pub fn gif_of(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = gif();
    bytes.splice(6..10, [width.to_le_bytes(), height.to_le_bytes()].concat());
    bytes
}
