//! The phone numbers of a signature, as they are written in North America (NANP), and any that begins with a plus sign (ITU-T
//! E.123).

use super::phone_label::{self, Kind};

/// The most digits of a number (ITU-T E.164, section 6.2.1).
const MOST_DIGITS: usize = 15;

/// The longest extension, in digits.
const LONGEST_EXTENSION: usize = 6;

/// The number to call an agent by: a mobile one first, then a direct one, then the first; never a fax.
pub fn best<'text>(segments: &[&'text str]) -> Option<&'text str> {
    let mut best: Option<(Kind, &str)> = None;
    let mut before = "";
    for segment in segments {
        for (kind, number) in labelled(segment, before) {
            if kind != Kind::Never && best.is_none_or(|(other, _)| kind < other) {
                best = Some((kind, number));
            }
        }
        before = segment;
    }
    best.map(|(_, number)| number)
}

/// The numbers in a segment and what each is. Labels stand before the numbers or, where the first has none, after them; the
/// segment before may be one.
fn labelled<'text>(segment: &'text str, previous: &str) -> Vec<(Kind, &'text str)> {
    let spans = spans(segment);
    let text = |start: usize, end: usize| segment.get(start..end).unwrap_or_default();
    let next_start = |at: usize| spans.get(at + 1).map_or(segment.len(), |(start, _)| *start);
    let is_first_bare = spans.first().is_some_and(|(start, _)| phone_label::before(text(0, *start)).is_none());
    let is_label_after = |(start, end): &(usize, usize)| {
        let after = text(*end, spans.iter().map(|(next, _)| *next).find(|next| next > start).unwrap_or(segment.len()));
        !after.trim_end().ends_with(':') && phone_label::after(after).is_some()
    };
    let is_after = is_first_bare && spans.first().is_some_and(is_label_after);
    let mut last_end = 0;
    let mut found = Vec::new();
    for (at, (start, end)) in spans.iter().enumerate() {
        let own = if is_after {
            phone_label::after(text(*end, next_start(at)))
        } else {
            phone_label::before(text(last_end, *start))
        };
        let from_previous = || (at == 0).then(|| phone_label::alone(previous)).flatten();
        found.push((own.or_else(from_previous).unwrap_or(Kind::Other), text(*start, *end)));
        last_end = *end;
    }
    found
}

/// Where numbers begin and end.
fn spans(text: &str) -> Vec<(usize, usize)> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let offset = |at: usize| letters.get(at).map_or(text.len(), |(offset, _)| *offset);
    let mut spans = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let before = at.checked_sub(1).and_then(|before| letters.get(before)).map(|(_, letter)| *letter);
        // Within a word, an address of a page or a longer number nothing begins.
        let is_start = before.is_none_or(|letter| !letter.is_alphanumeric() && !"/=_@#&".contains(letter));
        let end = if is_start { Reader { letters: &letters, at }.number() } else { None };
        if let Some(end) = end {
            spans.push((offset(at), offset(end)));
        }
        at = end.unwrap_or(at + 1);
    }
    spans
}

#[derive(Clone, Copy)]
struct Reader<'letters> {
    letters: &'letters [(usize, char)],
    at: usize,
}

