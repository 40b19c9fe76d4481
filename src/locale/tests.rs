use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use serde_json::Value;

use super::*;

const CATALOGUES: [(&str, &str); 3] = [
    ("en", include_str!("../../locales/en.json")),
    ("es", include_str!("../../locales/es.json")),
    ("fr", include_str!("../../locales/fr.json")),
];

/// The words of a catalogue by section and key.
fn words(catalogue: &str) -> BTreeMap<String, String> {
    let sections: BTreeMap<String, BTreeMap<String, Value>> = serde_json::from_str(catalogue).unwrap();
    let words = |(section, keys): (String, BTreeMap<String, Value>)| {
        keys.into_iter().map(move |(key, text)| (format!("{section}.{key}"), text.as_str().unwrap().to_owned()))
    };
    sections.into_iter().flat_map(words).collect()
}

/// The key that plural forms have in common; `None` for a key without forms.
fn counted(key: &str) -> Option<&str> {
    ["_one", "_many", "_other"].into_iter().find_map(|form| key.strip_suffix(form))
}

/// The names of what is filled in, by key; all forms of a plural together.
fn placeholders(catalogue: &str) -> BTreeMap<String, BTreeSet<String>> {
    let mut names: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (key, text) in words(catalogue) {
        let inside =
            text.split("{{").skip(1).filter_map(|rest| rest.split("}}").next()).map(|name| name.trim().to_owned());
        names.entry(counted(&key).unwrap_or(&key).to_owned()).or_default().extend(inside);
    }
    names
}

/// A language that only the loader had words for would end when the widget is there.
#[test]
fn there_is_no_catalogue_that_the_widget_does_not_have() {
    let files = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("locales")).unwrap();
    let files: BTreeSet<_> = files.map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    assert_eq!(files, CATALOGUES.iter().map(|(language, _)| format!("{language}.json")).collect());
}

#[test]
fn every_language_fills_in_the_same() {
    let english = placeholders(CATALOGUES[0].1);
    for (language, catalogue) in CATALOGUES {
        assert_eq!(placeholders(catalogue), english, "{language}");
    }
}

#[test]
fn every_plural_has_the_forms_of_its_language() {
    for (language, catalogue) in CATALOGUES {
        let words = words(catalogue);
        let forms: &[&str] = if language == "en" { &["one", "other"] } else { &["one", "many", "other"] };
        for key in words.keys().filter_map(|key| counted(key)) {
            for form in forms {
                assert!(words.contains_key(&format!("{key}_{form}")), "{language}: {key}_{form}");
            }
        }
    }
}

/// A word that is not used any more would be translated for nothing.
#[test]
fn every_word_is_used() {
    let mut code = String::new();
    gather(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut code);
    let code: String = code.split_whitespace().collect();
    let loader = concat!(include_str!("../element.js"), include_str!("../element/files.js"));
    let is_use = |rest: &str, key: &str| {
        let named = rest.split_once(',').and_then(|(_, rest)| rest.strip_prefix(key));
        named.is_some_and(|rest| rest.starts_with([',', ')']))
    };
    for key in words(CATALOGUES[0].1).keys() {
        if let Some(key) = key.strip_prefix("loader.") {
            let is_end = |rest: &str| !rest.starts_with(|next: char| next.is_ascii_alphanumeric());
            let is_used = |used: String| loader.split(&used).skip(1).any(is_end);
            assert!(is_used(format!(".{key}")) || is_used(format!("\"{key}\"")), "{key}");
            continue;
        }
        let key = counted(key).unwrap_or(key);
        assert!(code.split("td_string!(").skip(1).any(|rest| is_use(rest, key)), "{key}");
    }
}

fn gather(folder: &Path, code: &mut String) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, code);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            code.push_str(&fs::read_to_string(path).unwrap());
        }
    }
}

#[test]
fn counts_follow_the_rules_of_each_language() {
    let told = |locale: Locale, count: u64| td_string!(locale, toolbar.filters_on, count = count);
    assert_eq!([0, 1, 2].map(|count| told(Locale::en, count)), ["0 are on", "1 is on", "2 are on"]);
    assert_eq!([0, 1, 2].map(|count| told(Locale::es, count)), ["0 activos", "1 activo", "2 activos"]);
    // French counts nothing as one.
    assert_eq!([0, 1, 2].map(|count| told(Locale::fr, count)), ["0 actif", "1 actif", "2 actifs"]);
    assert_eq!(told(Locale::es, 1_000_000), "1000000 activos");
}

#[test]
fn the_first_language_that_there_are_words_for_is_spoken() {
    assert_eq!(spoken(["de-AT", "fr-CA", "es"]), Locale::fr);
    assert_eq!(spoken(["ES_mx"]), Locale::es);
    assert_eq!(spoken(["de", "", "eng"]), Locale::en);
    assert_eq!(spoken([""; 0]), Locale::en);
}

#[test]
fn what_is_no_language_tag_is_known() {
    for tag in [
        "en",
        "es-MX",
        "fr-CA",
        "zh-Hant-TW",
        "ar-EG-u-nu-latn",
        "DE",
        "sr-Latn",
        "es-419",
        "ca-valencia",
        "en-x-office",
    ] {
        assert!(is_language_tag(tag), "{tag}");
    }
    for text in ["", "en_US", "español", "spanish", "e", "en-", "en--US", "en US", "en-u", "en-USA", "*", "-"] {
        assert!(!is_language_tag(text), "{text}");
    }
}
