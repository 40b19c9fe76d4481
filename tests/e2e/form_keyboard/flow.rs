use serde_json::json;
use thirtyfour::Key;

use super::{back, tab_to};
use crate::harness::{Page, Server, in_browser};

/// The stops of Tab in the form for a new agent, with what is typed at each.
const STOPS: [(&str, &str); 18] = [
    ("First name", "Zelda"),
    ("Last name", "Quibble"),
    ("Email", "zelda@quibble.example"),
    ("Phone", "555 010 0017"),
    ("Agency", "Quibble & Co"),
    ("Team", ""),
    ("Tags", ""),
    ("Address", "1 Main St"),
    ("City", "Salem"),
    ("State", "OR"),
    ("ZIP", "97201"),
    ("Website", "quibble.example"),
    ("LinkedIn", "in/zelda"),
    ("Facebook", "zelda"),
    ("Instagram", "@zelda"),
    ("Twitter", "@zelda"),
    ("Notes", "Prefers mornings"),
    ("Private notes", "Owes a lunch"),
];

/// Where the focus is in the form, in pixels from its top left corner.
const PLACE: &str = "const { left, top, height } = root.activeElement.getBoundingClientRect(); \
    const form = root.querySelector('.form-fields').getBoundingClientRect(); \
    return [left - form.left, top - form.top, height]";

async fn place(page: &Page) -> [f64; 3] {
    serde_json::from_value(page.in_root(PLACE).await).unwrap()
}

#[tokio::test]
async fn an_agent_is_created_by_keyboard_alone() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        tab_to(page, "New agent").await;
        page.press_key(Key::Enter).await;
        page.see_focus("First name").await;
        for name in ["Fill from text", "Photo", "Close"] {
            page.press_key(back()).await;
            page.see_focus(name).await;
        }
        for name in ["Photo", "Fill from text"] {
            page.press_key(Key::Tab).await;
            page.see_focus(name).await;
        }
        page.press_key(Key::Tab).await;
        let mut before = [0.0, -1.0, 0.0];
        for (name, text) in STOPS {
            page.see_focus(name).await;
            let now = place(page).await;
            let [left, top, height] = now;
            let is_below = top >= before[1] + before[2];
            let is_beside = (top - before[1]).abs() < height / 2.0 && left > before[0];
            assert!(is_below || is_beside, "{name} is neither below nor beside the field before: {now:?}, {before:?}");
            before = now;
            page.press_key(text).await;
            if name == "Tags" {
                for tag in ["VIP", "Zebra"] {
                    page.press_key(tag).await;
                    page.press_key(Key::Enter).await;
                }
                assert_eq!(page.tags().await, ["VIP", "Zebra"]);
                page.see_focus("Tags").await;
            }
            page.press_key(Key::Tab).await;
        }
        page.see_focus("Save").await;
        assert!(server.writes().await.is_empty(), "Enter in the tags has sent the form");
        page.press_key(Key::Enter).await;
        page.see_status("Saved.").await;
        page.see_focus("Zelda Quibble").await;
        let created = server.list("filter[email]=zelda@quibble.example").await;
        assert_eq!(created.len(), 1);
        let attributes = &created[0]["attributes"];
        for (name, expected) in [("agency_name", "Quibble & Co"), ("zip", "97201"), ("notes", "Prefers mornings")] {
            assert_eq!(attributes[name], expected);
        }
        assert_eq!(attributes["tags"], json!(["VIP", "Zebra"]));
    })
    .await;
}

#[tokio::test]
async fn enter_in_a_field_saves() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.see_focus("First name").await;
        page.press_key("Zelda").await;
        page.press_key(Key::Enter).await;
        page.see_status("Saved.").await;
        assert_eq!(server.writes().await.len(), 1);
    })
    .await;
}
