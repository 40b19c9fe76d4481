use serde_json::json;
use thirtyfour::Key;

use crate::harness::{Server, in_browser, wait_for};

/// The parameters of the first page with filters.
fn filtered<'a>(filters: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut query = vec![("sort", "last_first_name"), ("page[number]", "1"), ("page[size]", "50")];
    query.extend(filters);
    query
}

#[tokio::test]
async fn each_field_sends_its_own_parameter() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.press("Filters").await;
        for (field, parameter, value, chip) in [
            ("Agency ID", "filter[agency_id]", "9001", "Agency: 9001"),
            ("Team ID", "filter[agent_team_id]", "9002", "Team: 9002"),
            ("Agent ID", "filter[agent_id]", "9003", "Agent ID: 9003"),
            ("Connection ID", "filter[id]", "9004", "Connection ID: 9004"),
            ("Email", "filter[email]", "o'neill+new@sub.example", "Email: o'neill+new@sub.example"),
            ("Tags", "filter[tag]", "R&D #1", "Tag: R&D #1"),
        ] {
            page.type_into(field, value).await;
            page.press_key(Key::Enter).await;
            server.see_list_query(&filtered(&[(parameter, value)])).await;
            page.press(&format!("Remove {chip}")).await;
            page.see_status("1–50 of 300").await;
        }
    })
    .await;
}

/// The chip said the id, beside a row with the name.
#[tokio::test]
async fn an_agent_who_is_filtered_by_is_called_by_name_where_a_row_has_it() {
    let server = Server::start().await;
    let id = server.create(json!({"first_name": "Zelda", "last_name": "Quibble"})).await;
    let record = server.record(&id).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.press("Filters").await;
        for (field, value) in [("Connection ID", id.as_str()), ("Agent ID", record["agent_id"].as_str().unwrap())] {
            page.set(field, value).await;
            page.see_rows(1).await;
            page.press(&format!("Remove {field}: Zelda Quibble")).await;
            page.see_rows(50).await;
            assert_eq!(page.value(field).await, "");
        }
    })
    .await;
}

/// After a reload the chip and the message said the agency's id, since no row had the name.
#[tokio::test]
async fn an_agency_is_called_by_name_where_no_row_has_it_after_a_reload() {
    let server = Server::small().await;
    let id = server.create(json!({"first_name": "Zelda", "agency_name": "Xylophone Homes"})).await;
    let agency = server.record(&id).await["agency_id"].as_str().unwrap().to_owned();
    in_browser(async |page| {
        let filters = format!("ad.filter%5Bagency_id%5D={agency}&ad.filter%5Bfulltext%5D=nobody");
        page.open(&format!("{}/?{filters}", server.url)).await;
        page.find("button", "Remove Agency: Xylophone Homes").await;
        page.see_text_in("p", "No agent matches “nobody” and has agency “Xylophone Homes”.").await;
        page.press("Filters").await;
        assert_eq!(page.value("Agency ID").await, "Xylophone Homes");
        // Of an agency that nobody has, once is enough.
        let unknown = "ad.filter%5Bagency_id%5D=99999&ad.filter%5Bfulltext%5D=nobody";
        page.open(&format!("{}/?{unknown}", server.url)).await;
        let asks_for_name =
            [("filter[agency_id]", "99999"), ("page[size]", "1")].map(|(name, value)| (name.into(), value.into()));
        let asked = async || {
            let queries = server.list_queries().await;
            queries.iter().filter(|query| asks_for_name.iter().all(|pair| query.contains(pair))).count()
        };
        wait_for("the question for the name", async || (asked().await == 1).then_some(())).await;
        for text in ["nobody at all", "nobody"] {
            page.set("Search agents", text).await;
            page.see_text_in("p", &format!("No agent matches “{text}” and has agency “99999”.")).await;
        }
        page.press("Clear all").await;
        page.see_text_in("p", "No agent matches “nobody”.").await;
        assert_eq!(asked().await, 1);
    })
    .await;
}

