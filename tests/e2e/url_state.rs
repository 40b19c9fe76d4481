use serde_json::json;
use thirtyfour::Key;

use crate::harness::{Page, Server, in_browser, wait_for};

const ELEMENT: &str = r#"<agent-directory url-state="ad" page-size="25"></agent-directory>"#;

fn sandbox() -> sandbox::Config {
    sandbox::Config { agents: 300, ..sandbox::Config::default() }
}

async fn see_address(page: &Page, address: &str) {
    wait_for(&format!("the address {address}"), async || (page.address().await == address).then_some(())).await;
}

async fn history_length(page: &Page) -> i64 {
    page.script("return history.length", vec![]).await.as_i64().unwrap()
}

async fn go(page: &Page, steps: i32) {
    page.script("history.go(arguments[0])", vec![json!(steps)]).await;
}

#[tokio::test]
async fn what_is_chosen_is_in_the_address_and_comes_back_after_a_reload() {
    let server = Server::with(sandbox(), ELEMENT).await;
    in_browser(async |page| {
        let host = format!("{}/?tab=[2]&q=a%20b+c", server.url);
        page.open(&format!("{host}#agents")).await;
        page.see_status("1–25 of 300").await;
        page.choose("Sort by", "First name, A to Z").await;
        see_address(page, &format!("{host}&ad.sort=first_name#agents")).await;
        page.press("Next page").await;
        let turned = format!("{host}&ad.sort=first_name&ad.page%5Bnumber%5D=2#agents");
        see_address(page, &turned).await;
        page.see_status("26–50 of 300").await;
        let before = server.list_queries().await.len();
        page.reload().await;
        page.see_status("26–50 of 300").await;
        let queries = server.list_queries().await;
        let restored: Vec<_> =
            queries[before..].iter().filter(|query| query.contains(&("page[number]".into(), "2".into()))).collect();
        assert_eq!(restored.len(), 1, "the loader's request is the widget's");
        assert!(restored[0].contains(&("sort".into(), "first_name".into())));
        assert_eq!(page.address().await, turned);
    })
    .await;
}

#[tokio::test]
async fn back_and_forward_go_through_what_was_chosen() {
    let server = Server::with(sandbox(), ELEMENT).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–25 of 300").await;
        page.press("Next page").await;
        page.see_status("26–50 of 300").await;
        page.choose("Sort by", "First name, Z to A").await;
        page.see_order("Name", "none").await;
        page.see_status("1–25 of 300").await;
        let length = history_length(page).await;
        go(page, -1).await;
        page.see_order("Name", "ascending").await;
        page.see_status("26–50 of 300").await;
        go(page, -1).await;
        page.see_status("1–25 of 300").await;
        see_address(page, &format!("{}/", server.url)).await;
        go(page, 2).await;
        page.see_order("Name", "none").await;
        see_address(page, &format!("{}/?ad.sort=-first_name", server.url)).await;
        assert_eq!(history_length(page).await, length, "going back and forward makes no history");
    })
    .await;
}

#[tokio::test]
async fn an_agent_opened_by_a_row_is_in_the_address_and_the_history() {
    let server = Server::with(sandbox(), ELEMENT).await;
    let id = server.list("sort=last_first_name&page[size]=25").await[1]["id"].as_str().unwrap().to_owned();
    let (closed, open) = (format!("{}/", server.url), format!("{}/?ad.open={id}", server.url));
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–25 of 300").await;
        page.open_row(2).await;
        see_address(page, &open).await;
        page.find("[role=dialog] button", "Edit").await;
        page.script("history.back()", vec![]).await;
        page.see_no("the panel", ".detail").await;
        see_address(page, &closed).await;
        page.script("history.forward()", vec![]).await;
        page.find("[role=dialog] button", "Edit").await;
        see_address(page, &open).await;
        page.reload().await;
        page.find("[role=dialog] button", "Edit").await;
        assert_eq!(page.address().await, open);
    })
    .await;
}

#[tokio::test]
async fn a_search_is_one_step_of_the_history() {
    let server = Server::with(sandbox(), ELEMENT).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–25 of 300").await;
        let length = history_length(page).await;
        for (typed, search) in [("b", "b"), ("ob", "bob"), ("by", "bobby")] {
            page.type_into("Search agents", typed).await;
            see_address(page, &format!("{}/?ad.filter%5Bfulltext%5D={search}", server.url)).await;
        }
        assert_eq!(history_length(page).await, length + 1);
        page.fill("Search agents", "ana").await;
        see_address(page, &format!("{}/?ad.filter%5Bfulltext%5D=ana", server.url)).await;
        go(page, -1).await;
        page.see_first_row("Bobby").await;
        go(page, -1).await;
        page.see_status("1–25 of 300").await;
        let text = page.find("input", "Search agents").await.prop("value").await.unwrap();
        assert_eq!(text.as_deref(), Some(""));
    })
    .await;
}

