use serde_json::json;
use thirtyfour::Key;

use crate::harness::{NARROW, Page, Server, in_browser, wait_for};

const ELEMENT: &str = r#"<agent-directory url-state="ad"></agent-directory>"#;
const STORED: &str = "return JSON.parse(localStorage.getItem('agent-directory.saved-views') ?? 'null')";

fn sandbox() -> sandbox::Config {
    sandbox::Config { agents: 300, ..sandbox::Config::default() }
}

async fn see_names(page: &Page, names: &[&str]) {
    wait_for(&format!("the views {names:?}"), async || {
        let shown =
            page.in_root("return [...root.querySelectorAll('.view-name')].map((name) => name.textContent)").await;
        (shown == json!(names)).then_some(())
    })
    .await;
}

/// Searches until the list is another.
async fn search(page: &Page, text: &str) {
    let before = page.rows().await;
    page.fill("Search agents", text).await;
    wait_for("other rows", async || (page.rows().await != before).then_some(())).await;
}

/// Searches, and saves that as a view; the panel stays open.
async fn save(page: &Page, text: &str, name: &str) {
    search(page, text).await;
    page.press("Views").await;
    page.type_into("Name", name).await;
    page.press("Save view").await;
    page.see_text_in(".outcome", "is saved").await;
}

#[tokio::test]
async fn a_view_is_saved_applied_renamed_and_deleted() {
    let server = Server::with(sandbox(), ELEMENT).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        save(page, "bobby", "Søn & co").await;
        page.press("Save view").await;
        page.see_alert("Give the view a name").await;
        page.reload().await;
        page.see_first_row("Bobby").await;
        page.press("Reset").await;
        page.see_rows(50).await;
        page.press("Views").await;
        see_names(page, &["Søn & co"]).await;
        page.press("Apply").await;
        page.see_none("button", "Apply").await;
        page.see_first_row("Bobby").await;
        page.press("Views").await;
        page.press("Rename").await;
        page.fill("Name", "Bobby").await;
        page.press("Rename").await;
        see_names(page, &["Bobby"]).await;
        page.press("Delete").await;
        see_names(page, &[]).await;
        let has_focus = page.in_root("return root.querySelector('.saved-views').contains(root.activeElement)").await;
        assert_eq!(has_focus, true, "the focus is not lost with the button");
        page.press("Undo").await;
        see_names(page, &["Bobby"]).await;
        page.press_key(Key::Escape).await;
        page.see_focus("Views").await;
        page.press("Views").await;
        page.press("Apply").await;
        page.see_focus("Views").await;
        let stored = page.script(STORED, vec![]).await;
        assert_eq!((&stored["version"], &stored["views"][0]["name"]), (&json!(1), &json!("Bobby")));
    })
    .await;
}

/// On a narrow page the button beside the name took most of its room.
#[tokio::test]
async fn a_name_that_is_taken_can_be_given_the_present_list() {
    let server = Server::with(sandbox(), ELEMENT).await;
    in_browser(async |page| {
        page.resize(NARROW).await;
        page.open(&server.url).await;
        page.see_rows(50).await;
        save(page, "bobby", "VIP").await;
        page.press("Apply").await;
        search(page, "ana").await;
        page.press("Views").await;
        page.type_into("Name", "vip").await;
        let widths = "const name = root.querySelector('.saved-views input'), button = name.closest('form').querySelector('button');\
            return [name, button].map((node) => node.getBoundingClientRect().width)";
        let widths = page.in_root(widths).await;
        assert!(widths[0].as_f64() > widths[1].as_f64(), "the name and its button: {widths}");
        page.press("Save view").await;
        page.see_alert("“VIP” already").await;
        page.press("Replace").await;
        page.see_text_in(".outcome", "shows the present list").await;
        let stored = page.script(STORED, vec![]).await;
        assert!(stored["views"][0]["query"].as_str().unwrap().contains("fulltext%5D=ana"), "{stored}");
    })
    .await;
}