/// The name replaced what was being typed in its field.
#[tokio::test]
async fn a_name_that_comes_late_leaves_what_is_typed() {
    let server = Server::start().await;
    let id = server.create(json!({"last_name": "Zzyzx", "phone": "1", "agency_name": "Xylophone Homes"})).await;
    let agency = server.record(&id).await["agency_id"].as_str().unwrap().to_owned();
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.press("Filters").await;
        let fault = json!({"kind": "latency", "milliseconds": 2000});
        server.order_fault(json!({"query": "filter[agency_id]", "times": 1, "fault": fault})).await;
        page.type_into("Agency ID", &agency).await;
        page.press_key(Key::Enter).await;
        page.find("button", &format!("Remove Agency: {agency}")).await;
        page.type_into("Agency ID", "0").await;
        page.find("button", "Remove Agency: Xylophone Homes").await;
        assert_eq!(page.value("Agency ID").await, format!("{agency}0"));
    })
    .await;
}

#[tokio::test]
async fn tags_are_an_array_from_the_second_on() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.press("Filters").await;
        page.type_into("Tags", "First,Second,").await;
        server.see_list_query(&filtered(&[("filter[tag][]", "First"), ("filter[tag][]", "Second")])).await;
        page.see_text_in(".empty", "tag “First”, tag “Second”").await;
        page.press_key(Key::Backspace).await;
        page.see_none("button", "Remove Tag: Second").await;
        page.press("Clear all").await;
        page.see_status("1–50 of 300").await;
        page.see_none("button", "Clear all").await;
        // It went to the first button that came after in the page, which sorts the list.
        page.see_focus("Filters").await;
    })
    .await;
}

/// Left by Tab, a tag was taken as it stood: in another case than the known one, and with a comma as a single tag.
#[tokio::test]
async fn tags_are_taken_by_one_rule_however_the_field_is_left() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.press("Filters").await;
        page.type_into("Tags", "gold").await;
        page.see_text_in("[role=option]", "Gold").await;
        page.press_key(Key::Tab).await;
        server.see_list_query(&filtered(&[("filter[tag]", "Gold")])).await;
        page.find("button", "Remove Tag: Gold").await;
        page.type_into("Tags", "unheard of, gold").await;
        page.press_key(Key::Tab).await;
        server.see_list_query(&filtered(&[("filter[tag][]", "Gold"), ("filter[tag][]", "unheard of")])).await;
    })
    .await;
}

/// It was sent as an id that no agency has.
#[tokio::test]
async fn a_part_of_one_agency_s_name_is_taken_for_it_when_the_field_is_left() {
    let server = Server::small().await;
    let created =
        server.create(json!({"first_name": "Ana", "last_name": "Ruiz", "agency_name": "Xylophone Homes"})).await;
    let record = server.record(&created).await;
    let id = record["agency_id"].as_str().unwrap();
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(9).await;
        page.press("Filters").await;
        page.type_into("Agency ID", "xylo").await;
        page.see_text_in("[role=option]", "Xylophone Homes").await;
        page.press_key(Key::Tab).await;
        server.see_list_query(&filtered(&[("filter[agency_id]", id)])).await;
        page.find("button", "Remove Agency: Xylophone Homes").await;
        assert_eq!(page.value("Agency ID").await, "Xylophone Homes");
    })
    .await;
}

#[tokio::test]
async fn an_agency_is_picked_by_name_in_the_field_and_in_a_row() {
    let server = Server::start().await;
    let agents = server.list("sort=last_first_name&page[size]=50").await;
    let agency = agents.iter().map(|agent| &agent["attributes"]).find(|agent| agent["agency_id"].is_string()).unwrap();
    let (name, id) = (agency["agency_name"].as_str().unwrap(), agency["agency_id"].as_str().unwrap());
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.press("Filters").await;
        page.type_into("Agency ID", name).await;
        page.press_key(Key::Down).await;
        page.press_key(Key::Enter).await;
        server.see_list_query(&filtered(&[("filter[agency_id]", id)])).await;
        page.press(&format!("Remove Agency: {name}")).await;
        page.see_status("1–50 of 300").await;
        page.press("Show only this agency").await;
        wait_for("only its agents", async || {
            let rows = page.rows().await;
            (!rows.is_empty() && rows.iter().all(|row| row[1] == name)).then_some(())
        })
        .await;
    })
    .await;
}

