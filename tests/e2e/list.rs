use thirtyfour::Key;

use crate::harness::{NARROW, Server, in_browser, wait_for};

/// The parameters of a list that nothing was changed on.
const DEFAULT: [(&str, &str); 3] = [("sort", "last_first_name"), ("page[number]", "1"), ("page[size]", "50")];

/// The default parameters with some changed or added.
fn query<'a>(changed: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut query: Vec<_> =
        DEFAULT.into_iter().filter(|(name, _)| !changed.iter().any(|(other, _)| other == name)).collect();
    query.extend(changed);
    query
}

#[tokio::test]
async fn agents_from_the_database_are_on_the_screen() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        let rows = page.see_rows(50).await;
        page.see_status("1–50 of 300").await;
        page.find("table", "Agents").await;
        page.find("search input[type=search]", "Search agents").await;
        server.see_list_query(&DEFAULT).await;
        let agents = server.list("sort=last_first_name&page[size]=50").await;
        for (row, agent) in rows.iter().zip(&agents) {
            for name in ["first_name", "last_name", "agency_name", "agent_team_name", "email", "phone"] {
                let Some(value) = agent["attributes"][name].as_str() else { continue };
                assert!(row.iter().any(|cell| cell.contains(value)), "{name} “{value}” is not in {row:?}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_first_page_is_asked_for_once() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_status("1–50 of 300").await;
        let firsts = server
            .list_queries()
            .await
            .into_iter()
            .filter(|query| query.contains(&("page[number]".into(), "1".into())));
        assert_eq!(firsts.count(), 1, "the loader's request is the widget's");
    })
    .await;
}

#[tokio::test]
async fn searching_asks_for_the_text_and_shows_what_matches() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.type_into("Search agents", "bobby").await;
        server.see_list_query(&query(&[("filter[fulltext]", "bobby")])).await;
        page.see_first_row("<b>Bobby</b>").await;
    })
    .await;
}

#[tokio::test]
async fn enter_asks_at_once() {
    let server = Server::start().await;
    // Whatever waits for the typing to rest comes after this timer.
    let asked_at_once = "const input = root.querySelector('input[type=search]');\
        const { fetch } = window;\
        let asked = 0;\
        window.fetch = (...request) => { asked += 1; return fetch(...request); };\
        input.value = 'bobby';\
        input.dispatchEvent(new InputEvent('input', { bubbles: true }));\
        input.form.requestSubmit();\
        return new Promise((resolve) => setTimeout(() => { window.fetch = fetch; resolve(asked); }));";
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        // The next page is on its way ahead of time by then, and does not count.
        server.see_list_query(&query(&[("page[number]", "2")])).await;
        assert_eq!(page.in_root(asked_at_once).await, 1);
        page.see_first_row("<b>Bobby</b>").await;
        let searches = server.list_queries().await.into_iter().flatten().filter(|(name, _)| name == "filter[fulltext]");
        assert_eq!(searches.count(), 1, "and not again when the typing has rested");
    })
    .await;
}

#[tokio::test]
async fn another_search_replaces_the_first_and_none_shows_all() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.type_into("Search agents", "bobby").await;
        page.see_first_row("<b>Bobby</b>").await;
        page.fill("Search agents", "nobody is called this").await;
        page.see_text_in(".empty", "No agent matches “nobody is called this”").await;
        page.fill("Search agents", "").await;
        page.see_status("1–50 of 300").await;
    })
    .await;
}

#[tokio::test]
async fn the_list_is_searched_and_sorted_by_keyboard_alone() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.find("input", "Search agents").await.focus().await.unwrap();
        page.press_key("a").await;
        server.see_list_query(&query(&[("filter[fulltext]", "a")])).await;
        page.find("th button", "Agency").await.focus().await.unwrap();
        page.press_key(Key::Enter).await;
        page.see_order("Agency", "ascending").await;
        server.see_list_query(&query(&[("filter[fulltext]", "a"), ("sort", "agency_name")])).await;
    })
    .await;
}

