use crate::harness::{Page, Server, in_browser};

const MISSING: &str = "Give at least an email, a phone number or a first name.";

/// What is read out as soon as it is there.
async fn alerts(page: &Page) -> Vec<String> {
    let alerts = "return [...root.querySelectorAll('[role=alert]')].map((alert) => alert.textContent)";
    serde_json::from_value(page.in_root(alerts).await).unwrap()
}

#[tokio::test]
async fn an_agent_without_email_phone_and_first_name_is_not_sent() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        let all_others: Vec<(&str, &str)> = vec![
            ("Last name", "Quibble"),
            ("Agency", "Harbor Realty"),
            ("Team", "North"),
            ("Address", "1 Main St"),
            ("City", "Salem"),
            ("State", "OR"),
            ("ZIP", "97201"),
            ("Website", "quibble.example"),
            ("LinkedIn", "in/zelda"),
            ("Facebook", "zelda"),
            ("Instagram", "@zelda"),
            ("Twitter", "@zelda"),
            ("Notes", "Prefers mornings"),
            ("Private notes", "Owes a lunch"),
        ];
        for texts in [
            vec![],
            vec![("First name", "   ")],
            vec![("First name", " \t "), ("Phone", "  "), ("Email", " ")],
            vec![("First name", "\u{a0}\u{2003}")],
            vec![("Last name", "Quibble")],
            vec![("Notes", "\n\n")],
            all_others,
        ] {
            for (field, text) in &texts {
                page.set(field, text).await;
            }
            page.press("Save").await;
            page.see_problem("First name", MISSING).await;
            page.see_focus("First name").await;
            page.change("First name", "Z").await;
            page.see_no_problem("First name", MISSING).await;
            page.change("First name", "").await;
            for (field, _) in &texts {
                page.change(field, "").await;
            }
        }
        assert!(server.writes().await.is_empty());
    })
    .await;
}

#[tokio::test]
async fn a_save_shows_all_that_is_wrong_at_once_and_the_first_gets_the_focus() {
    let server = Server::small().await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        let wrong = [
            ("Last name", "—", "letters"),
            ("Email", "zelda", "has an @"),
            ("Phone", "none", "has digits"),
            ("ZIP", "Oregon", "has digits"),
            ("Website", "javascript:alert(1)", "A web address is like"),
        ];
        // The fields are not left, as with Enter in the last one.
        for (field, text, _) in wrong.iter().rev() {
            page.change(field, text).await;
        }
        page.press("Save").await;
        for (field, _, words) in wrong {
            page.see_problem(field, words).await;
        }
        page.see_focus("Last name").await;
        // Each field was read out, one over the other.
        assert_eq!(alerts(page).await, ["Nothing was sent: 5 fields need correcting."]);
        page.change("ZIP", "Salem, Oregon").await;
        page.see_no_problem("ZIP", "has digits").await;
        page.set("ZIP", "Salem, Oregon").await;
        page.see_problem("ZIP", "has digits").await;
        let after_leaving = alerts(page).await;
        assert!(after_leaving.len() == 1 && after_leaving[0].contains("has digits"), "{after_leaving:?}");
        for ((field, _, words), right) in
            wrong.into_iter().zip(["Quibble", "z@q.example", "555 0100", "97201", "q.example"])
        {
            page.change(field, right).await;
            page.see_no_problem(field, words).await;
        }
        assert!(server.writes().await.is_empty());
        page.press("Save").await;
        page.see_status("Saved.").await;
        assert_eq!(server.writes().await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn what_the_server_says_of_several_fields_is_read_out_once() {
    let server = Server::small().await;
    server.refuse_next_create(&[("city", "No such place"), ("tags", "No such tag"), ("phone", "No such number")]).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.set("First name", "Zelda").await;
        page.press("Save").await;
        page.see_focus("Phone").await;
        for (field, words) in [("Phone", "No such number"), ("City", "No such place"), ("Tags", "No such tag")] {
            page.see_problem(field, words).await;
        }
        let alerts = alerts(page).await;
        assert!(alerts.len() == 1 && alerts[0].contains("did not accept everything"), "{alerts:?}");
        // What is said of the fields goes with the last of them.
        page.change("Phone", "555 0100").await;
        page.change("City", "Salem").await;
        page.see_alert("did not accept everything").await;
        page.type_into("Tags", "Quay,").await;
        page.see_no_alert().await;
    })
    .await;
}
