//! What a chosen file is when it isn't a JPEG, PNG or GIF.

use crate::locale::{Locale, td_string};

/// What a file is that isn't a JPEG, PNG or GIF.
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

impl OtherKind {
    /// Sentences that say what the file is and what to do.
    pub fn sentence(self, locale: Locale) -> &'static str {
        match self {
            Self::Heic => td_string!(locale, file.heic),
            Self::Avif => td_string!(locale, file.avif),
            Self::WebP => td_string!(locale, file.webp),
            Self::JpegXl => td_string!(locale, file.jpeg_xl),
            Self::Jpeg2000 => td_string!(locale, file.jpeg_2000),
            Self::Tiff => td_string!(locale, file.tiff),
            Self::Bmp => td_string!(locale, file.bmp),
            Self::Icon => td_string!(locale, file.icon),
            Self::Svg => td_string!(locale, file.svg),
            Self::Photoshop => td_string!(locale, file.photoshop),
            Self::CameraRaw => td_string!(locale, file.camera_raw),
            Self::Pdf => td_string!(locale, file.pdf),
            Self::OfficeDocument => td_string!(locale, file.office),
            Self::Archive => td_string!(locale, file.archive),
            Self::WindowsProgram => td_string!(locale, file.windows_program),
            Self::OtherProgram => td_string!(locale, file.program),
            Self::WebPage => td_string!(locale, file.web_page),
            Self::Text => td_string!(locale, file.text),
            Self::Video => td_string!(locale, file.video),
            Self::Sound => td_string!(locale, file.sound),
            Self::MacCompanion => td_string!(locale, file.mac_companion),
            Self::Zeros => td_string!(locale, file.zeros),
            Self::Unknown => td_string!(locale, file.unknown),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Locale, OtherKind::*};

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
            let text = kind.sentence(Locale::en);
            assert!(text.starts_with("This ") && text.ends_with('.'), "{text}");
            assert!(text.contains("hoose "), "{text}");
            assert!(!text.contains("  ") && !text.contains('\''), "{text}");
        }
    }
}
