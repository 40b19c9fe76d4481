//! The name of a person, parted into first and last.

use super::{
    state_name::is_state,
    words::{bare, plain, words},
};

/// A name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PersonName<'text> {
    /// All but the last name.
    pub first: &'text str,
    /// With what belongs to it, as in "de la Cruz" and "Smith Jr.".
    pub last: &'text str,
}

const TITLES: [&str; 11] = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "rev", "hon", "sr", "sra"];

const SUFFIXES: [&str; 6] = ["jr", "sr", "ii", "iii", "iv", "esq"];

#[rustfmt::skip]
const PARTICLES: [&str; 27] = [
    "de", "del", "della", "la", "las", "los", "da", "das", "do", "dos", "di", "du", "le", "van", "von", "der", "den", "ter",
    "ten", "st", "bin", "ibn", "al", "el", "y", "san", "mac",
];

/// The letters after a name, as the National Association of REALTORS® and others grant them.
#[rustfmt::skip]
const CREDENTIALS: [&str; 42] = [
    "REALTOR", "REALTORS", "GRI", "ABR", "ABRM", "CRS", "CRB", "SRS", "SRES", "EPRO", "CLHMS", "PSA", "RENE", "MRP", "CNE",
    "GREEN", "CIPS", "MBA", "PMN", "AHWD", "SFR", "CPM", "CCIM", "RSPS", "C2EX", "ALC", "JD", "CPA", "PHD", "ESQ", "PA", "LLM",
    "CNHS", "CSP", "CDPE", "SRR", "BPOR", "LHC", "ASR", "RCC", "SIOR", "CCA",
];

/// Words that make a line another thing than a name: of trades, of companies, of greetings and of sentences.
#[rustfmt::skip]
const OTHERS: [&str; 168] = [
    "realtor", "realtors", "realty", "real", "estate", "broker", "brokers", "brokerage", "agent", "agents", "associate",
    "associates", "salesperson", "sales", "specialist", "consultant", "advisor", "adviser", "president", "vice", "owner",
    "manager", "managing", "director", "assistant", "coordinator", "administrator", "office", "licensed", "license", "certified",
    "partner", "partners", "founder", "cofounder", "ceo", "principal", "professional", "expert", "executive", "officer",
    "buyer", "buyers", "seller", "sellers", "listing", "listings", "lender", "loan", "mortgage", "producer", "team", "lead",
    "leader", "top", "award", "winner", "winning", "platinum", "club", "circle", "excellence", "residential", "commercial",
    "luxury", "relocation", "marketing", "transaction", "property", "properties", "home", "homes", "house", "housing", "group",
    "company", "inc", "llc", "corp", "ltd", "compass", "exp", "remax", "century", "sothebys", "international",
    "northwest", "premier", "premiere", "department", "member", "association", "board", "equal", "opportunity", "mls", "nmls",
    "dre", "fax", "phone", "mobile", "cell", "direct", "tel", "email", "website", "web", "address", "text", "call", "contact",
    "visit", "view", "click", "follow", "schedule", "book", "download", "search", "review", "reviews", "referrals", "sold",
    "just", "open", "new", "hi", "hello", "hey", "dear", "good", "morning", "afternoon", "evening", "thanks", "thank", "regards",
    "sincerely", "greetings", "sent", "from", "the", "and", "for", "with", "my", "your", "our", "you", "we", "us", "is", "are",
    "in", "of", "on", "at", "to", "not", "this", "that", "confidential", "notice", "agente", "agentes", "asesor", "asesora", "corredor",
];

const COMPANY_ENDINGS: [&str; 9] = ["llc", "inc", "ltd", "corp", "pllc", "lp", "llp", "co", "incorporated"];

/// Reads a text that is a name and at most a title and credentials; `None` where it may be anything else, or a name that
/// can't be parted.
pub fn read(text: &str) -> Option<PersonName<'_>> {
    let text = match text.split_once(',') {
        Some((name, rest)) if are_credentials(rest) => name,
        Some(_) => return None,
        None => text,
    };
    // Pronouns, or how the name is said.
    let text = text.split_once(" (").filter(|(_, rest)| rest.trim_end().ends_with(')')).map_or(text, |(name, _)| name);
    let mut words = words(text.trim_matches(['"', '“', '”', '\'', ' ', '*']));
    let text = text.trim_start_matches(['"', '“', '”', '\'', ' ', '*']);
    if words.first().is_some_and(|(_, word)| TITLES.contains(&plain(word).as_str())) {
        words.remove(0);
    }
    // A name in Latin letters, and again in the own script.
    let is_native = |word: &str| word.chars().all(is_east_asian);
    if words.iter().any(|(_, word)| !is_native(word)) {
        words.retain(|(_, word)| !is_native(word));
    }
    while words.len() > 2 && words.last().is_some_and(|(_, word)| is_credential(word)) {
        words.pop();
    }
    let is_person = (2..=5).contains(&words.len())
        && words.iter().enumerate().all(|(at, (_, word))| is_name_word(word, at > 0))
        && words.iter().filter(|(_, word)| !is_particle(word)).count() <= 4
        && !words.iter().any(|(_, word)| OTHERS.contains(&plain(word).as_str()))
        && !words.last().is_some_and(|(_, word)| word.ends_with('.') && !is_suffix(word));
    is_person.then_some(())?;
    part(text, &words)
}

impl PersonName<'_> {
    /// Whether an email address or a domain is made of this name.
    pub fn is_in(&self, address: &str) -> bool {
        let address = plain(address);
        let last_words: Vec<&str> = self.last.split_whitespace().filter(|word| !is_suffix(word)).collect();
        let words = self.first.split_whitespace().chain(last_words).map(plain);
        words.into_iter().any(|word| word.chars().count() > 2 && address.contains(&word))
    }
}

