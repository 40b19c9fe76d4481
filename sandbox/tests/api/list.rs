use serde_json::{Value, json};

use crate::harness::{Api, each};

async fn some_agents() -> Api {
    let api = Api::with_agents(0).await;
    for attributes in [
        json!({"first_name": "Zoë", "last_name": "Ångström", "email": "z@one.example", "agency_name": "One", "agent_team_name": "North", "tags": ["VIP"]}),
        json!({"first_name": "adam", "last_name": "angstrom", "email": "a+b@one.example", "agency_name": "One", "tags": ["Gold", "VIP"]}),
        json!({"first_name": "Bea", "last_name": "Zuñiga", "email": "bea.smith@two.example", "agency_name": "two", "tags": ["gold"]}),
        json!({"first_name": "Carl", "phone": "(303) 555-0100"}),
    ] {
        api.created(attributes).await;
    }
    api
}

fn names(resources: &[Value]) -> Vec<&str> {
    each(resources, "first_name").into_iter().filter_map(Value::as_str).collect()
}

#[tokio::test]
async fn names_sort_with_case_and_accents_folded_and_missing_ones_last() {
    let api = some_agents().await;
    assert_eq!(names(&api.list("?sort=last_first_name").await), ["adam", "Zoë", "Bea", "Carl"]);
    assert_eq!(names(&api.list("?sort=-last_first_name").await), ["Carl", "Bea", "Zoë", "adam"]);
    assert_eq!(names(&api.list("?sort=agency_name").await), ["Zoë", "adam", "Bea", "Carl"]);
}

#[tokio::test]
async fn every_sort_is_ordered_both_ways_and_stable_over_pages() {
    let api = Api::with_agents(120).await;
    for key in [
        "agency_name",
        "agent_inspections",
        "agent_team_name",
        "buying_agent_inspections",
        "first_name",
        "last_name",
        "last_first_name",
        "selling_agent_inspections",
    ] {
        for direction in ["", "-"] {
            let whole = api.list(&format!("?sort={direction}{key}")).await;
            let mut paged = Vec::new();
            for page in 1..=3 {
                paged.extend(api.list(&format!("?sort={direction}{key}&page[size]=50&page[number]={page}")).await);
            }
            assert_eq!(whole, paged, "{direction}{key}");
            if key.ends_with("inspections") {
                let counts: Vec<i64> = each(&whole, key).into_iter().map(|count| count.as_i64().unwrap()).collect();
                assert!(
                    counts.is_sorted_by(|one, other| if direction.is_empty() { one <= other } else { one >= other }),
                    "{key}"
                );
            }
        }
    }
}

#[tokio::test]
async fn each_filter_gives_its_agents_and_all_together_their_intersection() {
    let api = some_agents().await;
    let zoe = api.list("?filter[email]=z@one.example").await.remove(0);
    let attribute = |name: &str| zoe["attributes"][name].as_str().unwrap().to_owned();
    let (agency, team, agent) = (attribute("agency_id"), attribute("agent_team_id"), attribute("agent_id"));
    let id = zoe["id"].as_str().unwrap();
    assert_eq!(names(&api.list(&format!("?filter[id]={id}")).await), ["Zoë"]);
    assert_eq!(names(&api.list(&format!("?filter[agency_id]={agency}")).await), ["Zoë", "adam"]);
    assert_eq!(names(&api.list(&format!("?filter[agent_team_id]={team}")).await), ["Zoë"]);
    assert_eq!(names(&api.list(&format!("?filter[agent_id]={agent}")).await), ["Zoë"]);
    assert_eq!(names(&api.list("?filter[email]=a%2Bb@one.example").await), ["adam"]);
    assert_eq!(names(&api.list("?filter[tag]=GOLD").await), ["adam", "Bea"]);
    assert_eq!(names(&api.list("?filter[tag][]=VIP&filter[tag][]=gold").await), ["Zoë", "adam", "Bea"]);
    assert_eq!(
        names(&api.list(&format!("?filter[agency_id]={agency}&filter[tag]=gold&filter[fulltext]=ang")).await),
        ["adam"]
    );
    assert!(api.list("?filter[id]=404").await.is_empty());
}

