//! What a photo's file is called on its way to the server.

use super::format::PhotoFormat;

/// The longest name without its ending, in characters.
const LONGEST: usize = 80;

/// The name that was chosen, with the ending that fits the bytes: the API goes by it. API: certain.
pub fn file_name(chosen: &str, format: PhotoFormat) -> String {
    let name = chosen.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem: String = stem.chars().filter(|letter| !letter.is_control() && *letter != '"').take(LONGEST).collect();
    let stem = if stem.trim().is_empty() { "photo" } else { stem.trim() };
    format!("{stem}.{}", format.extension())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ending_fits_the_bytes_whatever_the_name_was() {
        for (chosen, expected) in [
            ("ana.jpg", "ana.png"),
            ("ana.ruiz.JPEG", "ana.ruiz.png"),
            ("ana", "ana.png"),
            ("C:\\fakepath\\ana.exe", "ana.png"),
            ("../../etc/passwd", "passwd.png"),
            (".jpg", "photo.png"),
            ("", "photo.png"),
            ("a\"\u{0}na\n.gif", "ana.png"),
        ] {
            assert_eq!(file_name(chosen, PhotoFormat::Png), expected, "{chosen}");
        }
        assert_eq!(file_name(&"x".repeat(300), PhotoFormat::Jpeg).len(), 84);
    }
}
