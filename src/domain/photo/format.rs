//! The formats that a photo can have.

/// A format that the API takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PhotoFormat {
    /// ISO/IEC 10918-1, usually in a JFIF or Exif file.
    Jpeg,
    /// Portable Network Graphics, third edition; APNG too.
    Png,
    /// Graphics Interchange Format, 87a or 89a.
    Gif,
}

impl PhotoFormat {
    /// The format that the bytes begin as: ISO/IEC 10918-1 §B.2.1, PNG third edition §5.2, GIF89a §17.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        // The rest of a PNG's signature is there to be damaged in transfer, and is looked at later.
        let beginnings: [(&[u8], Self); 4] =
            [(b"\xFF\xD8\xFF", Self::Jpeg), (b"\x89PNG", Self::Png), (b"GIF87a", Self::Gif), (b"GIF89a", Self::Gif)];
        beginnings.into_iter().find(|(beginning, _)| bytes.starts_with(beginning)).map(|(_, format)| format)
    }

    /// The media type, as in the `Content-Type` header.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Gif => "image/gif",
        }
    }

    /// The usual end of a file's name, without the dot.
    pub fn extension(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Gif => "gif",
        }
    }

    /// The format as people call it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Gif => "GIF",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::PhotoFormat;

    #[test]
    fn a_format_is_known_by_its_first_bytes() {
        for (bytes, format) in [
            (b"\xFF\xD8\xFF\xE0".as_slice(), Some(PhotoFormat::Jpeg)),
            (b"\x89PNG\r\n\x1A\n", Some(PhotoFormat::Png)),
            (b"\x89PNG\n\x1A\n", Some(PhotoFormat::Png)),
            (b"GIF87a", Some(PhotoFormat::Gif)),
            (b"GIF89a", Some(PhotoFormat::Gif)),
            (b"GIF90a", None),
            (b"GIF is a format", None),
            (b"\xFF\xD8", None),
            (b" \xFF\xD8\xFF", None),
            (b"", None),
        ] {
            assert_eq!(PhotoFormat::of(bytes), format, "{bytes:?}");
        }
    }

    #[test]
    fn a_format_has_its_media_type_and_extension() {
        for (format, media_type, extension, name) in [
            (PhotoFormat::Jpeg, "image/jpeg", "jpg", "JPEG"),
            (PhotoFormat::Png, "image/png", "png", "PNG"),
            (PhotoFormat::Gif, "image/gif", "gif", "GIF"),
        ] {
            assert_eq!((format.media_type(), format.extension(), format.name()), (media_type, extension, name));
        }
    }
}