#[tokio::test]
async fn a_link_to_a_view_opens_it_and_offers_to_save_it() {
    let server = Server::with(sandbox(), ELEMENT).await;
    in_browser(async |page| {
        let link = format!("{}/?tab=2&ad.filter%5Bfulltext%5D=bobby&ad.view=The+Bobbies#top", server.url);
        page.open(&link).await;
        page.see_first_row("Bobby").await;
        page.see_status("This link shows the view “The Bobbies”").await;
        page.press("Save view").await;
        page.press("Views").await;
        see_names(page, &["The Bobbies"]).await;
        page.reload().await;
        page.see_first_row("Bobby").await;
        page.press("Views").await;
        page.type_into("Link to a view", "https://elsewhere.example/?x.view=Ana&x.filter[fulltext]=ana").await;
        page.press("Import").await;
        see_names(page, &["The Bobbies", "Ana"]).await;
        page.type_into("Link to a view", "hello").await;
        page.press("Import").await;
        page.see_alert("no link to a saved view").await;
        let typed = page.find("input", "Link to a view").await.prop("value").await.unwrap();
        assert_eq!(typed.as_deref(), Some("hello"));
    })
    .await;
}

#[tokio::test]
async fn the_link_that_is_copied_can_be_imported() {
    for element in [ELEMENT, "<agent-directory></agent-directory>"] {
        let server = Server::with(sandbox(), element).await;
        in_browser(async |page| {
            page.open(&server.url).await;
            page.see_rows(50).await;
            page.script("navigator.clipboard.writeText = async (text) => { window.copied = text; }", vec![]).await;
            save(page, "bobby", "A & B").await;
            page.press("Copy link").await;
            page.see_text_in(".outcome", "copied").await;
            let copied = page.script("return window.copied", vec![]).await;
            page.press("Delete").await;
            see_names(page, &[]).await;
            page.type_into("Link to a view", copied.as_str().unwrap()).await;
            page.press("Import").await;
            see_names(page, &["A & B"]).await;
        })
        .await;
    }
}

/// The link said only what the preset did not: the imported view had neither its filter nor its order.
#[tokio::test]
async fn a_link_that_is_copied_beside_a_preset_has_the_preset_s_part_too() {
    let element =
        r#"<agent-directory url-state="ad" query="filter[tag]=VIP&amp;sort=-agent_inspections"></agent-directory>"#;
    let server = Server::with(sandbox(), element).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_order("Inspections", "descending").await;
        page.see_status("1–").await;
        page.script("navigator.clipboard.writeText = async (text) => { window.copied = text; }", vec![]).await;
        save(page, "bobby", "VIP Bobbies").await;
        let saved = page.script(STORED, vec![]).await;
        page.press("Copy link").await;
        page.see_text_in(".outcome", "copied").await;
        let copied = page.script("return window.copied", vec![]).await;
        let copied = copied.as_str().unwrap();
        page.press("Delete").await;
        see_names(page, &[]).await;
        page.type_into("Link to a view", copied).await;
        page.press("Import").await;
        see_names(page, &["VIP Bobbies"]).await;
        assert_eq!(page.script(STORED, vec![]).await, saved);
        let before = server.list_queries().await.len();
        page.open(copied).await;
        let opened = wait_for("the list of the link", async || {
            Some(server.list_queries().await.split_off(before)).filter(|opened| !opened.is_empty())
        })
        .await;
        for pair in [("filter[fulltext]", "bobby"), ("filter[tag]", "VIP"), ("sort", "-agent_inspections")] {
            assert!(opened[0].contains(&(pair.0.into(), pair.1.into())), "no {pair:?} in {opened:?}");
        }
    })
    .await;
}

#[tokio::test]
async fn a_browser_that_keeps_nothing_is_told_and_the_name_stays() {
    let server = Server::with(sandbox(), ELEMENT).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        let full = "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };";
        page.script(full, vec![]).await;
        page.press("Views").await;
        page.type_into("Name", "VIP").await;
        page.press("Save view").await;
        page.see_alert("is full").await;
        let blocked = "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } });";
        page.script(blocked, vec![]).await;
        page.press("Save view").await;
        page.see_alert("keep nothing").await;
        let typed = page.find("input", "Name").await.prop("value").await.unwrap();
        assert_eq!(typed.as_deref(), Some("VIP"));
    })
    .await;
}

#[tokio::test]
async fn what_another_tab_saves_shows_up() {
    let server = Server::with(sandbox(), ELEMENT).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.press("Views").await;
        page.find("button", "Save view").await;
        // For storage, a frame of the same origin is another tab.
        let elsewhere = "const frame = document.createElement('iframe'); document.body.append(frame); \
            frame.contentWindow.localStorage.setItem('agent-directory.saved-views', arguments[0]);";
        let views = json!({"version": 1, "views": [{"name": "From afar", "query": "sort=first_name"}]});
        page.script(elsewhere, vec![json!(views.to_string())]).await;
        see_names(page, &["From afar"]).await;
    })
    .await;
}
