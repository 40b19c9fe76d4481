use serde_json::json;
use thirtyfour::Key;

use crate::harness::{Page, Server, in_browser, wait_for};

/// How the form is left. The last leaves another agent open.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Way {
    Cancel,
    Close,
    Escape,
    AnotherRow,
}

const WAYS: [Way; 4] = [Way::Cancel, Way::Close, Way::Escape, Way::AnotherRow];

const QUESTION: &str = "dialog.question[open]";

async fn leave(page: &Page, way: Way) {
    match way {
        Way::Cancel => page.press("Cancel").await,
        Way::Close => page.press("Close").await,
        Way::Escape => {
            page.in_root("root.querySelector('#form-title').focus()").await;
            page.press_key(Key::Escape).await;
        }
        Way::AnotherRow => page.open_row(2).await,
    }
}

/// The form has been left without a question, for where it was to be left for.
async fn see_left(page: &Page, way: Way, was_new: bool) {
    page.see_none("button", "Save").await;
    let questions = page.in_root(&format!("return root.querySelectorAll('{QUESTION}').length")).await;
    assert_eq!(questions, 0, "a question after {way:?}");
    match (way, was_new) {
        (Way::AnotherRow, _) => {
            page.see_text_in("tr[aria-current]", "").await;
            page.find("[role=dialog] button", "Edit").await;
        }
        (_, true) => page.see_focus("New agent").await,
        (_, false) => page.see_focus("Edit").await,
    }
}

async fn open_page(page: &Page, server: &Server, is_new: bool) {
    // With another address in between, the page is loaded anew.
    page.open("about:blank").await;
    page.open(&format!("{}/{}", server.url, if is_new { "" } else { "?ad.open=3" })).await;
    page.see_rows(8).await;
}

async fn open_form(page: &Page, is_new: bool) {
    page.press(if is_new { "New agent" } else { "Edit" }).await;
    page.find("input", "City").await;
}

