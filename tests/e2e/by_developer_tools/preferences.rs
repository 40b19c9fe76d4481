//! What readers prefer, as they have set it in their system: dark, less motion, colours of their own.

use serde_json::json;

use crate::harness::{Page, Server, WIDE, in_browser};

/// The background of what `selector` finds, or of its pseudo-element.
async fn background(page: &Page, selector: &str, pseudo_element: &str) -> String {
    let script =
        format!("return getComputedStyle(root.querySelector({selector:?}), {pseudo_element:?}).backgroundColor");
    page.in_root(&script).await.as_str().unwrap().into()
}

/// The value of a colour of the system.
async fn system_color(page: &Page, name: &str) -> String {
    let script = "const probe = document.body.appendChild(document.createElement('i')); \
        probe.style.backgroundColor = arguments[0]; const color = getComputedStyle(probe).backgroundColor; \
        probe.remove(); return color";
    page.script(script, vec![json!(name)]).await.as_str().unwrap().into()
}

#[tokio::test]
async fn a_dark_system_makes_the_widget_dark_unless_its_theme_says_otherwise() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.prefer("prefers-color-scheme", "light").await;
        let light = background(page, ".directory", "").await;
        page.prefer("prefers-color-scheme", "dark").await;
        let dark = background(page, ".directory", "").await;
        assert_ne!(light, dark, "it follows the system");
        for (theme, expected) in [("auto", &dark), ("light", &light), ("dark", &dark)] {
            page.set_theme(theme).await;
            assert_eq!(&background(page, ".directory", "").await, expected, "{theme}, in a dark system");
        }
        page.prefer("prefers-color-scheme", "light").await;
        for (theme, expected) in [("auto", &light), ("dark", &dark)] {
            page.set_theme(theme).await;
            assert_eq!(&background(page, ".directory", "").await, expected, "{theme}, in a light system");
        }
    })
    .await;
}

#[tokio::test]
async fn nothing_moves_where_less_motion_is_preferred() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        let moving = "return [...root.querySelectorAll('*')].flatMap((node) => ['', '::before', '::after'].filter((pseudo) => { \
            const style = getComputedStyle(node, pseudo); const takes = (time) => time.split(', ').some((each) => parseFloat(each) > 0); \
            return takes(style.transitionDuration) && style.transitionProperty !== 'none' \
                || style.animationIterationCount === 'infinite' && style.animationName !== 'none'; \
        }).map((pseudo) => node.className + pseudo))";
        page.prefer("prefers-reduced-motion", "no-preference").await;
        assert_ne!(page.in_root(moving).await, json!([]), "the bar and the arrows of the headers move otherwise");
        page.prefer("prefers-reduced-motion", "reduce").await;
        assert_eq!(page.in_root(moving).await, json!([]));
    })
    .await;
}

/// Where readers choose the colours, backgrounds go: the chosen suggestion looked like the others, the button of an agency
/// was empty, and nothing told which side of the bar was which.
#[tokio::test]
async fn what_a_background_tells_is_seen_in_colours_of_the_reader_s_own() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.resize(WIDE).await;
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.prefer("forced-colors", "active").await;
        page.open_row(2).await;
        page.see_text_in("[role=dialog]", "Selling side").await;
        let row = "const style = getComputedStyle(root.querySelector('tr[aria-current=true]')); \
            return [style.outlineStyle, style.outlineWidth]";
        assert_eq!(page.in_root(row).await, json!(["solid", "2px"]), "the row of the agent who is open");
        assert_ne!(background(page, ".buying dt", "::before").await, background(page, ".selling dt", "::before").await);
        assert_eq!(background(page, ".only", "::before").await, system_color(page, "ButtonText").await);
        page.press("Filters").await;
        page.fill("Agency ID", "a").await;
        page.press_key(thirtyfour::Key::Down).await;
        page.see_text_in("[role=option][aria-selected=true]", "a").await;
        let chosen = background(page, "[role=option][aria-selected=true]", "").await;
        assert_eq!(chosen, system_color(page, "Highlight").await);
    })
    .await;
}
