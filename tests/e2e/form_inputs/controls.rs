//! What the fields tell browsers and keyboards of themselves.

use serde_json::{Value, json};

use crate::harness::{Page, Server, in_browser};

/// Each field: its id, its control, the type, the keyboard of a telephone, and whether it is marked as one of those that are
/// needed.
const CONTROLS: [(&str, &str, &str, Option<&str>, bool); 18] = [
    ("first_name", "INPUT", "text", None, true),
    ("last_name", "INPUT", "text", None, false),
    ("email", "INPUT", "email", Some("email"), true),
    ("phone", "INPUT", "tel", Some("tel"), true),
    ("agency_name", "INPUT", "text", None, false),
    ("agent_team_name", "INPUT", "text", None, false),
    ("tags", "INPUT", "text", None, false),
    ("address", "INPUT", "text", None, false),
    ("city", "INPUT", "text", None, false),
    ("state", "INPUT", "text", None, false),
    ("zip", "INPUT", "text", None, false),
    ("website", "INPUT", "url", Some("url"), false),
    ("linkedin", "INPUT", "text", None, false),
    ("facebook", "INPUT", "text", None, false),
    ("instagram", "INPUT", "text", None, false),
    ("twitter", "INPUT", "text", None, false),
    ("notes", "TEXTAREA", "textarea", None, false),
    ("private_notes", "TEXTAREA", "textarea", None, false),
];

async fn control(page: &Page, id: &str) -> Value {
    let script = format!(
        "const field = root.getElementById('form-{id}'); \
         const mark = getComputedStyle(field.labels[0], '::after').content; \
         const isMarked = mark !== 'none' && mark !== 'normal'; \
         const notes = (field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean); \
         const isTold = notes.some((id) => root.getElementById(id).textContent.includes('An agent needs')); \
         return [field.tagName, field.type, field.getAttribute('inputmode'), field.autocomplete, isMarked && isTold];"
    );
    page.in_root(&script).await
}

/// Whoever fills them in writes of somebody else: what the browser knows of its own person is not offered.
#[tokio::test]
async fn each_field_has_its_keyboard_and_no_suggestions_of_the_browser_and_those_needed_are_marked() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.find("input", "First name").await;
        for (id, control_name, kind, keyboard, is_needed) in CONTROLS {
            let expected = json!([control_name, kind, keyboard, "off", is_needed]);
            assert_eq!(control(page, id).await, expected, "{id}");
        }
        page.press("Cancel").await;
        page.open(&format!("{}/?ad.open=3", server.url)).await;
        page.press("Edit").await;
        page.find("input", "First name").await;
        for (id, control_name, kind, keyboard, _) in CONTROLS {
            let expected = json!([control_name, kind, keyboard, "off", false]);
            assert_eq!(control(page, id).await, expected, "{id} of an agent who is there");
        }
    })
    .await;
}
