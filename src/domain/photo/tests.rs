use std::io::Cursor;

use image::{AnimationDecoder, codecs::gif::GifDecoder};
use proptest::{prelude::*, sample::Index};

use super::{samples::*, *};
use crate::locale::Locale;

fn good() -> [Vec<u8>; 5] {
    [jpeg(), progressive_jpeg(), png(), gif(), animated_gif()]
}

/// Good photos with every sort of metadata.
fn talkative() -> [Vec<u8>; 5] {
    let notes = [
        segment(0xE1, &exif_payload(1)),
        segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0<x:xmpmeta/>"),
        segment(0xE2, b"MPF\0"),
        segment(0xED, b"Photoshop 3.0\0"),
        segment(0xFE, b"a comment"),
    ];
    let chunks = [
        chunk(*b"tEXt", b"Author\0Ana"),
        chunk(*b"eXIf", &exif_little_endian(1)),
        chunk(*b"tIME", b"\x07\xEA\x01\x02\x03\x04\x05"),
        chunk(*b"prVt", b"private"),
    ];
    let extensions = [extension(0xFE, &[b"a comment"]), extension(0xFF, &[b"XMP DataXMP", b"data"])];
    let mut bare = progressive_jpeg();
    bare.splice(2..2, notes.concat());
    let mut animated = animated_gif();
    let end = animated.len() - 1;
    animated.splice(end..end, extensions.concat());
    [jpeg_with(&notes.concat()), bare, png_with(&chunks.concat()), gif_with(&extensions.concat()), animated]
        .map(|bytes| [bytes, b"trailing data".to_vec()].concat())
}

fn words(bytes: &[u8]) -> String {
    inspect(bytes).map_or_else(|refusal| refusal.sentence(Locale::en), |info| format!("accepted: {info:?}"))
}

/// The bytes with others in the place of the first that are `old`.
fn swapped(mut bytes: Vec<u8>, old: &[u8], new: &[u8]) -> Vec<u8> {
    let start = bytes.windows(old.len()).position(|window| window == old).unwrap();
    bytes.splice(start..start + old.len(), new.iter().copied());
    bytes
}

fn cut(bytes: Vec<u8>, lost: usize) -> Vec<u8> {
    let length = bytes.len() - lost;
    bytes.into_iter().take(length).collect()
}

/// Filled up with zeros to a length; a file that is good stays so.
fn filled(mut bytes: Vec<u8>, length: usize) -> Vec<u8> {
    bytes.resize(length, 0);
    bytes
}

