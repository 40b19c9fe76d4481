//! What the words beside a number say that it is.

/// What a number is, the best to call first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// A mobile phone.
    Mobile,
    /// A line to the agent's own desk.
    Direct,
    /// A phone, as far as is known.
    Other,
    /// No phone to be called: a fax, or a license.
    Never,
}

/// How many of the words before a number are about it.
const LABEL_WORDS: usize = 3;

/// What the words before a number say; `None` where they say nothing.
pub fn before(text: &str) -> Option<Kind> {
    let words = words(text);
    // A single letter is a label only right before the number: elsewhere it is an initial.
    let letters = words.iter().rev().take_while(|word| word.chars().count() == 1 || *word == "or").count();
    let first_letter = words.len() - letters;
    let is_near = |at: usize| at + LABEL_WORDS >= words.len();
    let near =
        words.iter().enumerate().filter(|(at, word)| is_near(*at) && (word.chars().count() > 1 || *at >= first_letter));
    kind(text, near.map(|(_, word)| word.as_str()))
}

/// What the words after a number say.
pub fn after(text: &str) -> Option<Kind> {
    kind(text, words(text).iter().take(1).map(String::as_str))
}

/// What a text says that is a label and nothing else.
pub fn alone(text: &str) -> Option<Kind> {
    (words(text).len() <= 2).then(|| before(text)).flatten()
}

fn words(text: &str) -> Vec<String> {
    text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect()
}

fn kind<'word>(text: &str, words: impl Iterator<Item = &'word str>) -> Option<Kind> {
    let pictured = text.chars().filter_map(|letter| match letter {
        '📠' | '🖷' => Some(Kind::Never),
        '📱' | '📲' => Some(Kind::Mobile),
        _ => None,
    });
    let named = words.filter_map(|word| match word {
        "fax" | "fx" | "facsimile" | "efax" | "f" | "pager" => Some(Kind::Never),
        "dre" | "bre" | "calbre" | "caldre" | "lic" | "license" | "licence" | "nmls" | "mls" | "id" => {
            Some(Kind::Never)
        }
        "mobile" | "cell" | "cellular" | "cellphone" | "text" | "m" | "c" | "móvil" | "celular" => Some(Kind::Mobile),
        "direct" | "d" => Some(Kind::Direct),
        "office" | "o" | "phone" | "p" | "tel" | "telephone" | "t" | "main" | "work" | "w" | "call" => {
            Some(Kind::Other)
        }
        _ => None,
    });
    let all: Vec<Kind> = named.chain(pictured).collect();
    // A number of both, "Tel/Fax", may answer with a whistle.
    if all.contains(&Kind::Never) { Some(Kind::Never) } else { all.into_iter().min() }
}
