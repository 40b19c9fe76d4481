use serde_json::{Value, json};

use crate::harness::{Page, Server, in_browser};

const REFUSED: [(&str, &str, &str); 6] = [
    ("last_name", "Last name", "is not on the list of names"),
    ("email", "Email", "is on the list of bounces"),
    ("phone", "Phone", "is a number without subscriber"),
    ("zip", "ZIP", "is no ZIP code of this State"),
    ("website", "Website", "does not answer"),
    ("private_notes", "Private notes", "have a word in them that is not nice"),
];

/// A refusal of several fields, of the photo by its other name, and of what is no field of the form.
fn refusal() -> Value {
    let of_fields = REFUSED.iter().map(|(attribute, label, words)| {
        json!({"status": "422", "title": "Invalid", "detail": format!("{label} {words}"),
            "source": {"pointer": format!("/data/attributes/{attribute}")}})
    });
    let others = [
        json!({"status": "422", "title": "Image is blurred", "source": {"pointer": "/data/attributes/image_url"}}),
        json!({"status": "422", "detail": "Shoe size is missing", "source": {"pointer": "/data/attributes/shoe_size"}}),
        json!({"status": "422", "detail": "The office is closed"}),
        json!({"status": "422", "detail": "Team has to be one of yours",
            "source": {"pointer": "/data/relationships/agent_team"}}),
    ];
    let body = json!({"errors": of_fields.chain(others).collect::<Vec<_>>()}).to_string();
    json!({"kind": "status", "status": 422, "headers": {"Content-Type": "application/vnd.api+json"}, "body": body})
}

const BANNER: &str = ".agent-form .notice[role=alert]";

async fn see_the_refusal(page: &Page) {
    for (_, field, words) in REFUSED {
        page.see_problem(field, words).await;
    }
    page.see_problem("Photo", "Image is blurred").await;
    for words in ["Nothing was saved", "Shoe size is missing", "The office is closed", "Team has to be one of yours"] {
        page.see_text_in(BANNER, words).await;
    }
    let banner = page.in_root(&format!("return root.querySelector('{BANNER} p').textContent")).await;
    for (_, _, words) in REFUSED {
        assert!(!banner.as_str().unwrap().contains(words), "a field’s own error in the banner: {banner}");
    }
    for (_, field, words) in REFUSED {
        let text = page.value(field).await;
        page.change(field, &format!("{text}0")).await;
        page.see_no_problem(field, words).await;
    }
}

#[tokio::test]
async fn a_refused_create_is_told_at_the_fields_and_the_rest_above_them() {
    let server = Server::small().await;
    server.order_fault(json!({"method": "POST", "times": 1, "fault": refusal()})).await;
    in_browser(async |page| {
        page.open(&server.url).await;
        page.see_rows(8).await;
        page.press("New agent").await;
        page.set("First name", "Zelda").await;
        page.set("Email", "zelda@quibble.example").await;
        page.press("Save").await;
        see_the_refusal(page).await;
        page.set("Email", "zelda@quibble.example").await;
        page.set("Website", "quibble.example").await;
        page.set("Phone", "555 010 0017").await;
        page.press("Save").await;
        page.see_status("Saved.").await;
        assert_eq!(server.list("filter[email]=zelda@quibble.example").await.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_refused_change_is_told_at_the_fields_and_the_rest_above_them() {
    let server = Server::small().await;
    server.order_fault(json!({"method": "PATCH", "times": 1, "fault": refusal()})).await;
    in_browser(async |page| {
        page.open(&format!("{}/?ad.open=3", server.url)).await;
        page.press("Edit").await;
        page.set("City", "Salem by the Sea").await;
        page.press("Save").await;
        page.see_text_in(BANNER, "The office is closed").await;
        for (_, field, words) in REFUSED {
            page.see_problem(field, words).await;
        }
        assert_eq!(page.value("City").await, "Salem by the Sea");
        page.press("Save again").await;
        page.see_status("Saved.").await;
        assert_eq!(server.record("3").await["city"], "Salem by the Sea");
    })
    .await;
}