/// Chromium stops at a list that can be scrolled, which was gone by then, and the focus with it.
#[tokio::test]
async fn tab_goes_from_a_field_with_many_suggestions_to_the_next() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.press("Filters").await;
        page.find("input", "Agency ID").await.focus().await.unwrap();
        page.press_key(Key::Down).await;
        wait_for("more suggestions than fit", async || {
            let is_long = "const list = root.querySelector('[role=listbox]:not([hidden])'); \
                return !!list && list.scrollHeight > list.clientHeight";
            (page.in_root(is_long).await == true).then_some(())
        })
        .await;
        page.press_key(Key::Tab).await;
        page.see_focus("Team ID").await;
    })
    .await;
}

#[tokio::test]
async fn an_email_that_can_be_none_is_never_sent() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.press("Filters").await;
        page.type_into("Email", "ana@@example").await;
        page.press_key(Key::Enter).await;
        page.see_alert("After the @").await;
        let kept = page.in_root("return root.querySelector('#email-filter[aria-invalid=true]')?.value").await;
        assert_eq!(kept, "ana@@example");
        assert_eq!(server.list_queries().await.iter().flatten().filter(|(name, _)| name == "filter[email]").count(), 0);
    })
    .await;
}

/// The field was emptied and still marked as wrong.
#[tokio::test]
async fn what_is_wrong_with_an_email_goes_with_its_text() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.press("Filters").await;
        page.set("Email", "nobody@never.example").await;
        page.find("button", "Remove Email: nobody@never.example").await;
        page.set("Email", "ana@@example").await;
        page.see_problem("Email", "After the @").await;
        page.press("Remove Email: nobody@never.example").await;
        page.see_no_problem("Email", "After the @").await;
        assert_eq!(page.value("Email").await, "");
    })
    .await;
}

#[tokio::test]
async fn keys_work_inside_the_widget_and_nowhere_else() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.press_key("/").await;
        assert_eq!(page.in_root("return root.activeElement").await, serde_json::Value::Null);
        for key in [Key::PageDown.value().to_string(), Key::End.value().to_string(), "?".into()] {
            page.press_key(key).await;
        }
        page.see_none("dialog button", "Close").await;
        page.see_status("1–50 of 300").await;
        page.find("button", "Next page").await.focus().await.unwrap();
        page.press_key("?").await;
        page.see_accessible("the keys").await;
        let listed = "return [...root.querySelectorAll('dialog.keys dt')]\
            .map((term) => [...term.querySelectorAll('kbd')].map((key) => key.textContent).join(' '))";
        let expected = ["/", "↑ ↓", "Home End", "Enter", "Esc", "Page Up", "Page Down", "?"];
        assert_eq!(page.in_root(listed).await, json!(expected));
        page.press("Close").await;
        let back = page.in_root("return root.activeElement.getAttribute('aria-label')").await;
        assert_eq!(back, "Next page");
        page.press_key(Key::PageDown).await;
        page.see_status("51–100 of 300").await;
        page.press_key(Key::PageUp).await;
        page.see_status("1–50 of 300").await;
        page.press_key("/").await;
        page.press_key("?").await;
        page.see_text_in(".empty", "“?”").await;
    })
    .await;
}

/// A pop-over is scrolled by these keys, and the list behind it turned its pages.
#[tokio::test]
async fn page_keys_in_the_saved_views_turn_no_page() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–50 of 300").await;
        page.press("Views").await;
        page.find("button", "Save view").await.focus().await.unwrap();
        page.press_key(Key::PageDown).await;
        page.see_text_in(".place", "Page 1 of 6").await;
        page.press_key(Key::Escape).await;
        page.find("button", "Next page").await.focus().await.unwrap();
        page.press_key(Key::PageDown).await;
        page.see_status("51–100 of 300").await;
    })
    .await;
}
