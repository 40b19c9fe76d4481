use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::{Server, in_browser, wait_for};

const WIDE: (u32, u32) = (1440, 900);
const NARROW: (u32, u32) = (500, 900);

fn sandbox() -> sandbox::Config {
    sandbox::Config { agents: 60, ..sandbox::Config::default() }
}

#[tokio::test]
async fn an_agent_asked_for_before_the_widget_is_ready_is_opened_and_told() {
    let server = Server::with(sandbox(), "").await;
    let record = &server.list("filter[id]=7").await[0];
    let email = record["attributes"]["email"].as_str().unwrap_or_default().to_owned();
    in_browser(async |page| {
        page.open(&server.url).await;
        let make = "window.heard = []; addEventListener('agent-directory-opened', (event) => heard.push(event.detail.id)); \
            const element = document.createElement('agent-directory'); \
            document.querySelector('main').append(element); element.open(7);";
        page.script(make, vec![]).await;
        page.see_text_in("[role=dialog]", &email).await;
        wait_for("the event", async || (page.script("return window.heard.join()", vec![]).await == "7").then_some(()))
            .await;
        page.script("document.querySelector('agent-directory').close()", vec![]).await;
        page.see_none("button", "Next agent").await;
    })
    .await;
}

#[tokio::test]
async fn the_whole_way_through_agents_goes_by_keyboard() {
    let server = Server::with(sandbox(), "<agent-directory></agent-directory>").await;
    in_browser(async |page| {
        page.resize(WIDE).await;
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.in_root("root.querySelector('[data-open]').focus()").await;
        page.press_key(Key::Enter).await;
        let next = page.find("button", "Next agent").await;
        next.send_keys(Key::Enter).await.unwrap();
        let second = "return root.querySelector('[aria-current]')?.rowIndex";
        wait_for("the second row", async || (page.in_root(second).await == 2).then_some(())).await;
        page.press_key(Key::Escape).await;
        page.see_none("button", "Next agent").await;
        let focused = "return root.activeElement?.closest('tr')?.rowIndex";
        wait_for("focus on its row", async || (page.in_root(focused).await == 2).then_some(())).await;
    })
    .await;
}

#[tokio::test]
async fn on_narrow_screens_the_panel_takes_the_list_s_place() {
    let server = Server::with(sandbox(), "<agent-directory></agent-directory>").await;
    in_browser(async |page| {
        page.resize(NARROW).await;
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.in_root("root.querySelector('[data-open]').click()").await;
        page.find("button", "Close").await;
        page.see_none("input", "Search agents").await;
        page.press("Close").await;
        page.find("input", "Search agents").await;
    })
    .await;
}

#[tokio::test]
async fn escape_closes_what_lies_over_the_panel_first() {
    // Escape closed the saved views and the panel under them at once.
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&format!("{}/?ad.open=3", server.url)).await;
        page.see_text_in("[role=dialog]", "@").await;
        page.press("Views").await;
        page.find("input", "Name").await;
        page.press_key(Key::Escape).await;
        page.see_no("the saved views", ":popover-open").await;
        page.find("[role=dialog] button", "Close").await;
        page.see_focus("Views").await;
        page.see_text_in("dialog h2", "Keyboard shortcuts").await;
        page.press_key("?").await;
        page.find("dialog button", "Close").await;
        page.press_key(Key::Escape).await;
        page.see_no("the keys", "dialog[open]").await;
        page.find("[role=dialog] button", "Close").await;
        page.press_key(Key::Escape).await;
        page.see_no("the panel", "[role=dialog]").await;
    })
    .await;
}

#[tokio::test]
async fn the_row_of_an_agent_from_the_address_is_marked() {
    // The mark was set before the rows were on the page.
    let server = Server::start().await;
    in_browser(async |page| {
        let first = &server.list("sort=last_first_name&page[size]=1").await[0];
        page.open(&format!("{}/?ad.open={}", server.url, first["id"].as_str().unwrap())).await;
        page.see_text_in("tr[aria-current]", first["attributes"]["last_name"].as_str().unwrap()).await;
    })
    .await;
}