#[tokio::test]
async fn elements_and_the_page_itself_share_the_address() {
    let element =
        format!(r#"{ELEMENT}<agent-directory id="other" url-state="other" page-size="10"></agent-directory>"#);
    let server = Server::with(sandbox(), &element).await;
    in_browser(async |page| {
        page.open(&format!("{}/?tab=2", server.url)).await;
        page.see_status("1–25 of 300").await;
        page.script("history.replaceState({ of: 'the page' }, '')", vec![]).await;
        let in_other = |script: &str| format!("const other = document.getElementById('other').shadowRoot; {script}");
        let press = in_other("other.querySelector(\"[aria-label='Next page']\").click()");
        wait_for("the other list", async || {
            let rows = page.script(&in_other("return other.querySelectorAll('tbody tr').length"), vec![]).await;
            (rows == 10).then_some(())
        })
        .await;
        // Both in one go: neither may write over what the other has just written.
        let both = format!("{press}; document.querySelector('agent-directory').shadowRoot.querySelector(\"[aria-label='Next page']\").click()");
        page.script(&both, vec![]).await;
        wait_for("both pages in the address", async || {
            let address = page.address().await;
            let told = ["?tab=2&", "ad.page%5Bnumber%5D=2", "other.page%5Bnumber%5D=2"];
            told.iter().all(|part| address.contains(part)).then_some(())
        })
        .await;
        page.see_status("26–50 of 300").await;
        assert_eq!(page.script("return history.state", vec![]).await, json!({"of": "the page"}));
        go(page, -2).await;
        page.see_status("1–25 of 300").await;
        see_address(page, &format!("{}/?tab=2", server.url)).await;
    })
    .await;
}

#[tokio::test]
async fn a_parameter_that_cannot_be_used_is_told_and_the_rest_works() {
    let server = Server::with(sandbox(), ELEMENT).await;
    in_browser(async |page| {
        page.open(&format!("{}/?ad.sort=age&ad.filter[email]=ana&ad.page[number]=2&sort=own", server.url)).await;
        page.see_status("26–50 of 300").await;
        page.see_status("“ad.sort” is “age”").await;
        page.see_status("“ad.filter[email]” is “ana”").await;
        assert_eq!(server.list_queries().await.len(), 1, "the loader leaves out the same");
        page.press("Dismiss").await;
        page.see_none("button", "Dismiss").await;
        page.press("Next page").await;
        see_address(page, &format!("{}/?ad.page%5Bnumber%5D=3&sort=own", server.url)).await;
    })
    .await;
}

/// Only its button was there to be seen: the words were drawn as those for screen readers alone.
#[tokio::test]
async fn what_is_told_of_a_parameter_can_be_seen() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&format!("{}/?ad.sort=age", server.url)).await;
        page.see_status("“ad.sort” is “age”").await;
        let sentence = "const line = root.querySelector('.notice li'), words = document.createRange(); \
            words.selectNodeContents(line); \
            const { left, top, width, height } = words.getBoundingClientRect(); \
            return root.elementFromPoint(left + width / 2, top + height / 2) === line";
        assert_eq!(page.in_root(sentence).await, true);
    })
    .await;
}

/// What is set in every field, and the rows a page.
#[tokio::test]
async fn every_filter_and_the_rows_per_page_come_back_after_a_reload() {
    let server = Server::with(sandbox(), ELEMENT).await;
    let fields = [
        ("Agency ID", "filter[agency_id]", "9001"),
        ("Team ID", "filter[agent_team_id]", "9002"),
        ("Agent ID", "filter[agent_id]", "9003"),
        ("Connection ID", "filter[id]", "9004"),
        ("Email", "filter[email]", "o'neill+new@sub.example"),
    ];
    let mut expected = vec![
        ("filter[fulltext]", "ruiz & co"),
        ("filter[tag][]", "R&D #1"),
        ("filter[tag][]", "Gold"),
        ("sort", "last_first_name"),
        ("page[number]", "1"),
        ("page[size]", "100"),
    ];
    expected.extend(fields.map(|(_, parameter, value)| (parameter, value)));
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–25 of 300").await;
        page.choose("Rows per page", "100").await;
        page.see_rows(100).await;
        page.press("Filters").await;
        for (field, _, value) in fields {
            page.set(field, value).await;
        }
        page.type_into("Tags", "R&D #1,Gold,").await;
        page.fill("Search agents", "ruiz & co").await;
        server.see_list_query(&expected).await;
        let before = server.list_queries().await.len();
        page.reload().await;
        page.see_text_in(".empty", "ruiz & co").await;
        let restored = &server.list_queries().await[before];
        for (name, value) in &expected {
            assert!(restored.contains(&((*name).into(), (*value).into())), "no {name}={value} in {restored:?}");
        }
        page.press("Filters").await;
        for (field, _, value) in fields {
            assert_eq!(page.value(field).await, value, "{field}");
        }
        assert_eq!(page.value("Search agents").await, "ruiz & co");
        page.find("button", "Remove Tag: R&D #1").await;
        page.find("button", "Remove Tag: Gold").await;
        let size = page.find("select", "Rows per page").await.prop("value").await.unwrap();
        assert_eq!(size.as_deref(), Some("100"));
    })
    .await;
}