#[tokio::test]
async fn a_form_without_changes_is_left_without_a_question() {
    let server = Server::small().await;
    in_browser(async |page| {
        for is_new in [true, false] {
            open_page(page, &server, is_new).await;
            for way in WAYS {
                open_form(page, is_new).await;
                leave(page, way).await;
                see_left(page, way, is_new).await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_form_whose_changes_are_undone_is_left_without_a_question() {
    let server = Server::small().await;
    in_browser(async |page| {
        for is_new in [true, false] {
            open_page(page, &server, is_new).await;
            for way in WAYS {
                open_form(page, is_new).await;
                let city = page.value("City").await;
                page.type_into("City", "x").await;
                page.press_key(Key::Backspace).await;
                assert_eq!(page.value("City").await, city);
                page.set("Notes", "  ").await;
                page.set("Notes", "").await;
                if !is_new {
                    let notes = server.record("3").await["notes"].as_str().unwrap_or_default().to_owned();
                    page.set("Notes", &notes).await;
                }
                page.fill("Tags", "Zebra").await;
                page.press_key(Key::Enter).await;
                page.press("Remove tag Zebra").await;
                leave(page, way).await;
                see_left(page, way, is_new).await;
            }
        }
    })
    .await;
}

#[tokio::test]
async fn a_form_with_changes_is_left_after_one_question() {
    let server = Server::small().await;
    in_browser(async |page| {
        for is_new in [true, false] {
            open_page(page, &server, is_new).await;
            for way in WAYS {
                open_form(page, is_new).await;
                page.set("City", "Salem by the Sea").await;
                leave(page, way).await;
                page.see_text_in(QUESTION, "Leave without saving?").await;
                page.press("Keep editing").await;
                page.see_no("the question", QUESTION).await;
                assert_eq!(page.value("City").await, "Salem by the Sea");
                leave(page, way).await;
                page.see_text_in(QUESTION, "Leave without saving?").await;
                page.press_key(Key::Escape).await;
                page.see_no("the question", QUESTION).await;
                assert_eq!(page.value("City").await, "Salem by the Sea");
                leave(page, way).await;
                page.press("Discard changes").await;
                see_left(page, way, is_new).await;
                page.see_no_draft().await;
            }
        }
        assert!(server.writes().await.is_empty());
    })
    .await;
}

/// The panel stayed when changes were discarded, although the page had closed it; and the focus was lost with it.
#[tokio::test]
async fn ways_out_that_are_the_page_s_own_ask_once_too() {
    let server = Server::small().await;
    let element = "document.querySelector('agent-directory')";
    let ways = [
        ("history.back()".to_owned(), None),
        (format!("{element}.close()"), None),
        (format!("{element}.open(5)"), Some("ad.open=5")),
    ];
    in_browser(async |page| {
        for (way, opened) in ways {
            open_page(page, &server, true).await;
            page.open_row(2).await;
            open_form(page, false).await;
            page.set("City", "Salem by the Sea").await;
            page.script(&way, vec![]).await;
            page.see_text_in(QUESTION, "Leave without saving?").await;
            page.press("Keep editing").await;
            page.see_no("the question", QUESTION).await;
            assert_eq!(page.value("City").await, "Salem by the Sea");
            page.script(&way, vec![]).await;
            page.press("Discard changes").await;
            page.see_none("button", "Save").await;
            match opened {
                None => {
                    page.see_no("the panel", ".detail").await;
                    let row = "return root.activeElement?.closest('tr')?.rowIndex";
                    wait_for("the focus in row 2", async || (page.in_root(row).await == 2).then_some(())).await;
                }
                Some(_) => drop(page.find("[role=dialog] button", "Edit").await),
            }
            let search = page.script("return location.search", vec![]).await;
            assert_eq!(search.as_str().unwrap().trim_start_matches('?'), opened.unwrap_or_default(), "{way}");
            page.see_no_draft().await;
        }
        page.press("Edit").await;
        page.set("City", "Salem by the Sea").await;
        page.press("New agent").await;
        page.press("Discard changes").await;
        page.find("form", "New agent").await;
        assert_eq!(page.value("City").await, "");
        assert!(server.writes().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_tag_that_is_not_finished_is_a_change() {
    let server = Server::small().await;
    in_browser(async |page| {
        open_page(page, &server, true).await;
        open_form(page, true).await;
        page.type_into("Tags", "Zeb").await;
        leave(page, Way::Cancel).await;
        page.see_text_in(QUESTION, "Leave without saving?").await;
        page.press("Keep as draft").await;
        page.see_none("button", "Save").await;
    })
    .await;
}

#[tokio::test]
async fn a_text_that_is_pasted_and_not_filled_in_is_a_change_and_comes_back() {
    // It went without a question.
    let server = Server::small().await;
    in_browser(async |page| {
        open_page(page, &server, true).await;
        open_form(page, true).await;
        page.press("Fill from text").await;
        page.set("E-mail signature or vCard", "Zelda Quibble\nzelda@quibble.example").await;
        leave(page, Way::Cancel).await;
        page.see_text_in(QUESTION, "A draft stays in this browser for seven days.").await;
        page.press("Keep as draft").await;
        page.see_none("button", "Save").await;
        open_form(page, true).await;
        page.see_text_in(".agent-form [role=status]", "is back").await;
        assert_eq!(page.value("E-mail signature or vCard").await, "Zelda Quibble\nzelda@quibble.example");
        page.press("Fill in").await;
        assert_eq!(page.value("Email").await, "zelda@quibble.example");
    })
    .await;
}

#[tokio::test]
async fn a_text_that_says_nothing_new_is_no_change() {
    // The form asked, the page asked, and a draft was kept, although nothing was found in the text.
    let server = Server::small().await;
    let id = server.create(json!({"first_name": "Zelda", "last_name": "Quibble", "phone": "(555) 010-0017"})).await;
    in_browser(async |page| {
        page.open(&format!("{}/?ad.open={id}", server.url)).await;
        page.press("Edit").await;
        page.press("Fill from text").await;
        page.set("E-mail signature or vCard", "Zelda Quibble\n(555) 010-0017").await;
        page.see_text_in("#form-fill-told", "Nothing new was found in this text.").await;
        assert!(!page.asks_before_unload().await);
        page.press("Fill from text").await;
        page.press("Cancel").await;
        page.see_focus("Edit").await;
        page.see_no_draft().await;
    })
    .await;
}
