//! The encoding of texts beyond ASCII in a vCard 2.1 (RFC 2045, section 6.7).

/// The bytes 0x80 to 0x9F in Windows-1252, which is what writes that it is ISO-8859-1, too.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The text; `None` where its bytes are of a character set that isn't known.
pub fn decode(encoded: &str, character_set: Option<&str>) -> Option<String> {
    let bytes = bytes(encoded);
    match String::from_utf8(bytes) {
        Ok(text) => Some(text),
        Err(error) if is_western(character_set?) => Some(error.as_bytes().iter().map(|byte| western(*byte)).collect()),
        Err(_) => None,
    }
}

fn bytes(encoded: &str) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(encoded.len());
    let mut rest = encoded.bytes();
    while let Some(byte) = rest.next() {
        let mut ahead = rest.clone();
        let pair =
            (byte == b'=').then(|| Some(hexadecimal(ahead.next()?)? * 16 + hexadecimal(ahead.next()?)?)).flatten();
        if pair.is_some() {
            rest = ahead;
        }
        // An equals sign that begins no pair stands for itself: some writers forget to encode it.
        decoded.push(pair.unwrap_or(byte));
    }
    decoded
}

fn hexadecimal(digit: u8) -> Option<u8> {
    u8::try_from(char::from(digit).to_digit(16)?).ok()
}

fn is_western(character_set: &str) -> bool {
    ["WINDOWS-1252", "CP1252", "ISO-8859-1", "LATIN1"].iter().any(|name| name.eq_ignore_ascii_case(character_set))
}

fn western(byte: u8) -> char {
    let place = byte.checked_sub(0x80).map(usize::from);
    place.and_then(|place| WINDOWS.chars().nth(place)).unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::decode;

    #[test]
    fn bytes_are_read_in_their_character_set() {
        for (encoded, character_set, text) in [
            ("Jos=C3=A9=20Ruiz", Some("UTF-8"), Some("José Ruiz")),
            ("Jos=c3=a9", None, Some("José")),
            ("Jos=E9 =96 O=92Neill", Some("Windows-1252"), Some("José – O’Neill")),
            ("Jos=E9", Some("KOI8-R"), None),
            ("Jos=E9", None, None),
            ("1=1 =4", None, Some("1=1 =4")),
        ] {
            assert_eq!(decode(encoded, character_set).as_deref(), text, "{encoded}");
        }
    }
}
