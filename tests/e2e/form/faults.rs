use std::path::PathBuf;

use image::ImageFormat;
use sandbox::{Config, ErrorDialect};
use serde_json::{Value, json};

use super::fields::{choose, only_with_email, open_agent, open_new, save};
use super::pictures::{Folder, quarters};
use crate::harness::{Page, Server, in_browser};

const ELEMENT: &str = r#"<agent-directory api="/api" url-state="ad"></agent-directory>"#;

/// What a person is told of a fault.
#[derive(Clone)]
enum Told {
    /// Why nothing was saved.
    Failure(&'static str),
    /// The save was done, and that was found out.
    Saved,
}

/// Each fault that can befall a write; in the other dialect, those that are told in it.
fn faults(errors: ErrorDialect) -> Vec<(Value, Told)> {
    let is_told = |fault: &Value| fault["kind"] == "status" && fault["body"].is_null();
    all_faults().into_iter().filter(|(fault, _)| errors == ErrorDialect::JsonApi || is_told(fault)).collect()
}

fn all_faults() -> Vec<(Value, Told)> {
    let status = |status: u16| json!({"kind": "status", "status": status});
    let refused = |body: Value| json!({"kind": "status", "status": 422, "body": body.to_string()});
    let phone = json!({"errors": [{"detail": "No such number.", "source": {"pointer": "/data/attributes/phone"}}]});
    let nobody = json!({"errors": [{"detail": "The office is closed.", "source": {"pointer": "/data"}}]});
    vec![
        (status(400), Told::Failure("did not accept the request")),
        (status(401), Told::Failure("signed out, or the directory’s server doesn’t know this page’s key")),
        (status(403), Told::Failure("not allowed with this page’s key")),
        (status(404), Told::Failure("was not found")),
        (status(406), Told::Failure("did not accept the request")),
        (status(409), Told::Failure("conflicts with what the server has")),
        (status(413), Told::Failure("too large for the server")),
        (status(422), Told::Failure("did not accept these values")),
        (refused(phone), Told::Failure("No such number.")),
        (refused(nobody), Told::Failure("The office is closed.")),
        (json!({"kind": "status", "status": 429, "headers": {"Retry-After": "7"}}), Told::Failure("in 7 seconds")),
        (status(500), Told::Failure("has a problem")),
        (status(502), Told::Failure("out of reach")),
        (status(503), Told::Failure("out of reach")),
        (status(504), Told::Failure("out of reach")),
        (json!({"kind": "bad_gateway_html"}), Told::Failure("out of reach")),
        (json!({"kind": "closed_connection"}), Told::Failure("nothing is saved yet")),
        (json!({"kind": "closed_connection", "after_processing": true}), Told::Saved),
        (json!({"kind": "cut_off_body"}), Told::Saved),
        (json!({"kind": "malformed_json"}), Told::Saved),
        (json!({"kind": "wrong_content_type"}), Told::Saved),
    ]
}

/// What is typed while a fault waits; each time something else.
struct Typed {
    fields: Vec<(&'static str, &'static str, String)>,
    tag: String,
    photo: Option<(PathBuf, Vec<u8>)>,
}

impl Typed {
    fn new(number: usize, folder: Option<&Folder>, more: &[(&'static str, &'static str, String)]) -> Self {
        let phone = format!("(555) 010-10{number:02}");
        let common = [("Phone", "phone", phone), ("Notes", "notes", format!("Number {number}, “typed”"))];
        let side = 40 + u32::try_from(number).unwrap();
        let picture = quarters(side, 30, ImageFormat::Png);
        let photo = folder.map(|folder| (folder.put(&format!("photo{number}.png"), &picture), picture));
        Self { fields: [more, &common].concat(), tag: format!("Quay {number}"), photo }
    }

    async fn fill_in(&self, page: &Page) {
        for (label, _, text) in &self.fields {
            page.fill(label, text).await;
        }
        page.type_into("Tags", &format!("{},", self.tag)).await;
        if let Some((path, _)) = &self.photo {
            choose(page, path).await;
        }
    }

    async fn see_all_in_the_form(&self, page: &Page, fault: &Value) {
        for (label, _, text) in &self.fields {
            assert_eq!(page.value(label).await, *text, "{label} after {fault}");
        }
        assert!(page.tags().await.contains(&self.tag), "the tag after {fault}");
        if let Some((path, _)) = &self.photo {
            page.see_status(&format!("New photo: {}", path.file_name().unwrap().to_str().unwrap())).await;
        }
    }

