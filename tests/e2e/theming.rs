//! What a page's own style sheets may change, and how the element lies in the page.

use serde_json::json;

use crate::harness::{NARROW, Server, WIDE, in_browser};

async fn server(element: &str) -> Server {
    Server::with(sandbox::Config { agents: 60, ..sandbox::Config::default() }, element).await
}

#[tokio::test]
async fn custom_properties_and_parts_take_effect() {
    let style = "<style>agent-directory { --agent-directory-accent: rgb(122, 31, 92); --agent-directory-on-accent: rgb(250, 240, 230); \
        --agent-directory-text: rgb(9, 8, 7); --agent-directory-radius: 12px; --agent-directory-row-height: 90px; \
        --agent-directory-font: 18px serif; } agent-directory::part(toolbar) { outline: 3px solid rgb(1, 2, 3); } \
        agent-directory::part(detail) { background-color: rgb(4, 5, 6); }</style>";
    let server = server(&format!("{style}<agent-directory></agent-directory>")).await;
    in_browser(async |page| {
        page.resize(WIDE).await;
        page.open(&server.url).await;
        page.see_rows(50).await;
        let found = "const style = (selector) => getComputedStyle(root.querySelector(selector)); \
            const button = style('[data-new-agent]'); \
            return [button.backgroundColor, button.color, button.borderTopLeftRadius, style('td').color, style('td').fontFamily, \
                Math.round(root.querySelector('tbody tr').getBoundingClientRect().height), style('.toolbar').outlineColor]";
        let expected = json!([
            "rgb(122, 31, 92)", "rgb(250, 240, 230)", "9px", "rgb(9, 8, 7)", "serif", 90, "rgb(1, 2, 3)"
        ]);
        assert_eq!(page.in_root(found).await, expected);
        page.open_row(1).await;
        page.see_text_in("[role=dialog]", "Download contact").await;
        let panel = "return getComputedStyle(root.querySelector('.detail')).backgroundColor";
        assert_eq!(page.in_root(panel).await, "rgb(4, 5, 6)");
    })
    .await;
}

#[tokio::test]
async fn the_font_of_the_page_is_followed_in_text_and_controls() {
    let style = "<style>body { font: italic 17px Georgia, serif }</style>";
    let server = server(&format!("{style}<agent-directory></agent-directory>")).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        for selector in ["td", "button", "input"] {
            let font = format!(
                "const {{ fontFamily, fontStyle }} = getComputedStyle(root.querySelector('{selector}')); \
                return [fontFamily, fontStyle]"
            );
            assert_eq!(page.in_root(&font).await, json!(["Georgia, serif", "italic"]), "{selector}");
        }
    })
    .await;
}

/// What a page may lay out its element by: the style of the box around, and the element's own.
const BOXES: [(&str, &str); 9] = [
    ("display: flex", ""),
    ("display: flex; flex-direction: column; align-items: center", ""),
    ("display: grid; place-items: center", ""),
    ("display: table", ""),
    ("", "float: left"),
    ("", "display: inline-block"),
    ("", "display: flex"),
    ("", "width: fit-content"),
    ("position: relative; height: 10px", "position: absolute"),
];

/// Where a page gives its children as much room as they ask for, the element asked for none.
#[tokio::test]
async fn there_is_room_in_every_kind_of_box_and_no_more_than_there_is() {
    let server = server("<style>section { display: flow-root }</style><section><div><agent-directory></agent-directory></div></section>").await;
    let lay_out = "const [page, around, own] = arguments; const element = document.querySelector('agent-directory'); \
        element.closest('section').style = page; element.parentNode.style = around; element.style = own; \
        const inner = element.shadowRoot.querySelector('.directory').getBoundingClientRect().width; \
        return [inner, element.closest('section').clientWidth, document.documentElement.scrollWidth - innerWidth]";
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        for size in [WIDE, NARROW] {
            page.resize(size).await;
            for (around, own) in BOXES {
                let seen = page.script(lay_out, vec![json!(""), json!(around), json!(own)]).await;
                let [width, there_is, sticks_out] = [0, 1, 2].map(|place| seen[place].as_f64().unwrap());
                assert!(width > there_is.min(1280.0) - 50.0 && sticks_out <= 0.0, "{seen}: {around} / {own}");
            }
            for around in ["display: flex", "display: grid; grid-template-columns: minmax(auto, 1fr)"] {
                let seen = page.script(lay_out, vec![json!(around), json!("flex: 1"), json!("")]).await;
                assert!(seen[2].as_f64().unwrap() <= 0.0, "{seen}: {around}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_box_counts_and_not_the_window() {
    let element = "<div style=\"width: 380px\"><agent-directory></agent-directory></div>";
    let server = server(element).await;
    in_browser(async |page| {
        let looks = "const row = root.querySelector('tbody tr'); \
            return [getComputedStyle(row).display, getComputedStyle(root.querySelector('thead')).position]";
        page.resize(WIDE).await;
        page.open(&server.url).await;
        page.see_rows(50).await;
        assert_eq!(page.in_root(looks).await, json!(["grid", "absolute"]), "cards, in a narrow box of a wide window");
        let widest = "return Math.max(...[...root.querySelectorAll('tr, .toolbar, .footer')].map((node) => node.getBoundingClientRect().width))";
        assert!(page.in_root(widest).await.as_f64().unwrap() <= 380.0);
        page.script("document.querySelector('main > div').style.width = 'auto'", vec![]).await;
        assert_ne!(page.in_root(looks).await, json!(["grid", "absolute"]));
    })
    .await;
}

#[tokio::test]
async fn a_page_from_right_to_left_is_followed() {
    let element = "<script>document.documentElement.dir = 'rtl'</script><agent-directory></agent-directory>";
    let server = server(element).await;
    in_browser(async |page| {
        page.resize(WIDE).await;
        page.open(&server.url).await;
        page.see_rows(50).await;
        let is_mirrored = "const left = (selector) => root.querySelector(selector).getBoundingClientRect().left; \
            return left('td.name') > left('td.inspections')";
        assert_eq!(page.in_root(is_mirrored).await, true);
        page.script("document.documentElement.dir = 'ltr'", vec![]).await;
        assert_eq!(page.in_root(is_mirrored).await, false);
    })
    .await;
}

#[tokio::test]
async fn a_move_within_the_page_changes_nothing() {
    let server = server("<agent-directory></agent-directory><aside></aside>").await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–50 of 60").await;
        // The last page: nothing is loaded ahead after it.
        page.press("Next page").await;
        page.see_status("51–60 of 60").await;
        page.see_no("the request", "table[aria-busy=true]").await;
        page.press("New agent").await;
        page.set("City", "Salem by the Sea").await;
        let asked = server.list_queries().await.len();
        let is_same =
            "window.shown ??= root.querySelector('.root'); return root.querySelector('.root') === window.shown";
        page.in_root(is_same).await;
        page.script("document.querySelector('aside').append(document.querySelector('agent-directory'))", vec![]).await;
        assert_eq!(page.value("City").await, "Salem by the Sea");
        assert_eq!(page.in_root(is_same).await, true);
        page.see_rows(10).await;
        assert_eq!(server.list_queries().await.len(), asked);
    })
    .await;
}
