//! Other kinds of files, recognized by their first bytes.

use super::kind::OtherKind;

impl OtherKind {
    /// What the bytes seem to be, other than a JPEG, PNG or GIF.
    pub fn of(bytes: &[u8]) -> Self {
        media_box(bytes)
            .or_else(|| chunked(bytes))
            .or_else(|| signed(bytes))
            .or_else(|| text(bytes))
            .or_else(|| briefly_signed(bytes))
            .unwrap_or(Self::Unknown)
    }
}

/// How much of a file is looked at where it has no signature.
const BEGINNING: usize = 4096;

/// Files of boxes, each with its length and then its type; the first names brands. ISO/IEC 14496-12 §4.2 and §4.3.
fn media_box(bytes: &[u8]) -> Option<OtherKind> {
    let length = u32::from_be_bytes(*bytes.first_chunk()?);
    match bytes.get(4..8)? {
        b"ftyp" => {}
        // QuickTime files from before brands.
        b"moov" | b"mdat" | b"wide" => return Some(OtherKind::Video),
        _ => return None,
    }
    let length = usize::try_from(length).ok()?.min(BEGINNING).min(bytes.len());
    let brands = bytes.get(8..length).unwrap_or_default();
    let has = |names: &[&[u8; 4]]| brands.chunks_exact(4).any(|brand| names.iter().any(|name| *name == brand));
    // AVIF is a kind of HEIF and may name HEIF's brands too.
    let kinds: [(&[&[u8; 4]], OtherKind); 4] = [
        (&[b"avif", b"avis"], OtherKind::Avif),
        (&[b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"hevm", b"hevs", b"mif1", b"msf1"], OtherKind::Heic),
        (&[b"crx "], OtherKind::CameraRaw),
        (&[b"M4A ", b"M4B "], OtherKind::Sound),
    ];
    let kind = kinds.into_iter().find(|(names, _)| has(names)).map(|(_, kind)| kind);
    Some(kind.unwrap_or(OtherKind::Video))
}

/// Files in RIFF's frame, which say what they are after their length.
fn chunked(bytes: &[u8]) -> Option<OtherKind> {
    let rest = bytes.strip_prefix(b"RIFF")?;
    Some(match rest.get(4..8)? {
        b"WEBP" => OtherKind::WebP,
        b"AVI " => OtherKind::Video,
        b"WAVE" => OtherKind::Sound,
        _ => return None,
    })
}

