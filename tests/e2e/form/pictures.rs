//! Pictures as people have them on disk, without metadata unless they say so.

use std::{fs, io::Cursor, path::PathBuf};

use image::{
    DynamicImage, Frame, GenericImageView, ImageFormat, Rgb, RgbImage, RgbaImage,
    codecs::gif::{GifEncoder, Repeat},
};
use tempfile::TempDir;

/// Pictures are read when the page is told to go on.
pub const HOLD_PICTURES: &str = "const make = window.createImageBitmap.bind(window); \
    const held = new Promise((go) => { window.go = go; }); \
    window.createImageBitmap = (...picture) => held.then(() => make(...picture));";

/// A folder of pictures to choose from.
pub struct Folder(TempDir);

impl Folder {
    pub fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    /// Puts a file into the folder and gives its path.
    pub fn put(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    }
}

/// The colours of the quarters: top left, top right, bottom left, bottom right.
pub const QUARTERS: [[u8; 3]; 4] = [[220, 30, 30], [30, 200, 30], [30, 30, 220], [230, 230, 230]];

/// A picture that looks otherwise from each side.
pub fn quarters(width: u32, height: u32, format: ImageFormat) -> Vec<u8> {
    let colour = |x, y| QUARTERS[usize::from(x * 2 >= width) + 2 * usize::from(y * 2 >= height)];
    let picture = RgbImage::from_fn(width, height, |x, y| Rgb(colour(x, y)));
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::from(picture).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// A picture that moves.
pub fn animation() -> Vec<u8> {
    let mut bytes = Vec::new();
    let frames = [3, 5].map(|step| {
        let shade = move |x, y| if (x + y) % step == 0 { 255 } else { 0 };
        Frame::new(RgbaImage::from_fn(48, 32, |x, y| image::Rgba([shade(x, y), 0, 0, 255])))
    });
    let mut encoder = GifEncoder::new(&mut bytes);
    encoder.set_repeat(Repeat::Infinite).unwrap();
    encoder.encode_frames(frames).unwrap();
    drop(encoder);
    bytes
}

/// The JPEG with what a camera writes: how it was held, and where.
pub fn with_exif(jpeg: &[u8], orientation: u16) -> Vec<u8> {
    let payload = [b"Exif\0\0".as_slice(), &exif(orientation)].concat();
    let length = u16::try_from(payload.len() + 2).unwrap().to_be_bytes();
    [&jpeg[..2], &[0xFF, 0xE1], &length, &payload, &jpeg[2..]].concat()
}

/// A TIFF structure (Exif 2.32, section 4.5) with an orientation and a GPS directory that says 45° north.
fn exif(orientation: u16) -> Vec<u8> {
    let entry = |tag: u16, kind: u16, count: u32, value: [u8; 4]| {
        [&tag.to_be_bytes()[..], &kind.to_be_bytes(), &count.to_be_bytes(), &value].concat()
    };
    let short = |value: u16| [value.to_be_bytes(), [0; 2]].concat().try_into().unwrap();
    let (gps, degrees) = (38_u32, 68_u32);
    [
        b"MM\0\x2A\0\0\0\x08".as_slice(),
        b"\0\x02",
        &entry(0x0112, 3, 1, short(orientation)),
        &entry(0x8825, 4, 1, gps.to_be_bytes()),
        &[0; 4],
        b"\0\x02",
        &entry(1, 2, 2, *b"N\0\0\0"),
        &entry(2, 5, 3, degrees.to_be_bytes()),
        &[0; 4],
        &[45_u32, 1, 31, 1, 0, 1].map(u32::to_be_bytes).concat(),
    ]
    .concat()
}

/// Which of the colours is in the middle of each quarter.
pub fn quarters_of(picture: &DynamicImage) -> [usize; 4] {
    let (width, height) = picture.dimensions();
    [(1, 1), (3, 1), (1, 3), (3, 3)].map(|(x, y)| {
        let [red, green, blue, _] = picture.get_pixel(width * x / 4, height * y / 4).0;
        nearest([red, green, blue])
    })
}

/// The colour that is nearest: a JPEG does not keep them to the letter.
pub fn nearest(colour: [u8; 3]) -> usize {
    let distance =
        |other: [u8; 3]| colour.iter().zip(other).map(|(one, two)| u32::from(one.abs_diff(two))).sum::<u32>();
    (0..QUARTERS.len()).min_by_key(|place| distance(QUARTERS[*place])).unwrap()
}
