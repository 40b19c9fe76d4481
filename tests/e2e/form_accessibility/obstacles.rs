use sandbox::{Config, DuplicateEmail};

use super::see_accessible;
use crate::harness::{Server, in_browser};

#[tokio::test]
async fn axe_finds_nothing_on_duplicates() {
    let server = Server::small().await;
    let email = server.record("7").await["email"].as_str().unwrap().to_owned();
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.set("First name", "Zelda").await;
        page.set("Email", &email).await;
        page.press("Save").await;
        page.see_text_in("h3", "Is it this agent?").await;
        see_accessible(page, "a form with duplicates").await;
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_on_an_agent_whom_the_server_has_linked() {
    let config = Config { agents: 8, duplicate_email: DuplicateEmail::Link, ..Config::default() };
    let server = Server::with(config, r#"<agent-directory api="/api" url-state="ad"></agent-directory>"#).await;
    let before = server.record("7").await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.set("First name", "Zelda").await;
        page.set("Email", before["email"].as_str().unwrap()).await;
        page.press("Save").await;
        page.press("Create anyway").await;
        page.see_focus("This agent is there already").await;
        page.see_alert("The server made no new agent.").await;
        see_accessible(page, "a form whose agent was linked").await;
        assert_eq!(page.value("First name").await, "Zelda");
        assert_eq!(server.record("7").await, before);
    })
    .await;
}

#[tokio::test]
async fn axe_finds_nothing_on_fields_with_suggestions_that_are_wrong() {
    let server = Server::small().await;
    server.refuse_next_create(&[("agent_team_name", "No such team"), ("tags/0", "No such tag")]).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.set("First name", "Zelda").await;
        page.set("Team", "North").await;
        page.set("Tags", "VIP").await;
        page.press("Save").await;
        page.see_text_in("#form-tags-problem", "No such tag").await;
        see_accessible(page, "a form with wrong suggestions").await;
        page.see_problem("Team", "No such team").await;
        page.see_problem("Tags", "No such tag").await;
        page.see_focus("Team").await;
    })
    .await;
}
