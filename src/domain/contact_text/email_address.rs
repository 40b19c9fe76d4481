//! An email address within a line.

use crate::domain::email;

/// The first address in a line. What stands in brackets after `cid:` names a picture in the mail (RFC 2392) and is none.
pub fn find(line: &str) -> Option<&str> {
    line.match_indices('@').find_map(|(at, _)| {
        let (before, after) = (line.get(..at)?, line.get(at + 1..)?);
        let start = before.rfind(|letter| !is_local(letter)).map_or(0, |last| last + char_length(before, last));
        let end = after.find(|letter| !is_domain(letter)).unwrap_or(after.len());
        let local = before.get(start..)?.trim_start_matches(['.', '\'', '-', '_']);
        let domain = after.get(..end)?.trim_end_matches(['.', '-']);
        let is_picture = before.get(..start)?.to_lowercase().ends_with("cid:");
        let last = domain.rsplit('.').next()?;
        let is_known = last.chars().count() > 1 && (last.chars().all(char::is_alphabetic) || last.starts_with("xn--"));
        let address = line.get(at - local.len()..at + 1 + domain.len())?;
        (is_known && !is_picture && email::is_possible(address)).then_some(address)
    })
}

fn char_length(text: &str, at: usize) -> usize {
    text.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8)
}

fn is_local(letter: char) -> bool {
    letter.is_alphanumeric() || ".%&'+-_".contains(letter)
}

fn is_domain(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '.' | '-')
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn an_address_is_found_wherever_it_stands() {
        for (line, address) in [
            ("E:ana@ruiz.example", Some("ana@ruiz.example")),
            ("Ana Ruiz <ana.ruiz+work@ruiz.example>.", Some("ana.ruiz+work@ruiz.example")),
            ("mailto:ana@ruiz.example?subject=Hi", Some("ana@ruiz.example")),
            ("write to 'юлия@пример.рф'.", Some("юлия@пример.рф")),
            ("@ana, or @ ruiz.example, or ana@ruiz", None),
            ("[cid:image001.png@01D9A2B3.ABCDEF]", None),
        ] {
            assert_eq!(find(line), address, "{line}");
        }
    }
}