/// Previous and next were off, and nothing said why.
#[tokio::test]
async fn an_agent_who_is_not_on_the_page_of_the_list_is_said_to_be_so() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&format!("{}/?ad.open=7&ad.filter%5Bfulltext%5D=nobody", server.url)).await;
        page.see_text_in(".detail-place", "Not on this page").await;
        page.press("Close").await;
        page.set("Search agents", "").await;
        page.see_rows(8).await;
        page.open_row(2).await;
        page.see_text_in(".detail-place", "2 of 8").await;
    })
    .await;
}

#[tokio::test]
async fn an_agent_from_the_address_leaves_the_focus_where_it_is() {
    // A page that was opened by a link lost its focus to the panel, and was scrolled there.
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&format!("{}/?ad.open=7", server.url)).await;
        page.find("[role=dialog] button", "Close").await;
        assert_eq!(page.in_root("return root.activeElement").await, Value::Null);
        page.in_root("root.querySelector('tbody tr:nth-child(2) [data-open]').click()").await;
        let focused = "return root.activeElement?.tagName";
        wait_for("focus in the panel", async || (page.in_root(focused).await == "H2").then_some(())).await;
    })
    .await;
}

/// The panel takes the focus a moment after it is there.
#[tokio::test]
async fn whoever_has_gone_elsewhere_meanwhile_keeps_the_focus_there() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        let go_after = |click: &str| {
            format!("{click}; return new Promise(requestAnimationFrame).then(() => root.querySelector('input[type=search]').focus())")
        };
        let open = "const button = root.querySelector('[data-open]'); button.focus(); button.click()";
        page.in_root(&go_after(open)).await;
        // These come after that moment.
        page.find("[role=dialog] button", "Close").await;
        page.see_text_in("[role=dialog]", "Download contact").await;
        page.see_focus("Search agents").await;
        page.in_root("root.querySelector('[data-edit]').click()").await;
        page.find("button", "Save").await;
        page.in_root(&go_after("root.querySelector('.form-foot [type=button]').click()")).await;
        page.find("button", "Edit").await;
        page.see_text_in("[role=dialog]", "Download contact").await;
        page.see_focus("Search agents").await;
    })
    .await;
}

/// A row names two tags and counts the others, which could not be picked anywhere.
#[tokio::test]
async fn every_tag_in_the_panel_filters_the_list() {
    let server = Server::start().await;
    let tags = ["First", "Second", "Third", "Fourth"];
    let id = server.create(json!({"first_name": "Zelda", "last_name": "Quibble", "tags": tags})).await;
    in_browser(async |page| {
        page.open(&format!("{}/?ad.open={id}", server.url)).await;
        page.see_rows(50).await;
        page.press("Fourth").await;
        page.find("button", "Remove Tag: Fourth").await;
        page.see_rows(1).await;
        page.see_first_row("Quibble").await;
    })
    .await;
}

/// Looks at every frame until a panel has been made ready ahead, and at a few more: what was out of place, or `nothing`.
const WATCH: &str = r#"return new Promise((done) => {
    const element = document.createElement("agent-directory");
    document.querySelector("main").append(element);
    let made = 0, framesAfter = 0, seen = "nothing";
    const watch = new MutationObserver((changes) => changes.forEach(({ addedNodes }) => (made += addedNodes.length)));
    const look = () => {
        const root = element.shadowRoot, stage = root.querySelector(".rehearsal");
        if (stage) watch.observe(stage, { childList: true });
        if (root.querySelector("[role=dialog]")) seen = "a panel";
        if (root.activeElement) seen = "the focus in the widget";
        if (made) framesAfter += 1;
        if (framesAfter > 5) done(seen); else requestAnimationFrame(look);
    };
    look();
})"#;

#[tokio::test]
async fn a_panel_that_is_made_ready_ahead_is_never_seen_and_asks_for_nothing() {
    let server = Server::with(sandbox(), "").await;
    in_browser(async |page| {
        page.open(&server.url).await;
        assert_eq!(page.script(WATCH, vec![]).await, "nothing");
        let asked: Vec<_> = server.requests().await.iter().map(|request| request["path"].clone()).collect();
        assert!(asked.iter().all(|path| path == "/v2/connections"), "{asked:?}");
    })
    .await;
}
