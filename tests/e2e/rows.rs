//! What the rows offer beside the agent: filters and links.

use serde_json::{Value, json};
use thirtyfour::Key;

use crate::harness::{Server, in_browser, wait_for};

/// The first agents of the list's own order.
async fn first_agents(server: &Server) -> Vec<Value> {
    let agents = server.list("sort=last_first_name&page[size]=50").await;
    agents.into_iter().map(|agent| agent["attributes"].clone()).collect()
}

async fn see_filter(server: &Server, parameter: &str, value: &str) {
    let query = [("sort", "last_first_name"), ("page[number]", "1"), ("page[size]", "50"), (parameter, value)];
    server.see_list_query(&query).await;
}

/// How many agents a filter finds, as the API itself says.
async fn count(server: &Server, parameter: &str, value: &str) -> usize {
    server.list(&format!("{parameter}={value}&page[size]=200")).await.len()
}

#[tokio::test]
async fn a_tag_in_a_row_shows_only_agents_with_it() {
    let server = Server::start().await;
    let agents = first_agents(&server).await;
    let tags = agents.iter().find_map(|agent| agent["tags"].as_array().filter(|tags| !tags.is_empty())).unwrap();
    let tag = tags[0].as_str().unwrap();
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.find("tbody button", tag).await.click().await.unwrap();
        see_filter(&server, "filter[tag]", tag).await;
        page.find("button", &format!("Remove Tag: {tag}")).await;
        page.see_status(&format!(" of {}, page", count(&server, "filter[tag]", tag).await)).await;
    })
    .await;
}

#[tokio::test]
async fn a_team_is_picked_by_name_in_the_field_and_in_a_row() {
    let server = Server::start().await;
    let agents = first_agents(&server).await;
    let team = agents.iter().find(|agent| agent["agent_team_id"].is_string()).unwrap();
    let (name, id) = (team["agent_team_name"].as_str().unwrap(), team["agent_team_id"].as_str().unwrap());
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.press("Filters").await;
        page.type_into("Team ID", name).await;
        page.see_text_in("[role=option]", name).await;
        page.press_key(Key::Down).await;
        page.press_key(Key::Enter).await;
        see_filter(&server, "filter[agent_team_id]", id).await;
        assert_eq!(page.value("Team ID").await, name);
        page.press(&format!("Remove Team: {name}")).await;
        page.see_status("1–50 of 300").await;
        page.press("Show only this team").await;
        page.find("button", &format!("Remove Team: {name}")).await;
        wait_for("only its agents", async || {
            let rows = page.rows().await;
            (!rows.is_empty() && rows.iter().all(|row| row[2] == name)).then_some(())
        })
        .await;
        page.see_status(&format!(" of {}, page", count(&server, "filter[agent_team_id]", id).await)).await;
    })
    .await;
}

/// The addresses were the texts themselves: an email could add recipients, and a call went to no number.
#[tokio::test]
async fn emails_and_phones_in_rows_lead_where_those_of_the_panel_do() {
    let server = Server::start().await;
    let row = |id: &str, email: &str, phone: &str| {
        let attributes = json!({"last_name": format!("Number {id}"), "email": email, "phone": phone});
        json!({"type": "connection", "id": id, "attributes": attributes})
    };
    let rows = [
        row("1", "ana+work@ruiz.example", "(555) 010-0017 ext. 12"),
        row("2", "a@b.example?bcc=c@d.example", "by email only"),
    ];
    let body = json!({"data": rows}).to_string();
    let fault = json!({"kind": "status", "status": 200, "body": body});
    server.order_list_fault(1, fault).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(2).await;
        let addresses = "return [...root.querySelectorAll('tbody a')].map((link) => link.getAttribute('href'))";
        let expected = json!([
            "mailto:ana+work@ruiz.example",
            "tel:5550100017;ext=12",
            "mailto:a@b.example%3Fbcc%3Dc@d.example",
            null,
        ]);
        assert_eq!(page.in_root(addresses).await, expected);
        // What is no link is a part of its row.
        page.in_root("root.querySelector('tbody tr:nth-child(2) td.phone a').click()").await;
        page.see_text_in("tr[aria-current=true]", "by email only").await;
    })
    .await;
}

/// The rows below the screen are painted a frame after the first ones.
#[tokio::test]
async fn the_last_row_is_as_good_as_the_first() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.resize((1280, 800)).await;
        page.open(&server.url).await;
        page.see_rows(50).await;
        let last = "const button = root.querySelector('tbody tr:last-child [data-open]'); button.focus(); \
            return root.activeElement === button && button.checkVisibility({ contentVisibilityAuto: true })";
        wait_for("the last row", async || (page.in_root(last).await == true).then_some(())).await;
    })
    .await;
}

#[tokio::test]
async fn rows_are_walked_through_and_opened_by_keyboard_alone() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        let rows = page.see_rows(8).await;
        page.in_root("root.querySelector('tbody [data-open]').focus()").await;
        let row = "const { activeElement } = root; return activeElement?.matches('tr') ? activeElement.sectionRowIndex : null";
        let walk = [(Key::Down, 1), (Key::Down, 2), (Key::Up, 1), (Key::End, 7), (Key::Home, 0), (Key::Down, 1)];
        for (key, expected) in walk {
            page.press_key(key).await;
            assert_eq!(page.in_root(row).await, expected);
        }
        page.press_key(Key::Enter).await;
        let name = page.in_root("return root.querySelectorAll('tbody [data-open]')[1].textContent").await;
        assert!(rows[1].iter().any(|cell| cell.contains(name.as_str().unwrap())));
        page.see_text_in(".detail h2", name.as_str().unwrap()).await;
        page.press_key(Key::Escape).await;
        page.see_none("button", "Edit").await;
        wait_for("the focus in the row", async || (page.in_root(row).await == 1).then_some(())).await;
    })
    .await;
}
