//! A telephone number as it was typed, as a link that begins a call.

/// The most digits that a number can have (ITU-T E.164, section 6.2.1).
const MOST_DIGITS: usize = 15;

/// The most digits of an extension.
const MOST_OF_EXTENSION: usize = 6;

/// The fewest digits of a number that something may follow: before that, it is a part of one.
const FEWEST_DIGITS: usize = 7;

/// What an extension is written after, the longest first.
const MARKS: [&str; 5] = ["extension", "extensión", "ext", "x", "#"];

/// A link that begins a call (RFC 3966): the digits, a plus sign in front, and the extension where one is marked as such. Words
/// that are dialled by their letters become digits; of several numbers, the first is called. `None` where it can't be told
/// what to call: a wrong number is worse than none.
pub fn phone_link(phone: &str) -> Option<String> {
    let phone = phone.trim().to_lowercase();
    let (digits, rest) = number(&phone);
    let extension = extension(rest.trim_start_matches([' ', ',', ';', '(']));
    let is_part = digits.len() < FEWEST_DIGITS && extension.is_none() && rest.contains(char::is_alphanumeric);
    if digits.is_empty() || digits.len() > MOST_DIGITS || is_part {
        return None;
    }
    let plus = if phone.trim_start_matches('(').starts_with('+') { "+" } else { "" };
    let extension = extension.map(|digits| format!(";ext={digits}")).unwrap_or_default();
    Some(format!("tel:{plus}{digits}{extension}"))
}

/// The digits of the number that a text begins with, and what follows it.
fn number(text: &str) -> (String, &str) {
    let mut digits = String::new();
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let after = rest.get(next.len_utf8()..).unwrap_or_default();
        match next {
            '0'..='9' => digits.push(next),
            // A second plus sign begins another number, and so does a slash after a whole one.
            '+' if digits.is_empty() => {}
            '/' if digits.len() < FEWEST_DIGITS => {}
            '-' | '.' | '(' | ')' | '‐' | '‑' | '–' => {}
            _ if next.is_whitespace() => {}
            'a'..='z' if extension(rest).is_none() => {
                let is_apart = text.strip_suffix(rest).is_some_and(|before| before.ends_with([' ', '(']));
                let word = rest.split(|letter: char| !letter.is_ascii_lowercase()).next().unwrap_or_default();
                if is_apart || !is_dialled(&digits, word) {
                    return (digits, rest);
                }
                digits.extend(word.chars().map(key));
                rest = rest.get(word.len()..).unwrap_or_default();
                continue;
            }
            _ => return (digits, rest),
        }
        rest = after;
    }
    (digits, rest)
}

/// Whether a word right after `digits` can be meant to be dialled: a number of North America, with its country code or without,
/// is not longer for it.
fn is_dialled(digits: &str, word: &str) -> bool {
    let most = if digits.starts_with('1') { 11 } else { 10 };
    word.len() > 1 && !digits.is_empty() && digits.len() + word.len() <= most
}

/// The key of a telephone that a small letter is on (ITU-T E.161).
fn key(letter: char) -> char {
    match letter {
        'a'..='c' => '2',
        'd'..='f' => '3',
        'g'..='i' => '4',
        'j'..='l' => '5',
        'm'..='o' => '6',
        'p'..='s' => '7',
        't'..='v' => '8',
        _ => '9',
    }
}

/// The digits of the extension that a text begins with.
fn extension(text: &str) -> Option<String> {
    let rest = MARKS.iter().find_map(|mark| text.strip_prefix(mark))?;
    let rest = rest.trim_start_matches(['.', ':', ' ']);
    let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
    (1..=MOST_OF_EXTENSION).contains(&digits.len()).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_goes_to_the_digits_and_the_extension() {
        for (phone, link) in [
            ("+1 (555) 010-0017", "tel:+15550100017"),
            ("(+1) 555.010.0017", "tel:+15550100017"),
            ("555-010-0017 ext. 12", "tel:5550100017;ext=12"),
            ("555-010-0017, Ext 12", "tel:5550100017;ext=12"),
            ("555-010-0017 extension 123456", "tel:5550100017;ext=123456"),
            ("555-010-0017 (ext: 4)", "tel:5550100017;ext=4"),
            ("555-010-0017 #4", "tel:5550100017;ext=4"),
            ("(555) 010-0017x7", "tel:5550100017;ext=7"),
            ("555 010 0017 (mobile)", "tel:5550100017"),
            ("030/1234567", "tel:0301234567"),
            ("911", "tel:911"),
        ] {
            assert_eq!(phone_link(phone).as_deref(), Some(link), "{phone}");
        }
    }

    /// Any letter began an extension: the digits before it were dialled, and those after it sent after them.
    #[test]
    fn no_other_letter_begins_an_extension() {
        for (phone, link) in [
            ("1-800-FLOWERS", Some("tel:18003569377")),
            ("1-800-GO-FEDEX", Some("tel:18004633339")),
            ("1-888-555-HELP", Some("tel:18885554357")),
            ("800-XEROXED", Some("tel:8009376933")),
            ("800 FLOWERS", None),
            ("555-010-0017 or 555-010-0018", Some("tel:5550100017")),
            ("555-010-0017 / 555-010-0018", Some("tel:5550100017")),
            ("555-010-0017/555-010-0018", Some("tel:5550100017")),
            ("555-010-0017, 555-010-0018", Some("tel:5550100017")),
            ("+1 555 010 0017 +1 555 010 0018", Some("tel:+15550100017")),
            ("555-010-0017 cell 555-010-0018", Some("tel:5550100017")),
            ("555-010-0017cell", Some("tel:5550100017")),
            ("555-010-0017 x1234567", Some("tel:5550100017")),
            ("555,010,0017", None),
            ("555 010 0017 555 010 0018", None),
            ("cell: 555-010-0017", None),
            ("by email only", None),
            ("", None),
        ] {
            assert_eq!(phone_link(phone).as_deref(), link, "{phone}");
        }
    }
}
