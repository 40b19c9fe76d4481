use serde_json::json;

use crate::harness::{NARROW, Server, in_browser, wait_for};

#[tokio::test]
async fn chosen_columns_outlive_a_reload_and_are_on_cards_too() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.press("Columns").await;
        page.find("input", "City").await.click().await.unwrap();
        page.press("Move City up").await;
        page.reload().await;
        page.see_rows(50).await;
        let headers = "return [...root.querySelectorAll('th')].map((th) => th.textContent.trim()).join(' ')";
        assert_eq!(page.in_root(headers).await, "Name Agency Team Email Phone Tags City Inspections");
        page.resize(NARROW).await;
        let label = "return getComputedStyle(root.querySelector('td[data-label=City]'), '::before').content";
        wait_for("the label on the card", async || {
            // Firefox tells it as it is written, `attr(data-label)`.
            (page.in_root(label).await != "none").then_some(())
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn an_attribute_that_nobody_told_us_of_can_be_a_column() {
    let server = Server::start().await;
    let attributes = json!({"last_name": "Quibble", "license_number": "CA-77", "languages": ["English", "Español"]});
    let body = json!({"data": [{"type": "connection", "id": "3", "attributes": attributes}]}).to_string();
    server
        .order_fault(json!({"path": "/v2/connections", "fault": {"kind": "status", "status": 200, "body": body}}))
        .await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(1).await;
        page.press("Columns").await;
        for column in ["License number", "Languages"] {
            page.find("input", column).await.click().await.unwrap();
            page.see_text_in("th", column).await;
        }
        page.see_first_row("CA-77").await;
        page.see_first_row("English, Español").await;
    })
    .await;
}

/// Each element wrote what it had read at first, over what the other had changed meanwhile.
#[tokio::test]
async fn what_two_elements_change_of_the_columns_is_kept_together() {
    let element = "<agent-directory></agent-directory><agent-directory id=\"other\"></agent-directory>";
    let server = Server::with(sandbox::Config { agents: 60, ..sandbox::Config::default() }, element).await;
    in_browser(async |page| {
        let in_other = async |script: &str| {
            let script = format!("const root = document.getElementById('other').shadowRoot; {script}");
            page.script(&script, vec![]).await
        };
        page.open(&server.url).await;
        page.see_rows(50).await;
        wait_for("the other list", async || (in_other("return root.querySelectorAll('tbody tr').length").await == 50).then_some(())).await;
        page.press("Columns").await;
        page.find("input", "City").await.click().await.unwrap();
        page.see_text_in("th", "City").await;
        in_other("root.querySelector('[aria-controls=columns]').click()").await;
        let compact = "const choice = [...root.querySelectorAll('label')].find((label) => label.textContent === 'Compact');\
            choice?.click(); return !!choice";
        wait_for("the other choice", async || (in_other(compact).await == true).then_some(())).await;
        page.reload().await;
        page.see_rows(50).await;
        page.see_text_in("th", "City").await;
        assert_eq!(page.in_root("return root.querySelector('.list.compact') !== null").await, true);
        let back = page.open_tab().await;
        page.open(&server.url).await;
        let choose = "localStorage.setItem('agent-directory.list', '{\"columns\": [\"state\"], \"density\": \"compact\"}')";
        page.script(choose, vec![]).await;
        page.close_tab(back).await;
        page.see_text_in("th", "State").await;
    })
    .await;
}

/// Each choice was made on what the browser had kept, and so undid the one before.
#[tokio::test]
async fn choices_that_the_browser_cannot_keep_add_up_on_the_screen() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.press("Columns").await;
        page.find("input", "ZIP").await.click().await.unwrap();
        page.see_text_in("th", "ZIP").await;
        let full = "window.kept = Storage.prototype.setItem;\
            Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); };";
        page.script(full, vec![]).await;
        for column in ["City", "State"] {
            page.find("input", column).await.click().await.unwrap();
            page.see_text_in("th", column).await;
        }
        page.see_text_in("thead", "ZIPCityState").await;
        page.script("Storage.prototype.setItem = window.kept", vec![]).await;
        page.find("input", "ZIP").await.click().await.unwrap();
        page.see_text_in("thead", "InspectionsCityState").await;
        page.reload().await;
        page.see_rows(50).await;
        page.see_text_in("thead", "InspectionsCityState").await;
    })
    .await;
}

#[tokio::test]
async fn every_header_that_sorts_sorts_both_ways() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.press("Columns").await;
        for column in ["Buying side", "Selling side", "First name", "Last name"] {
            page.find("input", column).await.click().await.unwrap();
            page.see_text_in("th", column).await;
        }
        page.press("Columns").await;
        for (header, key) in [
            ("Agency", "agency_name"),
            ("Team", "agent_team_name"),
            ("Inspections", "agent_inspections"),
            ("Buying side", "buying_agent_inspections"),
            ("Selling side", "selling_agent_inspections"),
            ("First name", "first_name"),
            ("Last name", "last_name"),
            ("Name", "last_first_name"),
        ] {
            for (order, sort) in [("ascending", key.to_owned()), ("descending", format!("-{key}"))] {
                page.find("th button", header).await.click().await.unwrap();
                page.see_order(header, order).await;
                server.see_list_query(&[("sort", &sort), ("page[number]", "1"), ("page[size]", "50")]).await;
            }
        }
    })
    .await;
}