#[tokio::test]
async fn reset_leads_back_to_the_preset() {
    let element = r#"<agent-directory url-state="ad" query="sort=first_name"></agent-directory>"#;
    let server = Server::with(sandbox(), element).await;
    in_browser(async |page| {
        page.open(&format!("{}/?ad.page[number]=2", server.url)).await;
        page.see_status("51–100 of 300").await;
        page.see_none("button", "Reset").await;
        page.type_into("Search agents", "bobby").await;
        page.see_first_row("Bobby").await;
        page.press("Reset").await;
        page.see_status("1–50 of 300").await;
        page.see_none("button", "Reset").await;
        see_address(page, &format!("{}/", server.url)).await;
        let focused = page.in_root("return root.activeElement?.textContent").await;
        assert_eq!(focused, "Views", "the focus is not lost with the button");
    })
    .await;
}

#[tokio::test]
async fn attributes_that_change_are_taken_in_place() {
    let server = Server::with(sandbox(), ELEMENT).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–25 of 300").await;
        page.type_into("Search agents", "a").await;
        see_address(page, &format!("{}/?ad.filter%5Bfulltext%5D=a", server.url)).await;
        let set = async |name: &str, value: Option<&str>| {
            let script = "const element = document.querySelector('agent-directory'); \
                window.table ??= element.shadowRoot.querySelector('table'); element[arguments[0]] = arguments[1];";
            page.script(script, vec![json!(name), json!(value)]).await;
        };
        set("pageSize", Some("10")).await;
        page.see_rows(10).await;
        see_address(page, &format!("{}/?ad.filter%5Bfulltext%5D=a", server.url)).await;
        set("urlState", Some("list")).await;
        see_address(page, &format!("{}/?list.filter%5Bfulltext%5D=a", server.url)).await;
        set("query", Some("sort=first_name")).await;
        page.see_status("1–10 of 300").await;
        see_address(page, &format!("{}/", server.url)).await;
        page.press("Next page").await;
        see_address(page, &format!("{}/?list.page%5Bnumber%5D=2", server.url)).await;
        set("urlState", None).await;
        see_address(page, &format!("{}/", server.url)).await;
        page.see_status("11–20 of 300").await;
        let is_same = page.in_root("return root.querySelector('table') === window.table").await;
        assert_eq!(is_same, true, "the directory was not built anew");
        set("urlState", Some("a b")).await;
        page.see_alert("url-state").await;
    })
    .await;
}

#[tokio::test]
async fn an_element_that_is_removed_leaves_the_history_alone() {
    let server = Server::with(sandbox(), ELEMENT).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–25 of 300").await;
        page.press("Next page").await;
        page.see_status("26–50 of 300").await;
        let remove = "window.errors = []; addEventListener('error', (event) => errors.push(event.message)); \
            document.querySelector('agent-directory').remove();";
        page.script(remove, vec![]).await;
        let sent = server.list_queries().await.len();
        go(page, -1).await;
        see_address(page, &format!("{}/", server.url)).await;
        // Another element's first request is the sign that whatever Back has led to has been sent by now.
        page.script("document.querySelector('main').append(document.createElement('agent-directory'))", vec![]).await;
        page.see_rows(50).await;
        page.press_key(Key::Null).await;
        let first_page = [("page[size]", "25"), ("page[number]", "1")].map(|(name, value)| (name.into(), value.into()));
        let later = server.list_queries().await.split_off(sent);
        assert!(!later.iter().any(|query| first_page.iter().all(|pair| query.contains(pair))), "{later:?}");
        assert_eq!(page.script("return window.errors", vec![]).await, json!([]));
    })
    .await;
}
