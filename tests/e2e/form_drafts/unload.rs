use thirtyfour::Key;

use crate::harness::{Server, in_browser, wait_for};

#[tokio::test]
async fn the_page_asks_before_it_is_left_for_as_long_as_there_are_changes() {
    let server = Server::small().await;
    in_browser(async |page| {
        let see = async |asks: bool, when: &str| {
            wait_for(&format!("asks: {asks}, {when}"), async || {
                (page.asks_before_unload().await == asks).then_some(())
            })
            .await;
        };
        page.open(&server.url).await;
        page.see_rows(8).await;
        see(false, "without a form").await;
        page.press("New agent").await;
        page.find("input", "First name").await;
        see(false, "with an empty form").await;
        page.type_into("First name", "Z").await;
        see(true, "with a letter").await;
        page.press_key(Key::Backspace).await;
        see(false, "without the letter").await;
        page.type_into("Tags", "Zeb").await;
        see(true, "with a tag begun").await;
        // Typing into the field anew would leave it first, which makes a tag of it.
        for _ in "Zeb".chars() {
            page.press_key(Key::Backspace).await;
        }
        see(false, "without the tag").await;
        page.type_into("First name", "Zelda").await;
        page.see_draft("Zelda").await;
        page.press("Cancel").await;
        page.press("Keep as draft").await;
        see(false, "with a draft kept").await;
        page.press("New agent").await;
        see(true, "with the draft back").await;
        page.press("Cancel").await;
        page.press("Discard changes").await;
        see(false, "with the changes discarded").await;
        page.press("New agent").await;
        page.type_into("First name", "Zelda").await;
        see(true, "with a name").await;
        page.press("Save").await;
        page.see_status("Saved.").await;
        see(false, "with all saved").await;
    })
    .await;
}
