//! What a chosen file is when it isn't a JPEG, PNG or GIF.

use std::fmt;

/// What a file is that isn't a JPEG, PNG or GIF. Shown as sentences that say so and what to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each is what its sentence says")]
pub enum OtherKind {
    Heic,
    Avif,
    WebP,
    JpegXl,
    Jpeg2000,
    Tiff,
    Bmp,
    Icon,
    Svg,
    Photoshop,
    CameraRaw,
    Pdf,
    OfficeDocument,
    Archive,
    WindowsProgram,
    OtherProgram,
    WebPage,
    Text,
    Video,
    Sound,
    MacCompanion,
    Zeros,
    Unknown,
}

impl fmt::Display for OtherKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Heic => {
                "This is a HEIC picture, as iPhones take them. \
                 Save or export it as JPEG and choose that file. \
                 For future photos, set the iPhone’s camera format to Most Compatible."
            }
            Self::Avif => "This is an AVIF picture. Open it in a photo app, save it as JPEG, and choose that file.",
            Self::WebP => {
                "This is a WebP picture, as web pages have them. \
                 Open it in a photo app, save it as JPEG or PNG, and choose that file."
            }
            Self::JpegXl => "This is a JPEG XL picture. Open it in a photo app, save it as JPEG, and choose that file.",
            Self::Jpeg2000 => {
                "This is a JPEG 2000 picture. \
                 Open it in a photo app, save it as an ordinary JPEG, and choose that file."
            }
            Self::Tiff => {
                "This is a TIFF picture, or a camera’s raw picture. \
                 Open it in a photo app, save it as JPEG, and choose that file."
            }
            Self::Bmp => "This is a BMP picture. Open it in a photo app, save it as PNG or JPEG, and choose that file.",
            Self::Icon => "This is an icon (ICO). Choose a photo instead: a JPEG, PNG or GIF.",
            Self::Svg => "This is an SVG drawing. Export it as PNG and choose that file, or choose a photo.",
            Self::Photoshop => "This is a Photoshop file. Export the picture as JPEG or PNG and choose that file.",
            Self::CameraRaw => {
                "This is a camera’s raw picture. Open it in a photo app, export it as JPEG, and choose that file."
            }
            Self::Pdf => {
                "This is a PDF document. \
                 Save the picture in it as JPEG or PNG, or take a screenshot, and choose that file."
            }
            Self::OfficeDocument => {
                "This is an Office document. Save the picture in it as JPEG or PNG, and choose that file."
            }
            Self::Archive => {
                "This is an archive, as in ZIP files; it may be a document too. \
                 Take the photo out of it and choose that: a JPEG, PNG or GIF."
            }
            Self::WindowsProgram => {
                "This is a program for Windows, not a picture. \
                 If it came to you as a photo, don’t open it. Choose a JPEG, PNG or GIF."
            }
            Self::OtherProgram => {
                "This is a program, not a picture. \
                 If it came to you as a photo, don’t open it. Choose a JPEG, PNG or GIF."
            }
            Self::WebPage => {
                "This is a web page, not a picture; perhaps the page around the photo was saved. \
                 Save the photo itself and choose that file."
            }
            Self::Text => "This is a text file, not a picture. Choose a photo: a JPEG, PNG or GIF.",
            Self::Video => "This is a video. Pause it at a good moment, take a screenshot, and choose that file.",
            Self::Sound => "This is a sound recording, not a picture. Choose a photo: a JPEG, PNG or GIF.",
            Self::MacCompanion => {
                "This is a small file that a Mac leaves beside a picture; its name begins with “._”. \
                 Choose the picture of the same name without that."
            }
            Self::Zeros => {
                "This file holds nothing but zeros; copying or downloading it may have failed. \
                 Copy or download it again, or choose another photo."
            }
            Self::Unknown => {
                "This file isn’t recognized as a picture. \
                 Choose a JPEG, PNG or GIF; a photo in another format has to be saved as JPEG first."
            }
        })
    }
}

#[cfg(test)]
mod tests {
    use super::OtherKind::*;

    #[test]
    fn each_kind_says_what_it_is_and_what_to_do() {
        for kind in [
            Heic,
            Avif,
            WebP,
            JpegXl,
            Jpeg2000,
            Tiff,
            Bmp,
            Icon,
            Svg,
            Photoshop,
            CameraRaw,
            Pdf,
            OfficeDocument,
            Archive,
            WindowsProgram,
            OtherProgram,
            WebPage,
            Text,
            Video,
            Sound,
            MacCompanion,
            Zeros,
            Unknown,
        ] {
            let text = kind.to_string();
            assert!(text.starts_with("This ") && text.ends_with('.'), "{text}");
            assert!(text.contains("hoose "), "{text}");
            assert!(!text.contains("  ") && !text.contains('\''), "{text}");
        }
    }
}
