//! Language tags.

/// Whether a text is a language tag such as `es-MX`, as `Intl` takes it (Unicode Technical Standard 35, "Unicode locale
/// identifier"). Names of languages and `es_MX`, as operating systems write it, are none.
pub fn is_language_tag(text: &str) -> bool {
    let mut parts = text.split('-').peekable();
    let is_word = |part: &str, lengths: std::ops::RangeInclusive<usize>| {
        lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphabetic())
    };
    let is_region =
        |part: &str| is_word(part, 2..=2) || (part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit()));
    if !parts.next().is_some_and(|language| is_word(language, 2..=3)) {
        return false;
    }
    parts.next_if(|part| is_word(part, 4..=4));
    parts.next_if(|part| is_region(part));
    while parts.next_if(|part| is_variant(part)).is_some() {}
    // What follows are extensions: a letter or digit each, with something behind it.
    let rest: Vec<&str> = parts.collect();
    let is_part = |part: &&str| (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric());
    rest.iter().all(is_part)
        && rest.first().is_none_or(|first| first.len() == 1)
        && rest.last().is_none_or(|last| last.len() > 1)
        && rest.windows(2).all(|pair| pair.iter().any(|part| part.len() > 1))
}

fn is_variant(part: &str) -> bool {
    let begins_with_digit = part.starts_with(|letter: char| letter.is_ascii_digit());
    part.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && ((5..=8).contains(&part.len()) || (part.len() == 4 && begins_with_digit))
}
