use std::fs;

use super::bytes::*;
use crate::harness::{Server, in_browser};

/// Files of other kinds, by their first bytes: the name they come under, and words of what is said.
const OTHERS: [(&str, &[u8], &str); 30] = [
    ("empty.jpg", b"", "This file is empty"),
    ("iphone.heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC picture, as iPhones take them"),
    ("renamed-heic.jpg", b"\0\0\0\x18ftypmif1\0\0\0\0mif1heic", "Most Compatible"),
    ("web.avif", b"\0\0\0\x1Cftypavif\0\0\0\0avifmif1miaf", "AVIF picture"),
    ("web.webp", b"RIFF\x24\0\0\0WEBPVP8 ", "WebP picture"),
    ("renamed-webp.png", b"RIFF\x24\0\0\0WEBPVP8L", "WebP picture"),
    ("new.jxl", b"\0\0\0\x0CJXL \r\n\x87\n", "JPEG XL"),
    ("scan.jp2", b"\0\0\0\x0CjP  \r\n\x87\n", "JPEG 2000"),
    ("logo.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>", "SVG drawing"),
    ("renamed-svg.png", b"<?xml version='1.0'?>\n<svg/>", "Export it as PNG"),
    ("flyer.pdf", b"%PDF-1.7\n%\xE2\xE3\xCF\xD3", "PDF document"),
    ("paint.bmp", b"BM\x36\x04\0\0\0\0\0\0\x36\0\0\0", "BMP picture"),
    ("scan.tiff", b"II\x2A\0\x08\0\0\0", "TIFF picture"),
    ("scan-big-endian.tif", b"MM\0\x2A\0\0\0\x08", "TIFF picture"),
    ("favicon.ico", b"\0\0\x01\0\x01\0\x10\x10", "an icon (ICO)"),
    ("layers.psd", b"8BPS\0\x01", "Photoshop file"),
    ("camera.raf", b"FUJIFILMCCD-RAW 0201", "raw picture"),
    ("photos.zip", b"PK\x03\x04\x14\0\0\0\x08\0", "an archive, as in ZIP"),
    (
        "letter.docx",
        b"PK\x03\x04\x14\0\x06\0\x08\0\0\0\x21\0\0\0\0\0\0\0\0\0\0\0\0\0\x13\0\0\0[Content_Types].xml",
        "Office document",
    ),
    ("letter.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0", "Office document"),
    ("portrait.jpg", b"MZ\x90\0\x03\0\0\0\x04\0\0\0\xFF\xFF", "a program for Windows, not a picture"),
    ("portrait.png", b"\x7FELF\x02\x01\x01\0", "a program, not a picture"),
    ("script.gif", b"#!/bin/sh\nrm -rf ~\n", "a program, not a picture"),
    ("page.jpg", b"<!doctype html><title>404</title>", "a web page, not a picture"),
    ("notes.jpg", b"Ana Ruiz, Harbor Realty", "a text file, not a picture"),
    ("tour.mp4", b"\0\0\0\x18ftypmp42\0\0\0\0isommp42", "This is a video"),
    ("tour.mov", b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", "take a screenshot"),
    ("tour.webm", b"\x1A\x45\xDF\xA3\x9F\x42\x86\x81\x01webm", "This is a video"),
    ("voice.mp3", b"ID3\x04\0\0\0\0\0\0", "a sound recording"),
    ("copied-badly.jpg", &[0; 64], "nothing but zeros"),
];

/// Pictures with something wrong in them.
fn broken() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let damaged = "is damaged and can’t be read";
    let cut_off = "is cut off: the end of the file is missing";
    let frame = b"\xFF\xC0\0\x11\x08\0\x1E\0\x28\x03".as_slice();
    vec![
        ("first-bytes.jpg", b"\xFF\xD8\xFF".to_vec(), cut_off),
        ("half.jpg", part(jpeg(), 2), cut_off),
        ("without-its-end.jpg", without_end(jpeg(), 2), cut_off),
        ("zeros-at-the-end.jpg", filled(without_end(jpeg(), 40), 8000), cut_off),
        ("bad-segment.jpg", jpeg_with(b"\xFF\xE1\0\x01"), damaged),
        ("without-width.jpg", jpeg_of(0, 30), damaged),
        ("without-height.jpg", jpeg_of(40, 0), damaged),
        ("rare.jpg", swapped(jpeg(), frame, b"\xFF\xC3\0\x11\x08\0\x1E\0\x28\x03"), "rare kind of JPEG"),
        ("12000.jpg", jpeg_of(12_000, 12_000), "12,000 × 12,000 pixels; the most is 64 megapixels"),
        ("too-large.jpg", filled(jpeg(), 40 * MEGABYTE + 1), "40.1 MB; the most is 40 MB"),
        ("signature.png", b"\x89PNG\r\n\x1A\n".to_vec(), cut_off),
        ("half.png", part(png(), 2), cut_off),
        ("without-its-last-byte.png", without_end(png(), 1), cut_off),
        ("wrong-checksum.png", swapped(png(), b"IHDR\0\0\0\x28", b"IHDR\0\0\0\x29"), damaged),
        ("sent-as-text.png", swapped(png(), b"\r\n\x1A\n", b"\n\x1A\n"), damaged),
        ("without-width.png", png_of(0, 30), damaged),
        ("without-height.png", png_of(40, 0), damaged),
        ("two-headers.png", png_with(&chunk(b"IHDR", &[0; 13])), damaged),
        ("without-pixels.png", png_with(&chunk(b"IEND", b"")), damaged),
        ("pixels-are-noise.png", png_with_pixels(b"these are no compressed pixels"), damaged),
        ("12000.png", png_of(12_000, 12_000), "12,000 × 12,000 pixels"),
        ("longest.png", png_of(u32::MAX, 1), "4,294,967,295 × 1 pixels"),
        ("twice-too-large.png", filled(png(), 80 * MEGABYTE), "80 MB; the most is 40 MB"),
        ("first-bytes.gif", b"GIF89a".to_vec(), cut_off),
        ("half.gif", part(gif(), 2), cut_off),
        ("without-its-end.gif", without_end(gif(), 1), cut_off),
        ("without-width.gif", gif_of(0, 30), damaged),
        ("without-a-picture.gif", b"GIF89a\x01\0\x01\0\0\0\0\x3B".to_vec(), damaged),
        ("65535.gif", gif_of(65_535, 1_000), "65,535 × 1,000 pixels"),
        ("long-animation.gif", filled(animated_gif(), 10 * MEGABYTE + 1), "animated GIF is 10.1 MB"),
    ]
}

