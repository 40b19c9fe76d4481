//! The element in places that are not like the usual: right to left, very narrow, with very large text.

use sandbox::Config;
use serde_json::json;
use thirtyfour::Key;

use crate::harness::{NARROW, Page, Server, WIDE, in_browser, wait_for};

/// Everything seen that sticks out of the window to a side.
const STICKING_OUT: &str = r#"
    const width = document.documentElement.clientWidth;
    const unseen = (node) => node.closest("thead, .unseen, .told, .announcement") || getComputedStyle(node).clipPath !== "none";
    return [...root.querySelectorAll("*")].filter((node) => {
        const box = node.getBoundingClientRect();
        return box.width > 1 && box.height > 1 && (box.right > width + 1 || box.left < -1) && !unseen(node);
    }).map((node) => `${node.tagName}.${node.className}`);
"#;

/// Whether the first letter of a text stands to the left of its last.
const IS_LEFT_TO_RIGHT: &str = r#"
    const text = [...root.querySelector(selector).childNodes].find((node) => node.data);
    const left = (at) => {
        const range = new Range();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        return range.getBoundingClientRect().left;
    };
    return left(0) < left(text.length - 1);
"#;

async fn see_nothing_stick_out(page: &Page, place: &str) {
    assert_eq!(page.in_root(STICKING_OUT).await, json!([]), "{place}");
}

async fn is_left_to_right(page: &Page, selector: &str) -> bool {
    page.in_root(&format!("const selector = {selector:?}; {IS_LEFT_TO_RIGHT}")).await == true
}

async fn left(page: &Page, selector: &str) -> f64 {
    let script = format!("return root.querySelector({selector:?}).getBoundingClientRect().left");
    page.in_root(&script).await.as_f64().unwrap()
}

/// A phone number lost its plus to the other end, and the way to the previous agent pointed to the next.
#[tokio::test]
async fn right_to_left_mirrors_the_layout_and_not_the_numbers() {
    let element = r#"<div dir="rtl"><agent-directory api="/api" page-size="25"></agent-directory></div>"#;
    let server = Server::with(Config { agents: 8, ..Config::default() }, element).await;
    server
        .create(json!({"first_name": "محمد", "last_name": "الأحمد", "email": "mohammed@alofoq.example", "phone": "+966 11 465 0000"}))
        .await;
    in_browser(async |page| {
        page.resize(WIDE).await;
        page.open(&server.url).await;
        page.fill("Search agents", "محمد").await;
        page.see_rows(1).await;
        assert!(left(page, "td.name").await > left(page, "td.inspections").await);
        for selector in ["td.phone a", "td.email a"] {
            assert!(is_left_to_right(page, selector).await, "{selector}");
        }
        assert!(!is_left_to_right(page, "[data-open]").await, "a name in Arabic");
        see_nothing_stick_out(page, "the list").await;
        page.press("محمد الأحمد").await;
        page.find("h2", "محمد الأحمد").await;
        // The list makes room after the panel is painted.
        wait_for("the panel on the left", async || {
            (left(page, ".detail").await < left(page, ".pane table").await).then_some(())
        })
        .await;
        for selector in [".contact [href^='tel:']", ".contact [href^='mailto:']"] {
            assert!(is_left_to_right(page, selector).await, "{selector}");
        }
        let mirrored = "return ['.pages .icon', '.detail-actions > .icon-button .icon']\
            .map((selector) => getComputedStyle(root.querySelector(selector)).scale)";
        assert_eq!(page.in_root(mirrored).await, json!(["-1 1", "-1 1"]));
        see_nothing_stick_out(page, "an agent").await;
        page.press("Edit").await;
        page.find("button", "Save").await;
        let edges = "return ['.form-head h2', '.agent-form input[type=email]']\
            .map((selector) => Math.round(root.querySelector(selector).getBoundingClientRect().right))";
        let edges = page.in_root(edges).await;
        assert_eq!(edges[0], edges[1], "title and fields begin at one edge: {edges}");
        let sentence = "const { unicodeBidi, textAlign } = getComputedStyle(root.querySelector('.agent-form p.hint')); return [unicodeBidi, textAlign]";
        assert_eq!(page.in_root(sentence).await, json!(["plaintext", "right"]), "a full stop at its own end");
        page.press("Cancel").await;
        page.resize(NARROW).await;
        see_nothing_stick_out(page, "an agent, narrow").await;
        page.press("Edit").await;
        page.find("button", "Save").await;
        see_nothing_stick_out(page, "the form, narrow").await;
    })
    .await;
}

#[tokio::test]
async fn nothing_sticks_out_at_320_pixels_or_with_text_of_twice_the_size() {
    let server = Server::start().await;
    in_browser(async |page| {
        for (size, font) in [((320, 800), "100%"), (WIDE, "200%"), ((640, 800), "200%")] {
            let place = |name: &str| format!("{name} at {size:?}, text at {font}");
            page.resize(size).await;
            page.open(&server.url).await;
            page.script(&format!("document.documentElement.style.fontSize = '{font}'"), vec![]).await;
            page.see_rows(50).await;
            see_nothing_stick_out(page, &place("the list")).await;
            page.press("Filters").await;
            see_nothing_stick_out(page, &place("the filters")).await;
            page.press("Filters").await;
            page.in_root("root.querySelector('[data-open]').click()").await;
            page.find("button", "Edit").await;
            see_nothing_stick_out(page, &place("an agent")).await;
            page.press("Edit").await;
            page.find("button", "Save").await;
            see_nothing_stick_out(page, &place("the form")).await;
        }
    })
    .await;
}

/// The saved views had a line of the toolbar to themselves.
#[tokio::test]
async fn a_narrow_toolbar_wastes_no_line() {
    let server = Server::start().await;
    let is_alone = r#"
        const middle = (node) => { const box = node.getBoundingClientRect(); return Math.round(box.top + box.height / 2); };
        const others = root.querySelectorAll(".tools > .button, .tools select");
        return [...others].every((other) => middle(other) !== middle(root.querySelector(".views")));
    "#;
    in_browser(async |page| {
        for size in [(320, 800), NARROW] {
            page.resize(size).await;
            page.open(&server.url).await;
            page.see_rows(50).await;
            assert_eq!(page.in_root(is_alone).await, false, "the saved views are alone at {size:?}");
        }
    })
    .await;
}

/// The headers of cards were cut off to a pixel and kept their place in the order of Tab: the focus was nowhere to be seen.
#[tokio::test]
async fn the_focus_on_the_headers_of_cards_is_seen() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.resize(NARROW).await;
        page.open(&server.url).await;
        page.see_rows(50).await;
        let clipped = "return getComputedStyle(root.querySelector('thead')).clipPath !== 'none'";
        assert_eq!(page.in_root(clipped).await, true, "the headers are not seen on cards");
        page.in_root("root.querySelector('thead button').focus()").await;
        // WebKit's window gets no focus where there is no window manager, and then nothing in it is styled as focused.
        if page.script("return document.hasFocus()", vec![]).await != true {
            return;
        }
        for header in ["Name", "Agency", "Team", "Inspections"] {
            page.see_focus(header).await;
            let seen = "const button = root.activeElement, box = button.getBoundingClientRect();\
                const there = root.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);\
                return box.width > 20 && box.height > 20 && button.contains(there)";
            assert_eq!(page.in_root(seen).await, true, "{header}");
            page.press_key(Key::Tab).await;
        }
        assert_eq!(page.in_root(clipped).await, true, "they go with the focus");
    })
    .await;
}
