//! Portraits, drawn: a head and shoulders on a coloured ground.

use std::io::Cursor;

use fake::rand::{RngExt, rngs::StdRng};
use image::{ImageError, ImageFormat, Rgb, RgbImage};

/// How many there are; agents share them.
pub const COUNT: usize = 24;

/// Pixels a side.
const SIDE: u32 = 160;

/// The pictures with their endings, JPEG and PNG in turn.
pub fn draw(random: &mut StdRng) -> Result<Vec<(&'static str, Vec<u8>)>, ImageError> {
    (0..COUNT)
        .map(|number| {
            let (extension, format) =
                if number % 2 == 0 { ("jpg", ImageFormat::Jpeg) } else { ("png", ImageFormat::Png) };
            let mut bytes = Cursor::new(Vec::new());
            portrait(random).write_to(&mut bytes, format)?;
            Ok((extension, bytes.into_inner()))
        })
        .collect()
}

fn portrait(random: &mut StdRng) -> RgbImage {
    let hue: f32 = random.random_range(0.0..360.0);
    let ground = [colour(hue, 0.32, 0.86), colour(hue + 25.0, 0.38, 0.74)];
    let skin = colour(random.random_range(18.0..32.0), 0.45, random.random_range(0.35..0.8));
    let hair = colour(random.random_range(15.0..45.0), 0.35, random.random_range(0.12..0.6));
    let coat = colour(hue + 180.0, 0.3, random.random_range(0.25..0.5));
    let long_hair = random.random_bool(0.5);
    let half = SIDE as f32 / 2.0;
    // Twice the resolution in each direction, averaged, makes smooth edges.
    let fine = RgbImage::from_fn(SIDE * 2, SIDE * 2, |x, y| {
        let (x, y) = ((x as f32 / 2.0 - half) / half, (y as f32 / 2.0 - half) / half);
        let within = |centre: (f32, f32), radius: (f32, f32)| {
            ((x - centre.0) / radius.0).powi(2) + ((y - centre.1) / radius.1).powi(2) < 1.0
        };
        let face = within((0.0, -0.12), (0.34, 0.42));
        let fringe = y < -0.34 + 0.1 * x;
        let hair_shape =
            within((0.0, -0.2), (0.43, 0.47)) || (long_hair && x.abs() < 0.43 && (-0.2..0.42).contains(&y));
        let neck = x.abs() < 0.14 && (0.1..0.5).contains(&y);
        let shoulders = within((0.0, 1.05), (0.78, 0.68));
        match () {
            () if face && !fringe => skin,
            () if shoulders => coat,
            () if neck => skin,
            () if hair_shape => hair,
            () => blend(ground[0], ground[1], (y + 1.0) / 2.0),
        }
    });
    image::imageops::resize(&fine, SIDE, SIDE, image::imageops::FilterType::Triangle)
}

fn blend(one: Rgb<u8>, other: Rgb<u8>, share: f32) -> Rgb<u8> {
    Rgb(std::array::from_fn(|channel| {
        (f32::from(one.0[channel]) * (1.0 - share) + f32::from(other.0[channel]) * share) as u8
    }))
}

/// Hue in degrees, saturation and lightness from 0 to 1.
fn colour(hue: f32, saturation: f32, lightness: f32) -> Rgb<u8> {
    let reach = saturation * lightness.min(1.0 - lightness);
    Rgb([0.0, 8.0, 4.0].map(|offset| {
        let place = (offset + hue / 30.0).rem_euclid(12.0);
        ((lightness - reach * (place - 3.0).min(9.0 - place).clamp(-1.0, 1.0)) * 255.0) as u8
    }))
}
