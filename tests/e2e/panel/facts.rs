use serde_json::json;

use super::{facts, open, pairs, zelda};
use crate::harness::in_browser;

#[tokio::test]
async fn inspections_are_told_in_words_beside_their_picture_and_so_is_the_time_with_the_company() {
    let counts = json!({
        "agent_inspections": 12, "buying_agent_inspections": 7, "selling_agent_inspections": 3,
        "date_of_first_inspection": "2019-03-02",
    });
    in_browser(async |page| {
        let _server = open(page, &zelda(counts)).await;
        page.see_text_in(".detail .total", "12 in total").await;
        let sides = [("Buying side", "7 58%"), ("Selling side", "3 25%"), ("Side not known", "2 17%")];
        assert_eq!(facts(page, ".sides").await, pairs(sides));
        let is_hidden = "return root.querySelector('.split-bar').getAttribute('aria-hidden')";
        assert_eq!(page.in_root(is_hidden).await, "true", "the picture says nothing more");
        // The two sides of the bar, from either end of what is known, with half a gap each.
        let bars = "return ['first', 'second'].map((side) => root.querySelector(`.split-bar .${side}`)).map((bar) => \
            [bar.getAttribute('x'), bar.getAttribute('width')])";
        assert_eq!(page.in_root(bars).await, json!([["0.00", "57.93"], ["58.73", "24.60"]]));
        page.see_text_in(".tenure", "Working with us for").await;
        page.see_text_in(".tenure", "since Mar 2, 2019").await;
    })
    .await;
}

#[tokio::test]
async fn dates_are_written_as_the_reader_s_language_has_them() {
    in_browser(async |page| {
        let _server = open(page, &zelda(json!({"date_of_first_inspection": "2019-03-02"}))).await;
        page.see_text_in(".tenure", "Mar 2, 2019").await;
        // There are no German words, but German dates.
        for (locale, date) in [("de", "02.03.2019"), ("en-GB", "2 Mar 2019"), ("fr", "2 mars 2019")] {
            page.script("document.querySelector('agent-directory').locale = arguments[0]", vec![json!(locale)]).await;
            page.see_text_in(".tenure", date).await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_nobody_has_told_us_of_is_under_more_with_the_dates_of_the_record() {
    let unknown = json!({
        "private_notes": "Paid late.", "license_number": "OR-123", "languages": ["English", "Spanish"],
        "created_at": "2020-01-05T12:00:00Z", "updated_at": "2021-06-07T12:00:00Z",
    });
    in_browser(async |page| {
        let _server = open(page, &zelda(unknown)).await;
        page.find("[role=dialog]", "Zelda Quibble").await;
        page.see_text_in(".detail .notes", "Paid late.").await;
        page.find("summary", "More").await.click().await.unwrap();
        page.see_text_in(".detail-more", "OR-123").await;
        let mut told = facts(page, ".detail-more").await;
        told.sort();
        let expected = [
            ("Added", "Jan 5, 2020"),
            ("Connection ID", "7"),
            ("Languages", "English, Spanish"),
            ("Last changed", "Jun 7, 2021"),
            ("License number", "OR-123"),
        ];
        assert_eq!(told, pairs(expected));
    })
    .await;
}

/// Each way to reach the agent: its name, its text, and where its link leads.
const CONTACT: &str = "return [...root.querySelectorAll('.contact li')].map((line) => { \
    const name = line.querySelector('.contact-name'); \
    const text = (node) => node.textContent.trim(); \
    return [text(name), text(name.nextElementSibling), line.querySelector('a')?.getAttribute('href') ?? null]; })";

#[tokio::test]
async fn only_what_is_surely_a_page_is_a_link() {
    let contact = json!({
        "email": "zelda+work@quibble.example", "phone": "(555) 010-0017 ext. 4",
        "address": "1 Quay Street", "city": "Portland", "state": "OR", "zip": "97201",
        "website": "https://www.quibble.example/zelda", "linkedin": "javascript:alert(1)", "instagram": "@zelda",
        "tags": ["VIP", "Smith, Jones"],
    });
    in_browser(async |page| {
        let _server = open(page, &zelda(contact)).await;
        let expected = json!([
            ["Email", "zelda+work@quibble.example", "mailto:zelda+work@quibble.example"],
            ["Phone", "(555) 010-0017 ext. 4", "tel:5550100017;ext=4"],
            ["Address", "1 Quay Street\nPortland, OR 97201", null],
            ["Website", "quibble.example/zelda", "https://www.quibble.example/zelda"],
            ["LinkedIn", "javascript:alert(1)", null],
            ["Instagram", "@zelda", null],
        ]);
        assert_eq!(page.in_root(CONTACT).await, expected);
        let tags = "return [...root.querySelectorAll('.detail ul[aria-label=Tags] li')].map((tag) => tag.textContent)";
        assert_eq!(page.in_root(tags).await, json!(["VIP", "Smith, Jones"]));
    })
    .await;
}

#[tokio::test]
async fn the_person_s_own_record_is_shown_where_it_says_something_else() {
    let mut document = zelda(json!({"email": "zelda@quibble.example", "phone": "(555) 010-0017"}));
    document["data"]["relationships"] = json!({"agent": {"data": {"type": "agent", "id": "9"}}});
    let own = json!({
        "first_name": "Zelda", "last_name": "Quibble-Smith", "email": "Zelda@quibble.example", "phone": "555 010 0099",
        "uuid": "0b6d3e2a-3d8f-4d2b-9f0e-0c6f4f1f7a55",
    });
    document["included"] = json!([{"type": "agent", "id": "9", "attributes": own}]);
    in_browser(async |page| {
        let _server = open(page, &document).await;
        page.see_text_in(".detail h3", "The agent’s own record").await;
        page.find("button", "Copy name").await;
        assert_eq!(
            facts(page, ".detail-section:not(.detail-more) > .facts").await,
            pairs([("Name", "Zelda Quibble-Smith"), ("Phone", "555 010 0099")]),
            "an email in another case is the same"
        );
        page.find("summary", "More").await.click().await.unwrap();
        page.see_text_in(".detail-more", "Agent ID").await;
        let more = facts(page, ".detail-more").await;
        for fact in pairs([("Agent ID", "9"), ("Agent UUID", "0b6d3e2a-3d8f-4d2b-9f0e-0c6f4f1f7a55")]) {
            assert!(more.contains(&fact), "{fact:?} in {more:?}");
        }
    })
    .await;
}
