//! The fields for text, and how a form is filled in.

use std::path::Path;

use serde_json::{Value, json};

use crate::harness::{Page, Server};

/// Each field for text: its label, the attribute it is stored as, and a value.
pub const TEXTS: [(&str, &str, &str); 17] = [
    ("First name", "first_name", "Zoë “Zelda”"),
    ("Last name", "last_name", "O’Quibble-Ñandú"),
    ("Email", "email", "zelda+new@quibble.example"),
    ("Phone", "phone", "+1 (555) 010-0017 ext. 4"),
    ("Agency", "agency_name", "Quibble & Daughters <Realty>"),
    ("Team", "agent_team_name", "Quays, \"Old\" Town"),
    ("Address", "address", "1 Quay Street #2"),
    ("City", "city", "São Quibble"),
    ("State", "state", "OR"),
    ("ZIP", "zip", "01234-5678"),
    ("Website", "website", "https://quibble.example/zelda?a=1&b=%20#top"),
    ("LinkedIn", "linkedin", "https://linkedin.example/in/zelda"),
    ("Facebook", "facebook", "zelda.quibble"),
    ("Instagram", "instagram", "@zelda"),
    ("Twitter", "twitter", "https://x.example/zelda"),
    ("Notes", "notes", "Prefers a call in the morning.\nBrings a dog 🐕."),
    ("Private notes", "private_notes", "Paid late.\nTwice."),
];

/// The attributes of an agent with all of them, and tags.
pub fn whole_agent() -> Value {
    let mut agent: Value = TEXTS.iter().map(|(_, attribute, text)| ((*attribute).to_owned(), json!(text))).collect();
    agent["tags"] = json!(["Waterfront", "Repeat client"]);
    agent
}

/// Opens the page and the empty form on it.
pub async fn open_new(page: &Page, server: &Server) {
    page.open(&server.url).await;
    page.see_rows(50).await;
    page.press("New agent").await;
    page.find("input", "First name").await;
}

/// Opens the page with an agent's panel on it.
pub async fn open_agent(page: &Page, server: &Server, id: &str) {
    page.open(&format!("{}/?ad.open={id}", server.url)).await;
    page.find("button", "Edit").await;
}

/// Saves, and waits until the form has given way to the agent.
pub async fn save(page: &Page) {
    page.press("Save").await;
    page.see_status("Saved.").await;
}

/// Saves where nothing is changed, and waits until the form has given way to the agent.
pub async fn save_nothing(page: &Page) {
    page.press("Save").await;
    page.see_status("Nothing was changed.").await;
}

/// Chooses a photo, and waits until it has been read.
pub async fn choose(page: &Page, path: &Path) {
    page.choose_photo(path).await;
    page.see_status("New photo: ").await;
}

/// The one record with this email; there must not be two.
pub async fn only_with_email(server: &Server, email: &str) -> Value {
    let found = server.list(&format!("filter[email]={}", email.replace('+', "%2B"))).await;
    assert_eq!(found.len(), 1, "agents with {email}");
    found[0].clone()
}

/// Asserts that just `changes` have become of `before`, but for what the server changes by itself.
pub async fn see_changed(server: &Server, id: &str, before: &Value, changes: &Value) {
    let mut expected = before.clone();
    changes.as_object().unwrap().iter().for_each(|(name, value)| expected[name] = value.clone());
    let mut stored = server.record(id).await;
    for name in ["updated_at", "agency_id", "agent_team_id"] {
        stored[name] = Value::Null;
        expected[name] = Value::Null;
    }
    assert_eq!(stored, expected, "{changes}");
}

/// Opens the form with the agent who is open.
pub async fn edit(page: &Page) {
    page.press("Edit").await;
    page.find("input", "First name").await;
}