#[test]
fn files_of_other_kinds_are_called_by_their_names() {
    for (bytes, expected) in [
        (b"".as_slice(), "empty"),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC picture, as iPhones"),
        (b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "Most Compatible"),
        (b"\0\0\0\x1Cftypavif\0\0\0\0avifmif1miaf", "AVIF"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "WebP"),
        (b"\0\0\0\x0CJXL \r\n\x87\n", "JPEG XL"),
        (b"\0\0\0\x0CjP  \r\n\x87\n", "JPEG 2000"),
        (b"<?xml version='1.0'?><svg/>", "SVG drawing. Export it as PNG"),
        (b"%PDF-1.4\n", "PDF document"),
        (b"BM\x36\0\0\0\0\0\0\0", "BMP"),
        (b"II\x2A\0\x08\0\0\0", "TIFF"),
        (b"MM\0\x2A\0\0\0\x08", "TIFF"),
        (b"\0\0\x01\0\x01\0\x10\x10", "icon"),
        (b"8BPS\0\x01", "Photoshop"),
        (b"FUJIFILMCCD-RAW 0201", "raw picture"),
        (b"\0\0\0\x18ftypcrx \0\0\0\x01crx isom", "raw picture"),
        (b"PK\x03\x04\x14\0\0\0", "ZIP"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "Office document"),
        (b"MZ\x90\0\x03\0\0\0", "program for Windows"),
        (b"\x7FELF\x02\x01\x01\0", "program, not a picture"),
        (b"\xCF\xFA\xED\xFE\x07\0\0\x01", "program, not a picture"),
        (b"<!doctype html><title>Ana</title>", "web page"),
        (b"Ana Ruiz, Harbor Realty", "text file"),
        (b"\0\0\0\x18ftypmp42\0\0\0\0isommp42", "video"),
        (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", "video"),
        (b"\x1A\x45\xDF\xA3\x9F\x42\x86\x81", "video"),
        (b"ID3\x04\0\0\0\0\0\0", "sound"),
        (b"\0\x05\x16\x07\0\x02\0\0", "beside a picture"),
        (b"\0\0\0\0\0\0\0\0", "nothing but zeros"),
        (b"\x01\x02\x03\x04", "recognized"),
        (b"\xFF\xD8", "recognized"),
    ] {
        let words = words(bytes);
        assert!(words.contains(expected), "{bytes:?}: {words}");
    }
}

#[test]
fn bad_photos_are_told_what_is_wrong() {
    let frame = b"\xFF\xC0\0\x11\x08\0\x11\0\x17\x03".as_slice();
    let damaged = "is damaged and can’t be read. Copy or download it again";
    let cut_off = "is cut off: the end of the file is missing. Copy or download it again";
    let rare = "rare kind of JPEG";
    for (case, bytes, expected) in [
        ("JPEG: first bytes only", b"\xFF\xD8\xFF".to_vec(), cut_off),
        ("JPEG: without its end", cut(jpeg(), 2), cut_off),
        ("JPEG: half", cut(jpeg(), jpeg().len() / 2), cut_off),
        ("JPEG: the rest is zeros", filled(cut(jpeg(), 40), jpeg().len()), cut_off),
        ("JPEG: a segment longer than the file", jpeg_with(b"\xFF\xE1\xFF\xFF"), "JPEG"),
        ("JPEG: a segment shorter than its length", jpeg_with(b"\xFF\xE1\0\x01"), damaged),
        ("JPEG: two starts", jpeg_with(b"\xFF\xD8"), damaged),
        ("JPEG: two frames", jpeg_with(&segment(0xC0, b"\x08\0\x01\0\x01\x01\x01\x11\0")), damaged),
        ("JPEG: a scan before the frame", jpeg_with(&segment(0xDA, b"\x01\x01\0\0\x3F\0")), damaged),
        ("JPEG: an unknown marker", jpeg_with(b"\xFF\x42\0\x02"), damaged),
        ("JPEG: an end at once", jpeg_with(b"\xFF\xD9"), damaged),
        ("JPEG: no height", jpeg_of(23, 0), damaged),
        ("JPEG: no width", jpeg_of(0, 17), damaged),
        ("JPEG: no components", swapped(jpeg(), frame, b"\xFF\xC0\0\x11\x08\0\x11\0\x17\0"), damaged),
        ("JPEG: more components than said", swapped(jpeg(), frame, b"\xFF\xC0\0\x11\x08\0\x11\0\x17\x04"), damaged),
        ("JPEG: samples of 12 bits", swapped(jpeg(), frame, b"\xFF\xC1\0\x11\x0C\0\x11\0\x17\x03"), rare),
        ("JPEG: lossless", swapped(jpeg(), b"\xFF\xC0", b"\xFF\xC3"), rare),
        ("JPEG: arithmetic", swapped(jpeg(), b"\xFF\xC0", b"\xFF\xC9"), rare),
        ("JPEG: too many pixels", jpeg_of(12_000, 12_000), "12,000 × 12,000 pixels; the most is 64 megapixels"),
        ("JPEG: too large", filled(jpeg(), BYTE_LIMIT + 1), "40.1 MB; the most is 40 MB"),
        ("PNG: first bytes only", b"\x89PNG".to_vec(), cut_off),
        ("PNG: signature only", b"\x89PNG\r\n\x1A\n".to_vec(), cut_off),
        ("PNG: without its last byte", cut(png(), 1), cut_off),
        ("PNG: without its last chunk", cut(png(), 12), cut_off),
        ("PNG: line ends changed", swapped(png(), b"\r\n\x1A\n", b"\n\x1A\n"), damaged),
        ("PNG: a wrong checksum", swapped(png(), b"IHDR\0\0\0\x15", b"IHDR\0\0\0\x16"), damaged),
        ("PNG: no width", png_of(0, 14), damaged),
        ("PNG: no height", png_of(21, 0), damaged),
        ("PNG: another first chunk", swapped(png(), b"\0\0\0\x0DIHDR", b"\0\0\0\x0DCgBI"), damaged),
        ("PNG: a header of another length", swapped(png(), b"\0\0\0\x0DIHDR", b"\0\0\0\x0EIHDR"), damaged),
        ("PNG: two headers", png_with(&chunk(*b"IHDR", &[0; 13])), damaged),
        ("PNG: an unknown critical chunk", png_with(&chunk(*b"CRIT", b"")), damaged),
        ("PNG: a chunk that isn't named by letters", png_with(&chunk(*b"a1b2", b"")), damaged),
        ("PNG: a chunk longer than a chunk can be", png_with(b"\xFF\xFF\xFF\xFFtEXt"), damaged),
        ("PNG: a chunk longer than the file", png_with(b"\x7F\xFF\xFF\xFFtEXt"), cut_off),
        ("PNG: no data", png_with(&chunk(*b"IEND", b"")), damaged),
        ("PNG: too many pixels", png_of(64_000_001, 1), "64,000,001 × 1 pixels"),
        ("PNG: as many pixels as can be said", png_of(u32::MAX, u32::MAX), "4,294,967,295 × 4,294,967,295 pixels"),
        ("PNG: too large", filled(png(), BYTE_LIMIT * 2), "80 MB; the most is 40 MB"),
        ("GIF: first bytes only", b"GIF89a".to_vec(), cut_off),
        ("GIF: without its trailer", cut(gif(), 1), cut_off),
        ("GIF: half", cut(gif(), gif().len() / 2), cut_off),
        ("GIF: no width", gif_of(0, 15), damaged),
        ("GIF: no height", gif_of(12, 0), damaged),
        ("GIF: no image", b"GIF89a\x01\0\x01\0\0\0\0\x3B".to_vec(), damaged),
        ("GIF: an unknown block", gif_with(b"\x42"), damaged),
        ("GIF: too many pixels", gif_of(65_535, 1_000), "65,535 × 1,000 pixels"),
        ("GIF: too large", filled(gif(), BYTE_LIMIT + 1), "40.1 MB"),
        ("GIF: a large one that moves", filled(animated_gif(), ANIMATION_BYTE_LIMIT + 1), "animated GIF is 10.1 MB"),
    ] {
        let words = words(&bytes);
        assert!(words.contains(expected), "{case}: {words}");
    }
}

#[test]
fn a_photo_within_the_limits_is_taken() {
    for bytes in [jpeg_of(8_000, 8_000), png_of(8_000, 8_000), gif_of(8_000, 8_000)] {
        assert_eq!(inspect(&bytes).map(|info| info.width), Ok(8_000));
    }
    assert!(inspect(&filled(jpeg(), BYTE_LIMIT)).is_ok());
    assert!(inspect(&filled(gif(), ANIMATION_BYTE_LIMIT + 1)).is_ok(), "one that stands still is made smaller");
    assert!(inspect(&filled(animated_gif(), ANIMATION_BYTE_LIMIT)).is_ok());
}

#[test]
fn a_long_video_is_told_to_be_a_video() {
    let bytes = filled(b"\0\0\0\x18ftypmp42\0\0\0\0isommp42".to_vec(), BYTE_LIMIT + 1);
    assert_eq!(inspect(&bytes), Err(Refusal::OtherKind(OtherKind::Video)));
}

#[test]
fn a_turned_photo_is_shown_with_its_sides_swapped() {
    let info = inspect(&jpeg_with(&segment(0xE1, &exif_payload(6)))).unwrap();
    assert_eq!((info.width, info.height), (23, 17));
}

#[test]
fn a_photo_cut_off_anywhere_is_refused() {
    for bytes in good() {
        assert!(inspect(&bytes).is_ok());
        for length in 0..bytes.len() {
            let part = bytes.get(..length).unwrap();
            assert!(inspect(part).is_err(), "{length} of {}", bytes.len());
            for format in [PhotoFormat::Jpeg, PhotoFormat::Png, PhotoFormat::Gif] {
                assert_eq!(without_metadata(part, format), None);
            }
        }
    }
}

#[test]
fn only_metadata_is_removed_and_every_pixel_stays() {
    for (good, talkative) in good().into_iter().zip(talkative()) {
        let info = inspect(&talkative).unwrap();
        assert!(info.has_metadata);
        let clean = without_metadata(&talkative, info.format).unwrap();
        assert_eq!(clean, good);
        assert_eq!(inspect(&clean), Ok(PhotoInfo { has_metadata: false, ..info }));
        let pixels = |bytes: &[u8]| image::load_from_memory(bytes).unwrap().into_rgba8();
        assert_eq!(pixels(&clean), pixels(&talkative));
        assert_eq!(pixels(&clean).dimensions(), (info.width, info.height));
        assert_eq!(without_metadata(&clean, info.format), None);
    }
}

#[test]
fn an_animation_keeps_its_frames() {
    let [.., animated] = talkative();
    let frames = |bytes: &[u8]| {
        let frames = GifDecoder::new(Cursor::new(bytes)).unwrap().into_frames().collect_frames().unwrap();
        frames.into_iter().map(|frame| (frame.delay(), frame.into_buffer())).collect::<Vec<_>>()
    };
    let clean = without_metadata(&animated, PhotoFormat::Gif).unwrap();
    assert_eq!(frames(&clean), frames(&animated));
    assert_eq!(frames(&clean).len(), 2);
}

/// What holds of all bytes: a file has metadata where some can be removed, and then has none.
fn check(bytes: &[u8]) -> Result<(), TestCaseError> {
    for format in [PhotoFormat::Jpeg, PhotoFormat::Png, PhotoFormat::Gif] {
        without_metadata(bytes, format);
    }
    match inspect(bytes) {
        Err(refusal) => prop_assert!(refusal.sentence(Locale::en).ends_with('.')),
        Ok(info) => {
            let clean = without_metadata(bytes, info.format);
            prop_assert_eq!(clean.is_some(), info.has_metadata);
            if let Some(clean) = clean {
                prop_assert!(clean.len() < bytes.len());
                let orientation = Orientation::Normal;
                prop_assert_eq!(inspect(&clean), Ok(PhotoInfo { has_metadata: false, orientation, ..info }));
            }
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn no_bytes_do_harm(rest in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&rest)?;
        let photos = [b"\xFF\xD8\xFF".as_slice(), b"\x89PNG\r\n\x1A\n", b"GIF89a"];
        let others = [b"\0\0\0\x40ftyp".as_slice(), b"RIFF", b"PK\x03\x04", b"<"];
        for beginning in photos.into_iter().chain(others) {
            check(&[beginning, &rest].concat())?;
        }
    }

    #[test]
    fn no_changed_photo_does_harm(
        photo in prop::sample::select([good(), talkative()].concat()),
        changes in prop::collection::vec((any::<Index>(), 0..4_usize, any::<[u8; 3]>(), 0..4_usize), 1..8),
    ) {
        let mut bytes = photo;
        for (place, removed, added, count) in changes {
            let start = place.index(bytes.len() + 1);
            let end = bytes.len().min(start + removed);
            bytes.splice(start..end, added.into_iter().take(count));
        }
        check(&bytes)?;
    }

    #[test]
    fn parts_in_any_order_do_no_harm(parts in prop::collection::vec(prop::sample::select(parts()), 0..12)) {
        let parts = parts.concat();
        check(&[b"\xFF\xD8".as_slice(), &parts, b"\xFF\xD9"].concat())?;
        check(&[b"GIF89a\x01\0\x01\0\0\0\0".as_slice(), &parts, b"\x3B"].concat())?;
        check(&png_with(&parts))?;
    }
}

/// Parts of photos, good and bad.
fn parts() -> Vec<Vec<u8>> {
    vec![
        segment(0xC0, b"\x08\0\x01\0\x01\x01\x01\x11\0"),
        segment(0xDA, b"\x01\x01\0\0\x3F\0"),
        segment(0xE1, &exif_payload(6)),
        segment(0xE2, b"ICC_PROFILE\0"),
        segment(0xFE, b"\xFF\xD9"),
        b"\xFF".to_vec(),
        b"\0".to_vec(),
        b"data\xFF\0\xFF\xD0".to_vec(),
        b"\xFF\xFF".to_vec(),
        chunk(*b"tEXt", b""),
        chunk(*b"gAMA", b"\0\0\0\x01"),
        chunk(*b"eXIf", &exif_little_endian(8)),
        chunk(*b"IDAT", b""),
        chunk(*b"IEND", b""),
        extension(0xFE, &[b"\x3B"]),
        extension(0xF9, &[&[0; 4]]),
        b"\x2C\0\0\0\0\x01\0\x01\0\0\x02\x02\x4C\x01\0".to_vec(),
    ]
}