#[tokio::test]
async fn a_header_sorts_and_sorts_the_other_way_at_the_second_press() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.press("Agency").await;
        page.see_order("Agency", "ascending").await;
        server.see_list_query(&query(&[("sort", "agency_name")])).await;
        page.press("Agency").await;
        page.see_order("Agency", "descending").await;
        server.see_list_query(&query(&[("sort", "-agency_name")])).await;
        let first = &server.list("sort=-agency_name&page[size]=1").await[0];
        let found = first["attributes"]["agency_name"].as_str().or(first["attributes"]["email"].as_str()).unwrap();
        page.see_first_row(found).await;
    })
    .await;
}

#[tokio::test]
async fn the_order_can_be_chosen_by_name_on_a_phone() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.resize(NARROW).await;
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.choose("Sort by", "Selling side, most first").await;
        server.see_list_query(&query(&[("sort", "-selling_agent_inspections")])).await;
        let first = &server.list("sort=-selling_agent_inspections&page[size]=1").await[0];
        page.see_first_row(first["attributes"]["last_name"].as_str().unwrap()).await;
    })
    .await;
}

#[tokio::test]
async fn every_order_reaches_the_server_and_outlives_a_reload() {
    let server = Server::start().await;
    let orders = [
        ("Last, first name, Z to A", "-last_first_name"),
        ("Last name, A to Z", "last_name"),
        ("Last name, Z to A", "-last_name"),
        ("First name, A to Z", "first_name"),
        ("First name, Z to A", "-first_name"),
        ("Agency, A to Z", "agency_name"),
        ("Agency, Z to A", "-agency_name"),
        ("Team, A to Z", "agent_team_name"),
        ("Team, Z to A", "-agent_team_name"),
        ("Inspections, most first", "-agent_inspections"),
        ("Inspections, fewest first", "agent_inspections"),
        ("Buying side, most first", "-buying_agent_inspections"),
        ("Buying side, fewest first", "buying_agent_inspections"),
        ("Selling side, most first", "-selling_agent_inspections"),
        ("Selling side, fewest first", "selling_agent_inspections"),
    ];
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        for (label, sort) in orders {
            page.choose("Sort by", label).await;
            server.see_list_query(&query(&[("sort", sort)])).await;
        }
        let see_restored = async |sort: &str| {
            page.see_status("1–50 of 300").await;
            let before = server.list_queries().await.len();
            page.reload().await;
            page.see_status("1–50 of 300").await;
            let restored = &server.list_queries().await[before];
            assert!(restored.contains(&("sort".into(), sort.into())), "{restored:?}");
            let shown = page.find("select", "Sort by").await.prop("value").await.unwrap();
            assert_eq!(shown.as_deref(), Some(sort));
        };
        see_restored("selling_agent_inspections").await;
        // The order that the list began with takes the other one out of the address.
        page.choose("Sort by", "Last, first name, A to Z").await;
        page.see_order("Name", "ascending").await;
        see_restored("last_first_name").await;
    })
    .await;
}

#[tokio::test]
async fn a_photo_is_shown_and_initials_where_there_is_none() {
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        let agents = server.list("sort=last_first_name&page[size]=50").await;
        let photos = agents.iter().filter(|agent| agent["attributes"]["image_url"].is_string()).count();
        assert!(0 < photos && photos < 50);
        wait_for("a photo in each row that has one", async || {
            let shown = page.in_root("return root.querySelectorAll('tbody tr img').length").await;
            (shown == photos).then_some(())
        })
        .await;
    })
    .await;
}

#[tokio::test]
async fn a_pause_after_a_space_takes_nothing_of_what_is_typed() {
    // The field was set to the searched text, which has no space at its end, under the typing hand.
    let server = Server::start().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(50).await;
        page.type_into("Search agents", "harbor ").await;
        server.see_list_query(&query(&[("filter[fulltext]", "harbor")])).await;
        page.type_into("Search agents", "realty").await;
        server.see_list_query(&query(&[("filter[fulltext]", "harbor realty")])).await;
        assert_eq!(page.in_root("return root.querySelector('input[type=search]').value").await, "harbor realty");
    })
    .await;
}
