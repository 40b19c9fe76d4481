//! One invented agent.

use fake::{
    Fake,
    faker::{
        address::en::{CityName, StateAbbr, StreetName},
        internet::en::Username,
    },
    rand::{RngExt, rngs::StdRng},
};
use jiff::{
    Span,
    civil::{Date, date},
};

use super::names;

/// Everything that is written of an invented agent.
pub struct Profile {
    pub uuid: String,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub email: Option<String>,
    /// What the person's own record has, which sometimes differs.
    pub personal_email: Option<String>,
    pub phone: Option<String>,
    pub agency: Option<String>,
    pub team: Option<String>,
    pub picture: Option<usize>,
    pub tags: Vec<&'static str>,
    pub buying: u32,
    pub selling: u32,
    pub first_inspection: Option<String>,
    pub created_at: String,
    pub updated_at: String,
    /// Columns and their text.
    pub details: Vec<(&'static str, String)>,
}

/// With case variants, as they come to be when many people type.
const TAGS: [&str; 14] = [
    "VIP",
    "vip",
    "Gold",
    "First-time buyers",
    "first-time buyers",
    "Luxury",
    "Investor",
    "Spanish-speaking",
    "New agent",
    "Condos",
    "Prefers text",
    "Holiday card",
    "Referral program",
    "Relocation",
];
const TEAMS: [&str; 12] = [
    "North",
    "South",
    "Downtown",
    "Coastal",
    "The Morales Team",
    "Hill & Co.",
    "Luxury",
    "Westside",
    "Valley",
    "Team Okafor",
    "Keys",
    "First Home",
];
const NOTES: [&str; 4] = [
    "Prefers a call in the morning.",
    "Sends the floor plan ahead of the inspection and picks up the report in person.",
    "Wants the summary page first.\nAlways copies the transaction coordinator.",
    "Met at the spring broker open house.",
];

/// No inspection is older.
const FIRST_DAY: Date = date(2016, 1, 4);

impl Profile {
    /// Makes up an agent; `number` makes the email unique.
    pub fn invent(number: u32, random: &mut StdRng) -> Self {
        let (first, last) = names::person(number, random);
        let first_name = random.random_bool(0.985).then_some(first);
        let last_name = random.random_bool(0.975).then_some(last);
        let agency = random.random_bool(0.9).then(|| names::agency(random));
        let address =
            |handle: String, domain: &str| format!("{}{number}@{domain}", handle.to_lowercase().replace(' ', "."));
        let handle: String = match (&first_name, &last_name) {
            (Some(first), Some(last))
                if format!("{first}{last}").chars().all(|letter| letter.is_ascii_alphabetic()) =>
            {
                format!("{first}.{last}")
            }
            _ => Username().fake_with_rng(random),
        };
        let handle: String = handle.chars().filter(|letter| letter.is_ascii_alphanumeric() || *letter == '.').collect();
        let domain = agency.as_deref().map_or_else(|| "mail.example".into(), domain);
        let has_name = first_name.is_some();
        let email = (random.random_bool(0.94) || !has_name).then(|| address(handle.clone(), &domain));
        let personal_email =
            if random.random_bool(0.1) { Some(address(handle, "personal.example")) } else { email.clone() };
        let area: u32 = random.random_range(201..990);
        let phone = random.random_bool(0.92).then(|| format!("({area}) 555-01{:02}", random.random_range(0..100)));
        let (buying, selling) = (inspections(random), inspections(random));
        let days = random.random_range(0..3900);
        let created = FIRST_DAY.saturating_add(Span::new().days(days));
        let updated = created.saturating_add(Span::new().days(random.random_range(0..(3930 - days).max(1))));
        let uuid: u128 = random.random();
        let mut tags: Vec<&str> = (0..tag_count(random)).map(|_| TAGS[random.random_range(0..TAGS.len())]).collect();
        tags.sort_unstable();
        tags.dedup();
        Self {
            uuid: uuid::Builder::from_random_bytes(uuid.to_be_bytes()).into_uuid().to_string(),
            details: details(random, &domain),
            first_name,
            last_name,
            email,
            personal_email,
            phone,
            team: (agency.is_some() && random.random_bool(0.55))
                .then(|| TEAMS[random.random_range(0..TEAMS.len())].into()),
            agency,
            picture: random.random_bool(0.7).then(|| random.random_range(0..1000)),
            tags,
            buying,
            selling,
            first_inspection: (buying + selling > 0).then(|| created.to_string()),
            created_at: format!("{created}T15:04:05.000Z"),
            updated_at: format!("{updated}T16:20:00.000Z"),
        }
    }
}

/// Most agents bring a few, some bring none, one in a hundred brings thousands.
fn inspections(random: &mut StdRng) -> u32 {
    match random.random_range(0..100) {
        0..15 => 0,
        15..75 => random.random_range(1..25),
        75..95 => random.random_range(25..200),
        95..99 => random.random_range(200..1000),
        _ => random.random_range(1000..4000),
    }
}

fn tag_count(random: &mut StdRng) -> usize {
    match random.random_range(0..10) {
        0..3 => 0,
        3..6 => 1,
        6..8 => 2,
        8 => 3,
        _ => 7,
    }
}

fn domain(agency: &str) -> String {
    let words = agency.split(|letter: char| !letter.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    format!("{}.example", words.take(3).collect::<Vec<_>>().join("-").to_lowercase())
}

fn details(random: &mut StdRng, domain: &str) -> Vec<(&'static str, String)> {
    let mut details = Vec::new();
    if random.random_bool(0.8) {
        let street: String = StreetName().fake_with_rng(random);
        details.push(("address", format!("{} {street}", random.random_range(1..9900))));
        details.push(("city", CityName().fake_with_rng(random)));
        details.push(("state", StateAbbr().fake_with_rng(random)));
        details.push(("zip", format!("{:05}", random.random_range(1001..99951))));
    }
    let handle: String = Username().fake_with_rng(random);
    if random.random_bool(0.5) {
        details.push(("website", format!("https://{domain}")));
    }
    for (column, site) in [
        ("facebook", "facebook.example"),
        ("instagram", "instagram.example"),
        ("linkedin", "linkedin.example/in"),
        ("twitter", "x.example"),
    ] {
        if random.random_bool(0.3) {
            details.push((column, format!("https://{site}/{handle}")));
        }
    }
    if random.random_bool(0.25) {
        details.push(("notes", NOTES[random.random_range(0..NOTES.len())].into()));
    }
    if random.random_bool(0.1) {
        details.push(("private_notes", "Paid late twice. Ask for the card up front.".into()));
    }
    details
}