    async fn assert_stored(&self, server: &Server, agent: &Value, fault: &Value) {
        for (label, attribute, text) in &self.fields {
            assert_eq!(agent["attributes"][attribute], *text, "{label} stored after {fault}");
        }
        assert!(agent["attributes"]["tags"].as_array().unwrap().contains(&json!(self.tag)), "{fault}");
        if let Some((_, bytes)) = &self.photo {
            assert_eq!(server.photo(agent["id"].as_str().unwrap()).await, *bytes, "the photo stored after {fault}");
        }
    }
}

/// Saves into a fault, sees what is told of it, and saves again where that is left to do. Gives how many writes there were.
async fn save_through(page: &Page, typed: &Typed, fault: &Value, told: &Told) -> usize {
    page.press("Save").await;
    match told {
        Told::Saved => {
            page.see_status("Saved.").await;
            1
        }
        Told::Failure(sentence) => {
            page.see_alert(sentence).await;
            page.see_alert("What you typed is still here").await;
            typed.see_all_in_the_form(page, fault).await;
            save(page).await;
            2
        }
    }
}

async fn every_fault_of_a_create(errors: ErrorDialect, folder: Option<Folder>) {
    let server = Server::with(Config { agents: 60, errors, ..Config::default() }, ELEMENT).await;
    in_browser(async |page| {
        open_new(page, &server).await;
        // A success without a record, of which nothing is found afterwards, is none.
        let empty = json!({"kind": "status", "status": 204, "body": ""});
        let mut faults = [faults(errors), vec![(empty, Told::Failure("could not be understood"))]].concat();
        if folder.is_some() {
            // A document is sent by another name then.
            let kind = json!({"kind": "status", "status": 415});
            faults.push((kind, Told::Failure("does not take data or files of this kind")));
        }
        let count = faults.len();
        for (number, (fault, told)) in faults.into_iter().enumerate() {
            let email = format!("zelda{number}@quibble.example");
            let name = [("Last name", "last_name", format!("Quibble {number}")), ("Email", "email", email.clone())];
            let typed = Typed::new(number, folder.as_ref(), &name);
            typed.fill_in(page).await;
            let writes = server.writes().await.len();
            server.order_fault(json!({"method": "POST", "times": 1, "fault": fault})).await;
            let made = save_through(page, &typed, &fault, &told).await;
            assert_eq!(server.writes().await.len() - writes, made, "creates for {fault}");
            let agent = only_with_email(&server, &email).await;
            typed.assert_stored(&server, &agent, &fault).await;
            page.press("New agent").await;
            page.find("input", "First name").await;
        }
        assert_eq!(server.list("page[size]=200").await.len(), 60 + count);
    })
    .await;
}

async fn every_fault_of_an_update(errors: ErrorDialect, folder: Option<Folder>) {
    let server = Server::with(Config { agents: 60, errors, ..Config::default() }, ELEMENT).await;
    let id = server.create(json!({"first_name": "Zelda", "last_name": "Quibble", "phone": "555 010 0017"})).await;
    in_browser(async |page| {
        open_agent(page, &server, &id).await;
        for (number, (fault, told)) in faults(errors).into_iter().enumerate() {
            page.press("Edit").await;
            page.find("input", "First name").await;
            let typed = Typed::new(number, folder.as_ref(), &[("City", "city", format!("Quibbleton {number}"))]);
            typed.fill_in(page).await;
            let writes = server.writes().await.len();
            server.order_fault(json!({"method": "PATCH", "times": 1, "fault": fault})).await;
            let made = save_through(page, &typed, &fault, &told).await;
            // Once there is a photo, the texts go ahead of the next one.
            let ahead = usize::from(number > 0 && folder.is_some());
            assert_eq!(server.writes().await.len() - writes, made + ahead, "updates for {fault}");
            let agent = server.list(&format!("filter[id]={id}")).await[0].clone();
            typed.assert_stored(&server, &agent, &fault).await;
        }
        assert_eq!(server.list("page[size]=200").await.len(), 61);
    })
    .await;
}

#[tokio::test]
async fn no_fault_of_a_create_loses_or_doubles_anything() {
    every_fault_of_a_create(ErrorDialect::JsonApi, None).await;
}

#[tokio::test]
async fn no_fault_of_a_create_with_a_photo_loses_or_doubles_anything() {
    every_fault_of_a_create(ErrorDialect::JsonApi, Some(Folder::new())).await;
}

#[tokio::test]
async fn no_fault_of_an_update_loses_anything() {
    every_fault_of_an_update(ErrorDialect::JsonApi, None).await;
}

#[tokio::test]
async fn no_fault_of_an_update_with_a_photo_loses_anything() {
    every_fault_of_an_update(ErrorDialect::JsonApi, Some(Folder::new())).await;
}

#[tokio::test]
async fn no_problem_document_of_a_create_loses_or_doubles_anything() {
    every_fault_of_a_create(ErrorDialect::Problem, Some(Folder::new())).await;
}

#[tokio::test]
async fn no_problem_document_of_an_update_loses_anything() {
    every_fault_of_an_update(ErrorDialect::Problem, Some(Folder::new())).await;
}