/// Signatures that nothing else begins with; of two that begin alike, the longer comes first.
const SIGNATURES: &[(&[u8], OtherKind)] = &[
    (b"\0\0\0\x0CJXL ", OtherKind::JpegXl),
    (b"\xFF\x0A", OtherKind::JpegXl),
    (b"\0\0\0\x0CjP  ", OtherKind::Jpeg2000),
    (b"\xFF\x4F\xFF\x51", OtherKind::Jpeg2000),
    (b"8BPS\0", OtherKind::Photoshop),
    // Canon's raw pictures are TIFF files with a mark; Olympus's and Panasonic's have a version of their own.
    (b"II\x2A\0\x10\0\0\0CR", OtherKind::CameraRaw),
    (b"IIRO\x08", OtherKind::CameraRaw),
    (b"IIRS\x08", OtherKind::CameraRaw),
    (b"MMOR\0", OtherKind::CameraRaw),
    (b"IIU\0", OtherKind::CameraRaw),
    (b"FUJIFILMCCD-RAW", OtherKind::CameraRaw),
    (b"FOVb", OtherKind::CameraRaw),
    (b"\0MRM", OtherKind::CameraRaw),
    (b"II\x2A\0", OtherKind::Tiff),
    (b"MM\0\x2A", OtherKind::Tiff),
    (b"II\x2B\0", OtherKind::Tiff),
    (b"MM\0\x2B", OtherKind::Tiff),
    (b"\0\0\x01\0", OtherKind::Icon),
    (b"icns\0", OtherKind::Icon),
    (b"%PDF-", OtherKind::Pdf),
    (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", OtherKind::OfficeDocument),
    (b"{\\rtf", OtherKind::OfficeDocument),
    (b"PK\x03\x04", OtherKind::Archive),
    (b"PK\x05\x06", OtherKind::Archive),
    (b"Rar!\x1A\x07", OtherKind::Archive),
    (b"7z\xBC\xAF\x27\x1C", OtherKind::Archive),
    (b"\x1F\x8B", OtherKind::Archive),
    (b"\xFD7zXZ\0", OtherKind::Archive),
    (b"\x28\xB5\x2F\xFD", OtherKind::Archive),
    (b"\x7FELF", OtherKind::OtherProgram),
    (b"\xFE\xED\xFA\xCE", OtherKind::OtherProgram),
    (b"\xFE\xED\xFA\xCF", OtherKind::OtherProgram),
    (b"\xCE\xFA\xED\xFE", OtherKind::OtherProgram),
    (b"\xCF\xFA\xED\xFE", OtherKind::OtherProgram),
    // Mach-O for several processors, and Java.
    (b"\xCA\xFE\xBA\xBE", OtherKind::OtherProgram),
    (b"\0asm", OtherKind::OtherProgram),
    (b"#!", OtherKind::OtherProgram),
    // A shortcut of Windows.
    (b"L\0\0\0\x01\x14\x02\0", OtherKind::WindowsProgram),
    (b"\x1A\x45\xDF\xA3", OtherKind::Video),
    (b"\0\0\x01\xBA", OtherKind::Video),
    (b"\0\0\x01\xB3", OtherKind::Video),
    (b"FLV\x01", OtherKind::Video),
    (b"\x30\x26\xB2\x75\x8E\x66\xCF\x11", OtherKind::Video),
    (b"ID3\x02", OtherKind::Sound),
    (b"ID3\x03", OtherKind::Sound),
    (b"ID3\x04", OtherKind::Sound),
    (b"OggS\0", OtherKind::Sound),
    (b"fLaC", OtherKind::Sound),
    (b"\0\x05\x16\x07", OtherKind::MacCompanion),
];

fn signed(bytes: &[u8]) -> Option<OtherKind> {
    let kind = SIGNATURES.iter().find(|(signature, _)| bytes.starts_with(signature)).map(|(_, kind)| *kind)?;
    Some(if kind == OtherKind::Archive && is_office(bytes) { OtherKind::OfficeDocument } else { kind })
}

/// Whether the first file in a ZIP archive is one with which Office and OpenDocument files begin.
fn is_office(bytes: &[u8]) -> bool {
    // PKWARE's APPNOTE §4.3.7: the name comes after 30 bytes.
    let name = bytes.get(30..).unwrap_or_default();
    [b"[Content_Types].xml".as_slice(), b"_rels/", b"docProps/", b"word/", b"mimetypeapplication/vnd.oasis"]
        .iter()
        .any(|first| name.starts_with(first))
}

/// Files with a short signature that a text could begin with; texts have been told apart by now.
fn briefly_signed(bytes: &[u8]) -> Option<OtherKind> {
    if bytes.iter().all(|byte| *byte == 0) {
        return Some(OtherKind::Zeros);
    }
    match bytes.first_chunk()? {
        b"MZ" => Some(OtherKind::WindowsProgram),
        b"BM" => Some(OtherKind::Bmp),
        // A frame of MPEG sound without a title.
        [0xFF, 0xE2..=0xFB] => Some(OtherKind::Sound),
        _ => None,
    }
}

fn text(bytes: &[u8]) -> Option<OtherKind> {
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Some(OtherKind::Text);
    }
    let beginning = bytes.get(..BEGINNING).unwrap_or(bytes);
    let is_control = |byte: &u8| byte.is_ascii_control() && !matches!(byte, b'\t' | b'\n' | b'\x0C' | b'\r' | b'\x1B');
    let ascii = beginning.iter().filter(|byte| byte.is_ascii()).count();
    let is_unicode = match str::from_utf8(beginning) {
        Ok(_) => true,
        // A letter that the end of the beginning cuts.
        Err(error) => error.error_len().is_none() && bytes.len() > BEGINNING,
    };
    // Older encodings differ from each other where they aren't ASCII, but most of a text is.
    if beginning.iter().any(is_control) || !(is_unicode || ascii * 4 >= beginning.len() * 3) {
        return None;
    }
    let text = String::from_utf8_lossy(beginning).to_ascii_lowercase();
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    if !text.starts_with('<') {
        return Some(OtherKind::Text);
    }
    let place = |tag: &str| text.find(tag).unwrap_or(usize::MAX);
    let page = place("<!doctype html").min(place("<html")).min(place("<head")).min(place("<body"));
    // Pages can have drawings in them, and drawings pages: the first is what the file is.
    Some(match place("<svg") {
        drawing if drawing < page => OtherKind::Svg,
        _ if page < usize::MAX => OtherKind::WebPage,
        _ => OtherKind::Text,
    })
}

#[cfg(test)]
mod tests {
    use super::OtherKind::{self, *};

    fn brands(brands: &[&str]) -> Vec<u8> {
        let length = u32::try_from(8 + 4 * brands.len()).unwrap();
        [&length.to_be_bytes()[..], b"ftyp", brands.concat().as_bytes(), b"\0\0\0\x08free"].concat()
    }

    #[test]
    fn brands_tell_boxed_files_apart() {
        for (names, kind) in [
            (["heic", "\0\0\0\0", "mif1"].as_slice(), Heic),
            (&["mif1", "\0\0\0\0", "heic"], Heic),
            (&["mif1", "\0\0\0\0", "avif"], Avif),
            (&["avif", "\0\0\0\0", "mif1"], Avif),
            (&["avis"], Avif),
            (&["crx ", "\0\0\0\0", "isom"], CameraRaw),
            (&["M4A "], Sound),
            (&["mp42", "\0\0\0\0", "isom"], Video),
            (&["qt  "], Video),
            (&[], Video),
        ] {
            assert_eq!(OtherKind::of(&brands(names)), kind, "{names:?}");
        }
        assert_eq!(OtherKind::of(b"\0\0\0\x14ftyp"), Video);
    }

