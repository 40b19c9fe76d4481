//! The lines of a mail in which its writer signs.

use super::words::bare;

/// The longest line, in bytes, that can be one of a signature; what is longer is a paragraph.
const LONGEST_LINE: usize = 240;

/// How many lines lie at most between "Best," and the line of two hyphens after the name.
const SIGN_OFF_LINES: usize = 4;

/// How many lines a mail has at least, with its greeting: a line of two hyphens further up is part of a signature.
const BODY_LINES: usize = 3;

#[rustfmt::skip]
const SIGN_OFFS: [&str; 50] = [
    "best", "best regards", "regards", "kind regards", "kindest regards", "warm regards", "warmest regards", "with regards",
    "my best", "all my best", "all the best", "best wishes", "warm wishes", "warmly", "thanks", "many thanks", "thanks again",
    "thanks so much", "thanks a lot", "thank you", "thank you again", "thank you so much", "thank you very much", "thx",
    "thanks and regards", "thank you and best regards", "sincerely", "sincerely yours", "yours sincerely", "yours",
    "yours truly", "yours faithfully", "cheers", "cordially", "respectfully", "gratefully", "with gratitude", "with thanks",
    "talk soon", "take care", "to your success", "gracias", "muchas gracias", "saludos", "un saludo", "saludos cordiales",
    "atentamente", "cordialement", "с уважением", "mit freundlichen grüßen",
];

/// The lines that may be a signature's: those after the last sign-off that some contact follows, or all of them. Quoted mail,
/// the mail that is replied to, and who a mail went to are another person's and left out.
pub fn signature_lines(text: &str) -> Vec<&str> {
    let (sender, lines) = own_lines(text);
    let is_mark = |at: usize, line: &str| sign_off(line).is_some() || (is_delimiter(line) && at >= BODY_LINES);
    let marks: Vec<usize> =
        lines.iter().enumerate().filter(|(at, line)| is_mark(*at, line)).map(|(at, _)| at).collect();
    let last_contact = lines.iter().rposition(|line| is_contact(line));
    let last = marks.iter().rev().copied().find(|at| last_contact.is_some_and(|contact| *at <= contact));
    let first = marks.iter().copied().find(|at| last.is_some_and(|last| at + SIGN_OFF_LINES >= last));
    let signature = lines.into_iter().skip(first.unwrap_or(0)).filter(|line| !is_drawn(line));
    sender.into_iter().chain(signature.map(|line| sign_off(line).unwrap_or(line))).filter(|l| !l.is_empty()).collect()
}

/// The parts of a line that stand side by side.
pub fn segments(line: &str) -> Vec<&str> {
    let mut segments = Vec::new();
    let mut start = 0;
    for (at, letter) in line.char_indices() {
        let is_spaced = || {
            let before = line.get(..at).is_none_or(|text| text.is_empty() || text.ends_with(char::is_whitespace));
            let end = at + letter.len_utf8();
            (before, line.get(end..).is_none_or(|text| text.is_empty() || text.starts_with(char::is_whitespace)))
        };
        let is_separator = match letter {
            '|' | '\t' | '●' | '▪' | '■' | '◆' | '♦' | '¦' | '｜' | '∙' | '⋅' => true,
            // Between digits these may be a phone number's own.
            '•' | '·' => matches!(is_spaced(), (true, _) | (_, true)),
            '-' | '–' | '—' | '~' | '/' => is_spaced() == (true, true),
            _ => false,
        };
        if is_separator {
            segments.extend(line.get(start..at));
            start = at + letter.len_utf8();
        }
    }
    segments.extend(line.get(start..));
    segments.into_iter().map(str::trim).filter(|segment| !segment.is_empty()).collect()
}

/// The sender, where a mail's head says who that is, and the lines that are the writer's own.
fn own_lines(text: &str) -> (Option<&str>, Vec<&str>) {
    let mut sender = None;
    let mut lines = Vec::new();
    for line in text.split(['\n', '\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}']) {
        let line = line.trim_matches(|letter: char| letter.is_whitespace() || "\u{200b}\u{feff}".contains(letter));
        let small = line.to_lowercase();
        let is_any = |starts: &[&str]| starts.iter().any(|start| small.starts_with(start));
        let is_forwarding = small.contains("forwarded message");
        if is_forwarding {
            // What is above comes from who passes the mail on.
            (sender, lines) = (None, Vec::new());
        } else if is_any(&["from:", "*from:*"]) {
            if sender.is_some() || !lines.is_empty() {
                break;
            }
            sender = line.split_once(':').map(|(_, rest)| bare(rest));
        } else if small.contains("-original message-") || is_attribution(&small) {
            break;
        } else if !is_any(&["to:", "cc:", "bcc:", "reply-to:", "sent:", "date:", "subject:", "re:", "fwd:", "*to:*"])
            && !is_any(&["sent from ", "sent via ", "get outlook", "*sent:*", "*subject:*", "*cc:*", ">"])
            && !line.is_empty()
            && line.len() <= LONGEST_LINE
        {
            lines.push(line);
        }
    }
    (sender, lines)
}