#[tokio::test]
async fn each_bad_file_is_told_for_what_it_is_and_the_good_one_before_stays() {
    let server = Server::small().await;
    let folder = tempfile::tempdir().unwrap();
    let put = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        fs::write(&path, bytes).unwrap();
        path
    };
    let good = put("good.png", &png());
    let better = put("better.jpg", &jpeg());
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        let others = OTHERS.into_iter().map(|(name, bytes, words)| (name, bytes.to_vec(), words));
        let table: Vec<_> = others.chain(broken()).collect();
        assert!(table.len() >= 40);
        for (number, (name, bytes, words)) in table.into_iter().enumerate() {
            page.choose_photo(&put(name, &bytes)).await;
            page.see_problem("Photo", words).await;
            let kept = match number {
                0 => None,
                number if number % 2 == 0 => Some("New photo: better.jpg."),
                _ => Some("New photo: good.png."),
            };
            match kept {
                None => page.see_none("button", "Don’t use it").await,
                Some(kept) => page.see_text_in(".photo-field [role=status]", kept).await,
            }
            let (next, told) =
                if number % 2 == 0 { (&good, "New photo: good.png.") } else { (&better, "New photo: better.jpg.") };
            page.choose_photo(next).await;
            page.see_no_problem("Photo", words).await;
            page.see_text_in(".photo-field [role=status]", told).await;
        }
        page.set("First name", "Zelda").await;
        page.press("Save").await;
        page.see_status("Saved.").await;
        assert_eq!(server.writes().await.len(), 1);
    })
    .await;
}