    #[test]
    fn first_bytes_tell_files_apart() {
        for (bytes, kind) in [
            (b"RIFF\x24\0\0\0WEBPVP8 ".as_slice(), WebP),
            (b"RIFF\x24\0\0\0AVI LIST", Video),
            (b"RIFF\x24\0\0\0WAVEfmt ", Sound),
            (b"\0\0\0\x0CJXL \r\n\x87\n", JpegXl),
            (b"\xFF\x0A\x7F\0", JpegXl),
            (b"\0\0\0\x0CjP  \r\n\x87\n", Jpeg2000),
            (b"8BPS\0\x01", Photoshop),
            (b"II\x2A\0\x10\0\0\0CR\x02\0", CameraRaw),
            (b"FUJIFILMCCD-RAW 0201", CameraRaw),
            (b"II\x2A\0\x08\0\0\0", Tiff),
            (b"MM\0\x2A\0\0\0\x08", Tiff),
            (b"\0\0\x01\0\x01\0", Icon),
            (b"%PDF-1.7\n%\xE2\xE3\xCF\xD3", Pdf),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0", OfficeDocument),
            (b"PK\x03\x04\x14\0", Archive),
            (
                b"PK\x03\x04\x14\0\x06\0\x08\0\0\0\x21\0\0\0\0\0\0\0\0\0\0\0\0\0\x13\0\0\0[Content_Types].xml",
                OfficeDocument,
            ),
            (b"PK\x03\x04\x14\0\x06\0\x08\0\0\0\x21\0\0\0\0\0\0\0\0\0\0\0\0\0\x09\0\0\0photo.jpg", Archive),
            (b"\x1F\x8B\x08\0", Archive),
            (b"MZ\x90\0\x03\0\0\0", WindowsProgram),
            (b"\x7FELF\x02\x01\x01\0", OtherProgram),
            (b"\xCF\xFA\xED\xFE\x0C\0\0\x01", OtherProgram),
            (b"\xCA\xFE\xBA\xBE\0\0\0\x02", OtherProgram),
            (b"#!/bin/sh\n", OtherProgram),
            (b"\x1A\x45\xDF\xA3\x9F\x42\x86\x81\x01webm", Video),
            (b"\0\0\x01\xBA\x44", Video),
            (b"\0\0\0\x08wide\0\0\0\0mdat", Video),
            (b"ID3\x04\0", Sound),
            (b"\xFF\xFB\x90\x44", Sound),
            (b"BM\x36\x04\0\0\0\0\0\0\x36\0\0\0", Bmp),
            (b"\0\x05\x16\x07\0\x02\0\0Mac OS X", MacCompanion),
            (b"\0\0\0\0\0\0\0\0\0", Zeros),
            (b"\x01\x02\x03\x04", Unknown),
            (b"\0", Zeros),
            (b"\xFF\xD8", Unknown),
        ] {
            assert_eq!(OtherKind::of(bytes), kind, "{bytes:?}");
        }
    }

    #[test]
    fn texts_are_told_apart_by_their_tags() {
        for (text, kind) in [
            ("<svg xmlns='http://www.w3.org/2000/svg'/>", Svg),
            ("\u{FEFF}<?xml version=\"1.0\"?>\n<!-- drawn by hand -->\n<!DOCTYPE svg>\n<SVG>", Svg),
            ("<svg><foreignObject><body>", Svg),
            ("<!DOCTYPE html><html><body><svg>", WebPage),
            ("\n<HTML lang=en>", WebPage),
            ("<?xml version=\"1.0\"?><html xmlns=\"http://www.w3.org/1999/xhtml\">", WebPage),
            ("<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>", Text),
            ("{\"error\":\"not found\"}", Text),
            ("ID3 is a car by VW", Text),
            ("BMW and MZ are makers of motorcycles", Text),
            ("MZ", Text),
            ("a svg is written <svg>", Text),
            ("ФОТО", Text),
            ("G", Text),
        ] {
            assert_eq!(OtherKind::of(text.as_bytes()), kind, "{text}");
        }
        assert_eq!(OtherKind::of(b"caf\xE9 noir, d\xE9j\xE0 vu"), Text);
        assert_eq!(OtherKind::of(b"\xFF\xFEh\0i\0"), Text);
        assert_eq!(OtherKind::of("é".repeat(3000).as_bytes()), Text);
        assert_eq!(OtherKind::of(format!("a{}", "é".repeat(3000)).as_bytes()), Text, "cut within a letter");
        assert_eq!(OtherKind::of(b"\xE9\xE8\xEA\xEB"), Unknown);
    }
}