impl Reader<'_> {
    /// The place after the number that begins here.
    fn number(mut self) -> Option<usize> {
        let start = self.at;
        let has_plus = self.takes('+');
        if has_plus && self.letter() != Some('1') {
            return self.international();
        }
        if self.takes('1') {
            let gap = self.gap();
            // Eleven digits in a row are a license at least as often as a phone.
            (has_plus || gap > 0 || self.letter() == Some('(')).then_some(())?;
        }
        let has_bracket = self.takes('(');
        self.takes_digits(3)?;
        (!has_bracket || self.takes(')')).then_some(())?;
        self.gap();
        self.takes_digits(3)?;
        self.gap();
        self.takes_digits(4)?;
        let is_block = self.at - start == 10;
        let goes_on = |letter: char| letter.is_numeric() || (is_block && letter.is_alphabetic() && letter != 'x');
        (!self.letter().is_some_and(goes_on)).then_some(())?;
        Some(self.extension().unwrap_or(self.at))
    }

    fn international(mut self) -> Option<usize> {
        let mut digits = 0;
        let mut end = self.at;
        while let Some(letter) = self.letter() {
            if letter.is_ascii_digit() {
                digits += 1;
                end = self.at + 1;
            } else if self.at > end + 2 || !(is_gap(letter) || "()".contains(letter)) {
                break;
            }
            self.at += 1;
        }
        self.at = end;
        (8..=MOST_DIGITS).contains(&digits).then(|| self.extension().unwrap_or(end))
    }

    /// The place after an extension: `x12`, `ext. 12`, `#12`.
    fn extension(mut self) -> Option<usize> {
        while self.letter().is_some_and(|letter| letter.is_whitespace() || letter == ',') {
            self.at += 1;
        }
        let start = self.at;
        while self.letter().is_some_and(|letter| letter.is_alphabetic() || letter == '#') {
            self.at += 1;
        }
        let word: String = self.letters.get(start..self.at)?.iter().map(|(_, letter)| *letter).collect();
        matches!(word.to_lowercase().as_str(), "x" | "ext" | "extn" | "extension" | "#").then_some(())?;
        while self.letter().is_some_and(|letter| letter.is_whitespace() || ".:#".contains(letter)) {
            self.at += 1;
        }
        let first = self.at;
        while self.letter().is_some_and(|letter| letter.is_ascii_digit()) {
            self.at += 1;
        }
        (1..=LONGEST_EXTENSION).contains(&(self.at - first)).then_some(self.at)
    }

    fn letter(self) -> Option<char> {
        self.letters.get(self.at).map(|(_, letter)| *letter)
    }

    fn takes(&mut self, letter: char) -> bool {
        let is_there = self.letter() == Some(letter);
        self.at += usize::from(is_there);
        is_there
    }

    fn takes_digits(&mut self, count: usize) -> Option<()> {
        let digits = self.letters.get(self.at..self.at + count)?;
        self.at += count;
        digits.iter().all(|(_, letter)| letter.is_ascii_digit()).then_some(())
    }

    /// Takes what stands between the digits, and says how much that was.
    fn gap(&mut self) -> usize {
        let start = self.at;
        while self.at < start + 3 && self.letter().is_some_and(is_gap) {
            self.at += 1;
        }
        self.at - start
    }
}

fn is_gap(letter: char) -> bool {
    (letter.is_whitespace() && letter != '\n') || "-.·•∙/‐‑‒–—".contains(letter)
}

#[cfg(test)]
mod tests {
    use super::best;

    #[test]
    fn the_number_to_call_is_found() {
        for (segments, number) in [
            (vec!["(555) 010-0017"], Some("(555) 010-0017")),
            (vec!["555.010.0017, 555.010.0018"], Some("555.010.0017")),
            (vec!["+1 555 010 0017 x12"], Some("+1 555 010 0017 x12")),
            (vec!["1-555-010-0017 ext. 3 today"], Some("1-555-010-0017 ext. 3")),
            (vec!["5550100017"], Some("5550100017")),
            (vec!["555•010•0017"], Some("555•010•0017")),
            (vec!["+44 20 7946 0018"], Some("+44 20 7946 0018")),
            (vec!["O: 555-010-0017 C: 555-010-0018"], Some("555-010-0018")),
            (vec!["555-010-0017 office, 555-010-0018 cell"], Some("555-010-0018")),
            (vec!["555-010-0017 (o)", "555-010-0018 (m)"], Some("555-010-0018")),
            (vec!["Office 555-010-0017", "D 555-010-0018", "Cell/Text: 555-010-0019"], Some("555-010-0019")),
            (vec!["📠 555-010-0017", "📞 555-010-0018", "📱 555-010-0019"], Some("555-010-0019")),
            (vec!["Office", "555-010-0017", "Mobile", "555-010-0018"], Some("555-010-0018")),
            (vec!["Fax", "555-010-0017"], None),
            (vec!["F: 555-010-0017", "Tel/Fax 555-010-0018", "555-010-0019 fax"], None),
            (vec!["DRE# 0155501000", "License 5550100017", "10401234567", "Lic. #01234567"], None),
            (vec!["97201-1234", "2024-10-17", "ID 555-010-001755", "https://a.example/555-010-0017"], None),
            (vec!["+", "+1", "(555", "(555) 010-001", "+1 (", "+999999999999999999"], None),
        ] {
            assert_eq!(best(&segments), number, "{segments:?}");
        }
    }
}