fn part<'text>(text: &'text str, words: &[(usize, &'text str)]) -> Option<PersonName<'text>> {
    let ends = |at: usize| words.get(at).map(|(start, word)| start + word.len());
    let starts = |at: usize| words.get(at).map(|(start, _)| *start);
    let last = words.len() - 1;
    if words.iter().all(|(_, word)| word.chars().all(is_east_asian)) {
        // There the family's name comes first.
        let [(_, family), (_, given)] = words else { return None };
        return Some(PersonName { first: given, last: family });
    }
    let mut surname = if last > 1 && is_suffix(words.get(last)?.1) { last - 1 } else { last };
    while surname > 1 && words.get(surname - 1).is_some_and(|(_, word)| is_particle(word)) {
        surname -= 1;
    }
    let first = text.get(starts(0)?..ends(surname.checked_sub(1)?)?)?;
    let last = text.get(starts(surname)?..ends(last)?)?;
    Some(PersonName { first, last })
}

/// Whether what follows the comma is about the person: `REALTOR®, GRI`. A state makes the words before it a city, `LLC` a
/// company.
fn are_credentials(rest: &str) -> bool {
    let first = bare(rest.split([',', ' ']).find(|part| !part.is_empty()).unwrap_or_default());
    let has_number = rest.contains(|letter: char| letter.is_ascii_digit());
    let says_license = ["dre", "bre", "lic", "#", "nmls", "c2ex"].iter().any(|word| rest.to_lowercase().contains(word));
    let is_place = (is_state(rest) || is_state(first)) && !is_credential(first);
    (!has_number || says_license) && !is_place && !COMPANY_ENDINGS.contains(&plain(first).as_str())
}

fn is_credential(word: &str) -> bool {
    let letters: String = word.chars().filter(char::is_ascii_alphanumeric).collect();
    let is_realtor = letters.eq_ignore_ascii_case("realtor");
    let is_mixed = ["ePRO", "PhD", "Esq"].contains(&letters.as_str());
    is_realtor || is_mixed || CREDENTIALS.contains(&letters.as_str())
}

fn is_suffix(word: &str) -> bool {
    SUFFIXES.contains(&plain(word).as_str())
}

fn is_particle(word: &str) -> bool {
    PARTICLES.contains(&plain(word).as_str())
}

/// A word that a name may have: in a script with capitals it begins with one, unless it is a particle.
fn is_name_word(word: &str, may_be_particle: bool) -> bool {
    let inner = word.trim_matches(['"', '“', '”', '(', ')']);
    let is_capital = inner.chars().next().is_some_and(|letter| letter.is_alphabetic() && !letter.is_lowercase());
    let is_small_particle = may_be_particle && is_particle(word);
    (is_capital || is_small_particle) && inner.chars().all(is_name_letter)
}

/// Letters, what joins them, and the marks that some scripts put on them.
fn is_name_letter(letter: char) -> bool {
    letter.is_alphabetic()
        || "'’‘ʼ-‐.".contains(letter)
        || matches!(letter, '\u{300}'..='\u{36f}' | '\u{900}'..='\u{dff}' | '\u{200c}' | '\u{200d}')
}

/// Chinese characters, kana and hangul.
fn is_east_asian(letter: char) -> bool {
    matches!(letter, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_parted() {
        for (text, expected) in [
            ("Ana Ruiz", Some(("Ana", "Ruiz"))),
            ("Mr. John Q. Smith Jr.", Some(("John Q.", "Smith Jr."))),
            ("Ana Ruiz, REALTOR®, GRI, ABR", Some(("Ana", "Ruiz"))),
            ("Ana Ruiz REALTOR® GRI", Some(("Ana", "Ruiz"))),
            ("Ana Ruiz, P.A.", Some(("Ana", "Ruiz"))),
            ("Ana Ruiz, DRE #01234567", Some(("Ana", "Ruiz"))),
            ("Maria de la Cruz", Some(("Maria", "de la Cruz"))),
            ("Robert \"Bob\" O’Neill", Some(("Robert \"Bob\"", "O’Neill"))),
            ("Ana Ruiz (she/her)", Some(("Ana", "Ruiz"))),
            ("\"Ana Ruiz\"", Some(("Ana", "Ruiz"))),
            ("ANA RUIZ-SOTO", Some(("ANA", "RUIZ-SOTO"))),
            ("Юлия Иванова", Some(("Юлия", "Иванова"))),
            ("山田 太郎", Some(("太郎", "山田"))),
            ("Grace Park 박은혜", Some(("Grace", "Park"))),
            ("प्रिया शर्मा", Some(("प्रिया", "शर्मा"))),
            ("محمد علي", Some(("محمد", "علي"))),
            ("Cher", None),
            ("ana ruiz", None),
            ("Lake Oswego, OR 97034", None),
            ("Lake Oswego, Oregon", None),
            ("Harbor Hill, LLC", None),
            ("Ruiz Realty", None),
            ("Licensed Broker", None),
            ("Dear Ana", None),
            ("Good Morning Ana", None),
            ("Whose woods these are", None),
            ("Ana & Luis Ruiz", None),
            ("Harbor Fell Down.", None),
            ("Ana 1", None),
            (",", None),
            ("", None),
        ] {
            let name = read(text).map(|name| (name.first, name.last));
            assert_eq!(name, expected, "{text}");
        }
    }
}