#[tokio::test]
async fn full_text_finds_beginnings_of_words_in_names_agencies_teams_and_contact() {
    let api = some_agents().await;
    for (text, found) in [
        ("zoe", vec!["Zoë"]),
        ("ANGSTR", vec!["Zoë", "adam"]),
        ("smith", vec!["Bea"]),
        ("north", vec!["Zoë"]),
        ("one angstrom", vec!["Zoë", "adam"]),
        ("0100", vec!["Carl"]),
        ("%20", vec!["Zoë", "adam", "Bea", "Carl"]),
        ("!?", vec![]),
        ("\"", vec![]),
        ("zoe OR carl", vec![]),
        ("NEAR(zoe*)", vec![]),
    ] {
        assert_eq!(names(&api.list(&format!("?filter[fulltext]={text}")).await), found, "{text}");
    }
}

#[tokio::test]
async fn pages_have_two_hundred_rows_by_default_and_one_beyond_the_end_is_empty() {
    let api = Api::with_agents(205).await;
    assert_eq!(api.list("").await.len(), 200);
    assert_eq!(api.list("?page[number]=2").await.len(), 5);
    assert!(api.list("?page[number]=3").await.is_empty());
}

#[tokio::test]
async fn related_resources_are_sent_along_once_each_when_asked_for() {
    let api = some_agents().await;
    let (_, plain) = api.get("").await;
    assert!(plain.get("included").is_none());
    let (_, full) = api.get("?include=agent,agent_team").await;
    let included = full["included"].as_array().unwrap();
    let count = |kind: &str| included.iter().filter(|resource| resource["type"] == kind).count();
    assert_eq!((count("agent"), count("agent_team")), (4, 1));
    for resource in full["data"].as_array().unwrap() {
        let id = &resource["relationships"]["agent"]["data"]["id"];
        assert!(included.iter().any(|agent| agent["type"] == "agent" && &agent["id"] == id));
    }
}

#[tokio::test]
async fn the_same_seed_makes_the_same_agents() {
    let (one, other) = (Api::with_agents(60).await, Api::with_agents(60).await);
    assert_eq!(each(&one.list("").await, "email"), each(&other.list("").await, "email"));
}

#[tokio::test]
async fn the_seed_has_the_awkward_cases_that_real_data_has() {
    let api = Api::with_agents(2000).await;
    let mut all = Vec::new();
    for page in 1..=10 {
        all.extend(api.list(&format!("?page[number]={page}")).await);
    }
    for missing in ["image_url", "email", "agency_name", "phone", "agent_team_name", "last_name"] {
        assert!(each(&all, missing).contains(&&Value::Null), "{missing}");
    }
    let last_names: Vec<&str> = each(&all, "last_name").into_iter().filter_map(Value::as_str).collect();
    let has = |test: fn(char) -> bool| last_names.iter().any(|name| name.contains(test));
    assert!(has(|letter| ('\u{400}'..'\u{500}').contains(&letter)), "Cyrillic");
    assert!(has(|letter| ('\u{600}'..'\u{700}').contains(&letter)), "Arabic");
    assert!(has(|letter| ('\u{4e00}'..'\u{a000}').contains(&letter)), "Chinese or Japanese");
    assert!(last_names.iter().any(|name| name.len() > 40));
    assert!(each(&all, "first_name").iter().any(|name| name.as_str().is_some_and(|name| name.contains("<b>"))));
    let counts: Vec<i64> = each(&all, "agent_inspections").into_iter().filter_map(Value::as_i64).collect();
    assert!(counts.contains(&0) && counts.iter().any(|count| *count > 1000));
}