/// "On Monday Ana wrote:"; the second line where it is broken into two.
fn is_attribution(small: &str) -> bool {
    let is_whole = small.starts_with("on ") && small.contains([',', '@', '/']) && small.contains(['@', '<', ':']);
    let says_when = small.chars().any(|letter| letter.is_ascii_digit());
    small.ends_with("wrote:") || small.ends_with("escribió:") || (is_whole && says_when && small.ends_with(['>', '<']))
}

/// The line between a mail and its signature (RFC 3676, section 4.3), also as some programs improve it.
fn is_delimiter(line: &str) -> bool {
    matches!(line, "--" | "—" | "–")
}

fn is_drawn(line: &str) -> bool {
    is_delimiter(line) || line.len() > 1 && line.chars().all(|letter| "-_—–=*~".contains(letter))
}

/// What follows the sign-off on its line, often nothing; `None` where the line is no sign-off.
fn sign_off(line: &str) -> Option<&str> {
    if is_sign_off(line) {
        return Some("");
    }
    let (start, rest) = line.split_once([',', '!'])?;
    is_sign_off(start).then(|| rest.trim())
}

fn is_sign_off(line: &str) -> bool {
    let letters: String =
        line.replace('&', " and ").chars().filter(|l| l.is_alphabetic() || l.is_whitespace()).collect();
    let words = letters.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ");
    SIGN_OFFS.contains(&words.as_str())
}

fn is_contact(line: &str) -> bool {
    let digits = line.chars().filter(char::is_ascii_digit).count();
    digits >= 7 || line.contains('@') || line.contains("://") || line.to_lowercase().contains("www.")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_split_where_its_parts_meet() {
        for (line, expected) in [
            ("Ana Ruiz | REALTOR®", vec!["Ana Ruiz", "REALTOR®"]),
            ("Ana Ruiz – Broker — GRI · ABR", vec!["Ana Ruiz", "Broker", "GRI", "ABR"]),
            ("555•010•0017 •555·010·0018", vec!["555•010•0017", "555·010·0018"]),
            ("Ana Ruiz-Soto RE/MAX", vec!["Ana Ruiz-Soto RE/MAX"]),
            ("||", vec![]),
        ] {
            assert_eq!(segments(line), expected, "{line}");
        }
    }

    #[test]
    fn only_the_writer_s_own_lines_are_kept() {
        for (text, expected) in [
            ("Call me at 555-010-0099.\nThanks!\nAna\na@b.example", vec!["Ana", "a@b.example"]),
            ("Hi\nYes.\nBest,\nAna Ruiz\n-- \nHarbor\n555 010 0017", vec!["Ana Ruiz", "Harbor", "555 010 0017"]),
            ("Ana\nOn Mon, May 1, Bob <b@c.example> wrote:\n> Hi", vec!["Ana"]),
            ("Ana\n-----Original Message-----\nFrom: Bob", vec!["Ana"]),
            (
                "FYI\n---- Forwarded message ----\nFrom: Ana <a@b.example>\nTo: c@d.example\nHi",
                vec!["Ana <a@b.example>", "Hi"],
            ),
            ("Hi,\nYes.\nOr 555 010 0099.\n-- \nAna\n555 010 0017", vec!["Ana", "555 010 0017"]),
            ("Ana Ruiz\n--\nHarbor\n-----\n555 010 0017", vec!["Ana Ruiz", "Harbor", "555 010 0017"]),
            ("Thanks, Ana Ruiz\n555 010 0017", vec!["Ana Ruiz", "555 010 0017"]),
            ("Ana\n555 010 0017\nThank you!", vec!["Ana", "555 010 0017"]),
        ] {
            assert_eq!(signature_lines(text), expected, "{text}");
        }
    }
}
