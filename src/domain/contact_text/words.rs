//! Text word by word.

/// The words and where each begins.
pub fn words(text: &str) -> Vec<(usize, &str)> {
    let mut at = 0;
    let mut found = Vec::new();
    for piece in text.split_inclusive(char::is_whitespace) {
        let word = piece.trim_end();
        if !word.is_empty() {
            found.push((at, word));
        }
        at += piece.len();
    }
    found
}

/// A word to compare by: small letters and digits, without signs such as ® or the apostrophe.
pub fn plain(word: &str) -> String {
    word.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// The words to compare by; a word that is all signs is none, and a slash parts words.
pub fn plain_words(text: &str) -> Vec<String> {
    text.split(|letter: char| letter.is_whitespace() || letter == '/')
        .map(plain)
        .filter(|word| !word.is_empty())
        .collect()
}

/// A text without what is only put around it: spaces, bullets, pictographs, the marks of bold and italics in plain text.
pub fn bare(text: &str) -> &str {
    text.trim_matches(is_ornament)
}

fn is_ornament(letter: char) -> bool {
    letter.is_whitespace()
        || "*_~,;:|\"`-·=\u{ad}\u{feff}\u{fe0f}".contains(letter)
        || matches!(letter, '\u{200b}'..='\u{2bff}' | '\u{1f000}'..='\u{1faff}')
}
