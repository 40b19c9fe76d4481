//! A picture file that a person has chosen as an agent's photo, judged by its bytes and never by its name.

mod bytes;
mod exif;
mod file_name;
mod findings;
mod format;
mod gif;
mod jpeg;
mod kind;
mod limits;
mod png;
mod recognition;
mod refusal;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod tests;

pub use exif::Orientation;
pub use file_name::file_name;
pub use format::PhotoFormat;
pub use kind::OtherKind;
pub use limits::{ANIMATION_BYTE_LIMIT, BYTE_LIMIT, PIXEL_LIMIT, check_bytes};
pub use refusal::Refusal;

use findings::Findings;

/// What the bytes say about a photo that can be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PhotoInfo {
    /// What the file is.
    pub format: PhotoFormat,
    /// In pixels, as stored: before the orientation is applied.
    pub width: u32,
    /// In pixels, as stored: before the orientation is applied.
    pub height: u32,
    /// How the stored picture is turned to be shown.
    pub orientation: Orientation,
    /// Whether it moves: a GIF of several images, or an animated PNG.
    pub is_animated: bool,
    /// Whether the file tells more than its picture: place, camera, time, comments, or data after the picture's end.
    pub has_metadata: bool,
}

/// Says what the photo is, or why it can't be used. Only the file's structure is read; whether every pixel can be
/// decoded is known once the browser has done it.
pub fn inspect(bytes: &[u8]) -> Result<PhotoInfo, Refusal> {
    if bytes.is_empty() {
        return Err(Refusal::Empty);
    }
    // What it is comes before how big it is: of a long video, its size is not what is wrong.
    let format = PhotoFormat::of(bytes).ok_or_else(|| Refusal::OtherKind(OtherKind::of(bytes)))?;
    limits::check_bytes(bytes.len())?;
    let Findings { width, height, orientation, is_animated, removable } = walk(bytes, format)?;
    if width == 0 || height == 0 {
        return Err(Refusal::Damaged(format));
    }
    limits::check_pixels(width, height)?;
    if format == PhotoFormat::Gif && is_animated {
        limits::check_animation_bytes(bytes.len())?;
    }
    Ok(PhotoInfo { format, width, height, orientation, is_animated, has_metadata: !removable.is_empty() })
}

/// The file without its metadata, the picture's own bytes untouched; `None` where nothing has to be removed, and the
/// bytes go as they are. `None` too where [`inspect`] would find the file cut off or damaged.
///
/// The orientation is metadata too. A photo whose orientation isn't [`Orientation::Normal`] would lie on its side
/// without it, so its pixels have to be turned, which means encoding it anew; this function only removes.
pub fn without_metadata(bytes: &[u8], format: PhotoFormat) -> Option<Vec<u8>> {
    walk(bytes, format).ok()?.removable.cut_from(bytes)
}

fn walk(bytes: &[u8], format: PhotoFormat) -> Result<Findings, Refusal> {
    match format {
        PhotoFormat::Jpeg => jpeg::walk(bytes),
        PhotoFormat::Png => png::walk(bytes),
        PhotoFormat::Gif => gif::walk(bytes),
    }
}
