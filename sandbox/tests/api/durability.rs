use std::{
    collections::HashSet,
    io::{BufRead, BufReader},
    path::Path,
    process::{Child, Command, Stdio},
};

use reqwest::Client;
use serde_json::{Value, json};

use crate::harness::{Api, KEY, each};

/// The real program on a database file, and the address it answers at.
fn run(database: &Path) -> (Child, String) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_sandbox"))
        .args(["--listen", "127.0.0.1:0", "--agents", "0", "--database"])
        .arg(database)
        .env("SANDBOX_KEY", KEY)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    let ready: Value = serde_json::from_str(&line).unwrap();
    (child, ready["api"].as_str().unwrap().to_owned())
}

/// Creates agents until the connection breaks, and gives the emails that were acknowledged.
async fn write_until_killed(url: String, writer: u32, acknowledged: tokio::sync::mpsc::UnboundedSender<String>) {
    let client = Client::new();
    for number in 0.. {
        let email = format!("{writer}.{number}@example.com");
        let body = json!({"data": {"type": "connection", "attributes": {"email": email}}});
        match client.post(format!("{url}/connections")).bearer_auth(KEY).json(&body).send().await {
            Ok(response) if response.status() == 201 => acknowledged.send(email).unwrap(),
            Ok(response) => panic!("{}", response.status()),
            Err(_) => return,
        }
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nothing_acknowledged_is_lost_by_a_kill() {
    let folder = tempfile::tempdir().unwrap();
    let database = folder.path().join("agents.sqlite");
    let (mut child, url) = run(&database);
    let (sender, mut receiver) = tokio::sync::mpsc::unbounded_channel();
    let writers: Vec<_> =
        (0..2).map(|writer| tokio::spawn(write_until_killed(url.clone(), writer, sender.clone()))).collect();
    drop(sender);
    let mut acknowledged = HashSet::new();
    while acknowledged.len() < 60 {
        acknowledged.insert(receiver.recv().await.unwrap());
    }
    child.kill().unwrap();
    child.wait().unwrap();
    for writer in writers {
        writer.await.unwrap();
    }
    while let Ok(email) = receiver.try_recv() {
        acknowledged.insert(email);
    }

    let (mut child, url) = run(&database);
    let client = Client::new();
    for email in acknowledged {
        let address = format!("{url}/connections?filter[email]={email}");
        let found: Value = client.get(address).bearer_auth(KEY).send().await.unwrap().json().await.unwrap();
        assert_eq!(found["data"].as_array().unwrap().len(), 1, "{email}");
    }
    child.kill().unwrap();
    child.wait().unwrap();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_writers_at_once_both_succeed() {
    let api = std::sync::Arc::new(Api::with_agents(0).await);
    let writers: Vec<_> = (0..2)
        .map(|writer| {
            let api = api.clone();
            tokio::spawn(async move {
                for number in 0..20 {
                    api.created(json!({"email": format!("{writer}.{number}@example.com")})).await;
                }
            })
        })
        .collect();
    for writer in writers {
        writer.await.unwrap();
    }
    assert_eq!(each(&api.list("").await, "email").into_iter().collect::<HashSet<_>>().len(), 40);
}

#[tokio::test]
async fn a_sandbox_that_is_started_again_has_what_it_had() {
    let folder = tempfile::tempdir().unwrap();
    let config =
        || sandbox::Config { agents: 3, database: Some(folder.path().join("agents.sqlite")), ..Default::default() };
    let api = Api::start(config()).await;
    api.update("1", json!({"first_name": "Changed"})).await;
    api.running.stop().await;
    let api = Api::start(config()).await;
    let agents = api.list("").await;
    assert_eq!((agents.len(), &agents[0]["attributes"]["first_name"]), (3, &json!("Changed")));
    drop(api);
    let api = Api::start(sandbox::Config { fresh: true, ..config() }).await;
    assert_ne!(api.list("").await[0]["attributes"]["first_name"], "Changed");
}
