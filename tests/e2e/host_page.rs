//! The page around the element: it may be hostile, and it is left as it was.

use serde_json::Value;

use crate::harness::{NARROW, Page, Server, WIDE, in_browser};

const ELEMENT: &str = r#"<agent-directory api="/api"></agent-directory>"#;

fn sandbox() -> sandbox::Config {
    sandbox::Config { agents: 60, ..sandbox::Config::default() }
}

/// Where the parts of the element are, and how some of them look.
const LOOKS: &str = r#"
    const looks = (selector) => {
        const node = root.querySelector(selector), style = getComputedStyle(node), box = node.getBoundingClientRect();
        return [selector, style.display, style.fontSize, style.color, style.padding, style.letterSpacing,
            style.textTransform, style.visibility, Math.round(box.width), Math.round(box.height)].join(" ");
    };
    return [".toolbar", "input[type=search]", ".tools .button", "thead th", "tbody tr", "tbody td", ".chip:not([hidden])",
        ".footer", ".footer button"].map(looks);
"#;

async fn looks(page: &Page, style: &str) -> Value {
    let server = Server::with(sandbox(), &format!("<style>{style}</style>{ELEMENT}")).await;
    page.open(&server.url).await;
    page.see_rows(50).await;
    // What comes after the rows.
    page.find("button", "Next page").await;
    page.in_root(LOOKS).await
}

#[tokio::test]
async fn a_hostile_style_sheet_changes_nothing_within() {
    // Width and font stay the host's business; all else is compared with a page that sets nothing.
    let plain = "html { --agent-directory-font: 16px sans-serif } body { margin: 0 } \
        main { display: block; max-width: none; padding: 0 } body > :not(main, script) { display: none }";
    in_browser(async |page| {
        for size in [WIDE, (600, 900), NARROW] {
            page.resize(size).await;
            let expected = looks(page, plain).await;
            for (name, hostile) in [
                ("everything unset", "* { all: unset !important }"),
                ("no boxes", "div, table, tr, td, button { display: none } span { display: block }"),
                ("a reset", "* { margin: 0; padding: 0; border: 0; font: inherit; list-style: none; box-sizing: content-box }"),
                ("a root font of 62.5 %", "html { font-size: 62.5% } body { font-size: 1.6rem }"),
                (
                    "what is inherited",
                    "agent-directory { text-transform: uppercase; letter-spacing: 1em; word-spacing: 1em; text-indent: 5em; \
                     text-align: center; white-space: pre; cursor: wait; line-height: 4; color: red }",
                ),
            ] {
                let found = looks(page, &format!("{plain} {hostile}")).await;
                assert_eq!(found, expected, "{name}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_page_is_left_as_it_was() {
    // Kept before the script of the widget runs.
    let kept = r#"<script>
        window.names = new Set(Object.getOwnPropertyNames(window));
        window.seen = () => ({
            names: Object.getOwnPropertyNames(window).filter((name) => !names.has(name) && !/^(se|cdc|\$cdc)_|^ret_nodes/.test(name)),
            address: location.href, history: history.length, title: document.title,
            head: document.head.innerHTML, attributes: document.documentElement.outerHTML.match(/<(html|body)[^>]*>/g),
            sheets: document.adoptedStyleSheets.length,
            storage: Object.keys(localStorage).filter((key) => !key.startsWith("agent-directory")),
        });
        ["names", "seen", "first"].forEach((name) => names.add(name));
        document.addEventListener("readystatechange", () => { window.first ??= seen(); });
    </script>"#;
    let server = Server::with(sandbox(), &format!("{kept}{ELEMENT}")).await;
    let styles = r#"
        // How large things are, and so where, is for what they hold to say.
        const style = (node) => [...getComputedStyle(node)].filter((name) => !/height|width|size|origin|inset|margin|bottom|right|grid/.test(name))
            .map((name) => `${name} ${getComputedStyle(node)[name]}`).join();
        return [...document.querySelectorAll("body, main, h1, header")].map(style);
    "#;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        let before = page.script(styles, vec![]).await;
        page.fill("Search agents", "a").await;
        page.press("Next page").await;
        page.press("Filters").await;
        page.press("Columns").await;
        page.open_row(2).await;
        page.see_text_in("[role=dialog]", "Download contact").await;
        page.press("Edit").await;
        page.find("button", "Cancel").await;
        page.press("Cancel").await;
        page.script("document.querySelector('agent-directory').remove()", vec![]).await;
        assert_eq!(page.script(styles, vec![]).await, before);
        let [first, now] = ["return first", "return seen()"].map(|script| page.script(script, vec![]));
        assert_eq!(now.await, first.await);
    })
    .await;
}
