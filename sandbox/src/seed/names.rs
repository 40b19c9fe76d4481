//! Names of people and agencies.

use fake::{
    Fake,
    faker::name::raw::{FirstName, LastName},
    locales::{AR_SA, DE_DE, EN, FR_FR, IT_IT, JA_JP, PT_BR, TR_TR, ZH_CN},
    rand::{RngExt, rngs::StdRng},
};

/// Scripts that the library has no names in.
const OTHER_SCRIPTS: [(&str, &str); 8] = [
    ("Ольга", "Соколова"),
    ("Дмитро", "Шевченко"),
    ("Ελένη", "Παπαδοπούλου"),
    ("נועה", "לוי"),
    ("민준", "김"),
    ("अनन्या", "शर्मा"),
    ("Þórdís", "Ævarsdóttir"),
    ("Nguyễn", "Thị Ánh"),
];

/// Names that break careless software.
const AWKWARD: [(&str, &str); 8] = [
    ("Conan", "O'Brien-Smythe"),
    ("<b>Bobby</b>", "Tables & Sons"),
    ("Robert \"Bob\"", "D’Angelo"),
    ("Wolfeschlegelsteinhausenbergerdorff", "von und zu Hohenlohe-Waldenburg-Schillingsfürst"),
    ("María de los Ángeles Guadalupe Concepción", "Fernández de Córdoba y Álvarez de Toledo"),
    ("X Æ A-12", "100% Realty; DROP TABLE agents"),
    ("Zoë", "Ångström"),
    ("zoe", "angstrom"),
];

/// A first and a last name: mostly English, a good part of them from elsewhere.
pub fn person(number: u32, random: &mut StdRng) -> (String, String) {
    let pair = |(first, last): (&str, &str)| (first.to_owned(), last.to_owned());
    if number % 160 == 17 {
        return pair(AWKWARD[(number / 160) as usize % AWKWARD.len()]);
    }
    macro_rules! of {
        ($locale:expr) => {
            (FirstName($locale).fake_with_rng(random), LastName($locale).fake_with_rng(random))
        };
    }
    match random.random_range(0..100) {
        0..66 => of!(EN),
        66..72 => of!(FR_FR),
        72..77 => of!(DE_DE),
        77..81 => of!(PT_BR),
        81..84 => of!(IT_IT),
        84..87 => of!(TR_TR),
        87..90 => of!(JA_JP),
        90..93 => of!(ZH_CN),
        93..96 => of!(AR_SA),
        _ => pair(OTHER_SCRIPTS[random.random_range(0..OTHER_SCRIPTS.len())]),
    }
}

const PLACES: [&str; 16] = [
    "Harbor",
    "Lakeside",
    "Summit",
    "Cedar Ridge",
    "Old Town",
    "Bayview",
    "Northgate",
    "Maple",
    "Canyon",
    "Riverbend",
    "Golden Coast",
    "Prairie",
    "Beacon",
    "Juniper",
    "Stonebridge",
    "Willow",
];
const KINDS: [&str; 6] = ["Realty", "Homes", "Real Estate Group", "Properties", "& Partners", "Residential"];

/// An agency. A few are very large, most are small, and one has a name that fits nowhere.
pub fn agency(random: &mut StdRng) -> String {
    // Cubing favours the low numbers: the first agencies get hundreds of agents, the last ones one or none.
    let share: f64 = random.random();
    let number = (share * share * share * (PLACES.len() * KINDS.len()) as f64) as usize;
    match number {
        7 => "The Extraordinarily Long-Named International Real Estate Brokerage and Relocation Company of Greater Springfield".into(),
        _ => format!("{} {}", PLACES[number % PLACES.len()], KINDS[number / PLACES.len() % KINDS.len()]),
    }
}
