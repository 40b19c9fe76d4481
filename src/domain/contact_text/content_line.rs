//! The properties of a vCard as they are written: content lines (RFC 2426, section 2.4.2; RFC 6350, section 3.3).

use super::quoted_printable;

/// One property.
#[derive(Debug)]
pub struct Property {
    /// What stands before the name and a dot, as `item1`; properties of one group belong together.
    pub group: String,
    /// In capitals.
    pub name: String,
    /// Names in capitals, and one entry for each value of a list.
    pub parameters: Vec<(String, String)>,
    value: String,
}

impl Property {
    /// The value as one text, escapes undone (RFC 6350, section 3.4).
    pub fn text(&self) -> String {
        unescape(&self.value)
    }

    /// The components of a structured value, escapes undone.
    pub fn components(&self) -> Vec<String> {
        let mut is_escaped = false;
        let parts = self.value.split(|letter| {
            let is_end = letter == ';' && !is_escaped;
            is_escaped = letter == '\\' && !is_escaped;
            is_end
        });
        parts.map(unescape).collect()
    }

    /// The values of a parameter.
    pub fn values(&self, name: &str) -> impl Iterator<Item = &str> {
        self.parameters.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// `None` where the line is no property, or its value can't be read as text.
    fn parse(line: &str) -> Option<Self> {
        let mut is_quoted = false;
        let colon = line.find(|letter| {
            is_quoted ^= letter == '"';
            letter == ':' && !is_quoted
        })?;
        let (head, value) = (line.get(..colon)?, line.get(colon + 1..)?);
        let mut is_quoted = false;
        let mut parts = head.split(|letter| {
            is_quoted ^= letter == '"';
            letter == ';' && !is_quoted
        });
        let name = parts.next()?.trim();
        let (group, name) = name.rsplit_once('.').unwrap_or(("", name));
        let parameters = parts.flat_map(parameter).collect();
        let property = Self {
            group: group.to_ascii_lowercase(),
            name: name.to_ascii_uppercase(),
            parameters,
            value: value.to_owned(),
        };
        property.decode()
    }

    fn decode(mut self) -> Option<Self> {
        let encoding = self.values("ENCODING").next().map(str::to_ascii_uppercase);
        match encoding.as_deref() {
            Some("QUOTED-PRINTABLE") => {
                let text = quoted_printable::decode(&self.value, self.values("CHARSET").next());
                self.value = text?;
                Some(self)
            }
            // A photo or a sound.
            Some("B" | "BASE64") => None,
            _ => Some(self),
        }
    }
}

/// The properties of the first card in a text; `None` where no card begins.
pub fn first_card(text: &str) -> Option<Vec<Property>> {
    let text = text.trim_start_matches('\u{feff}').replace("\r\n", "\n").replace('\r', "\n");
    let begin = text.split('\n').find(|line| line.trim().eq_ignore_ascii_case("BEGIN:VCARD"))?;
    // A card that was pasted with a margin has it on each line.
    let margin = begin.get(..begin.len() - begin.trim_start().len()).unwrap_or_default();
    let lines = text.split('\n').map(|line| line.strip_prefix(margin).unwrap_or(line));
    let is_first = |line: &&str| !line.trim().eq_ignore_ascii_case("BEGIN:VCARD");
    let mut properties = Vec::new();
    let mut depth = 0_usize;
    for line in unfold(lines.skip_while(is_first)) {
        let Some(property) = Property::parse(&line) else { continue };
        let is_edge = property.value.trim().eq_ignore_ascii_case("VCARD");
        match property.name.as_str() {
            // A card within the card is another person's (`AGENT` in RFC 2426, section 3.5.4).
            "BEGIN" if is_edge => depth += 1,
            "END" if is_edge && depth <= 1 => break,
            "END" if is_edge => depth -= 1,
            _ if depth == 1 => properties.push(property),
            _ => {}
        }
    }
    Some(properties)
}

/// Lines as they were before they were folded: RFC 2426, section 2.6, and for a vCard 2.1 its section 2.1.3, where the space
/// that begins the next line is the text's own. A soft break of quoted-printable text is undone likewise.
fn unfold<'text>(lines: impl Iterator<Item = &'text str> + Clone) -> Vec<String> {
    let keeps_space = lines.clone().any(|line| line.trim().eq_ignore_ascii_case("VERSION:2.1"));
    let mut unfolded: Vec<String> = Vec::new();
    let mut is_quoted_printable = false;
    for line in lines {
        match unfolded.last_mut() {
            Some(last) if is_quoted_printable && last.ends_with('=') => {
                last.pop();
                last.push_str(line);
            }
            Some(last) if line.starts_with([' ', '\t']) => {
                last.push_str(if keeps_space { line } else { line.get(1..).unwrap_or_default() });
            }
            _ => {
                let head = line.split(':').next().unwrap_or_default();
                is_quoted_printable = head.to_ascii_uppercase().contains("QUOTED-PRINTABLE");
                unfolded.push(line.to_owned());
            }
        }
    }
    unfolded
}

/// A parameter, once for each of its values. A vCard 2.1 may leave out the name.
fn parameter(text: &str) -> Vec<(String, String)> {
    let (name, values) = text.split_once('=').unwrap_or_else(|| (omitted_name(text), text));
    let name = name.trim().to_ascii_uppercase();
    values.split(',').map(|value| (name.clone(), value.trim_matches([' ', '"']).to_owned())).collect()
}

fn omitted_name(value: &str) -> &'static str {
    let is_encoding = |name: &&str| name.eq_ignore_ascii_case(value.trim());
    if ["QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT"].iter().any(is_encoding) { "ENCODING" } else { "TYPE" }
}

fn unescape(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        if letter != '\\' {
            plain.push(letter);
            continue;
        }
        match letters.next() {
            Some('n' | 'N') => plain.push('\n'),
            // Google escapes the colon of a web address.
            Some(escaped @ ('\\' | ',' | ';' | ':')) => plain.push(escaped),
            other => plain.extend([Some('\\'), other].into_iter().flatten()),
        }
    }
    plain
}
