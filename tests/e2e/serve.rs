use std::process::Stdio;

use tempfile::NamedTempFile;
use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader, Lines},
    process::{Child, ChildStdout, Command},
    sync::Mutex,
};

use crate::harness::{in_browser, set_up};

/// Two that build the page at once would be in each other's way.
static ONE_AT_A_TIME: Mutex<()> = Mutex::const_new(());

/// The page and every file and answer that it loaded from its origin, headers and bodies. Photos come from elsewhere.
const EVERYTHING_RECEIVED: &str = r#"
    const loaded = performance.getEntriesByType("resource").map((entry) => entry.name);
    const own = [location.href, ...loaded].filter((address) => new URL(address).origin === location.origin);
    return Promise.all(own.map(async (address) => {
        const answer = await fetch(address);
        return [...answer.headers].join() + new TextDecoder("latin1").decode(await answer.arrayBuffer());
    })).then((all) => all.join());
"#;

/// `cargo xtask serve` in a process of its own.
struct Serve {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
    errors: NamedTempFile,
    read: String,
}

impl Serve {
    fn start(arguments: &[&str], key: Option<&str>) -> Self {
        let errors = NamedTempFile::new().unwrap();
        let mut child = Command::new(set_up("AGENT_DIRECTORY_XTASK"))
            .arg("serve")
            .args(arguments)
            .envs(key.map(|key| ("SPECTORA_API_KEY", key)))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(errors.reopen().unwrap())
            .kill_on_drop(true)
            .spawn()
            .unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        Self { child, lines, errors, read: String::new() }
    }

    /// Reads on to the line that has `text`, and gives what follows it there.
    async fn read_to(&mut self, text: &str) -> String {
        while let Some(line) = self.lines.next_line().await.unwrap() {
            self.read += &line;
            if let Some((_, rest)) = line.split_once(text) {
                return rest.to_owned();
            }
        }
        panic!("it ended before it said “{text}”: {}", std::fs::read_to_string(&self.errors).unwrap());
    }

    async fn press_enter(&mut self) {
        self.child.stdin.as_mut().unwrap().write_all(b"\n").await.unwrap();
    }

    /// Presses Ctrl-C, and gives all that was ever written.
    #[cfg(unix)]
    async fn interrupt(mut self) -> String {
        signal("-INT", &self.child.id().unwrap().to_string()).await;
        while let Some(line) = self.lines.next_line().await.unwrap() {
            self.read += &line;
        }
        assert!(self.child.wait().await.unwrap().success(), "Ctrl-C ends it well");
        self.read + std::fs::read_to_string(&self.errors).unwrap().as_str()
    }
}

#[cfg(unix)]
async fn signal(signal: &str, process: &str) {
    assert!(Command::new("kill").args([signal, process]).status().await.unwrap().success());
}

async fn free_port() -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    listener.local_addr().unwrap().port().to_string()
}

#[cfg(unix)]
#[tokio::test]
async fn a_page_outlives_the_sandbox_behind_it() {
    let _alone = ONE_AT_A_TIME.lock().await;
    let mut serve = Serve::start(&["--port", &free_port().await, "--agents", "120", "--fresh"], None);
    let address = serve.read_to("The agent directory is at ").await;
    let description = serve.read_to("Sandbox: process ").await;
    let (process, _) = description.split_once(',').unwrap();
    in_browser(async |page| {
        page.open(&address).await;
        page.see_status("1–50 of 120").await;
        signal("-KILL", process).await;
        serve.read_to("The sandbox has ended").await;
        page.press("Next page").await;
        page.see_alert("out of reach").await;
        serve.press_enter().await;
        serve.read_to("Sandbox: process ").await;
        page.press("Retry").await;
        page.see_status("51–100 of 120").await;
        page.see_no_alert().await;
    })
    .await;
    serve.interrupt().await;
    assert!(reqwest::get(&address).await.is_err(), "and everything that it started");
}

#[cfg(target_os = "linux")]
#[tokio::test]
async fn the_key_of_another_api_stays_in_the_process() {
    let _alone = ONE_AT_A_TIME.lock().await;
    let key = "a-key-that-nobody-else-has".to_owned();
    let config = sandbox::Config { agents: 60, key: key.clone(), ..sandbox::Config::default() };
    let api = sandbox::start(config).await.unwrap();
    let mut serve = Serve::start(&["--port", &free_port().await, "--upstream", &api.api_url], Some(&key));
    let address = serve.read_to("The agent directory is at ").await;
    in_browser(async |page| {
        page.open(&address).await;
        page.see_status("1–50 of 60").await;
        let received = page.script(EVERYTHING_RECEIVED, vec![]).await;
        let received = received.as_str().unwrap();
        assert!(received.contains("agent_team") && received.contains("agent-directory"), "the answers were read");
        assert!(!received.contains(&key), "the page received the key");
    })
    .await;
    let arguments = Command::new("ps").args(["-eo", "args"]).output().await.unwrap().stdout;
    assert!(!String::from_utf8_lossy(&arguments).contains(&key), "the key is in a process's arguments");
    let written = serve.interrupt().await;
    assert!(!written.contains(&key), "the key is in what was written");
}

#[tokio::test]
async fn the_real_api_needs_a_key() {
    let serve = Command::new(set_up("AGENT_DIRECTORY_XTASK"))
        .args(["serve", "--port", &free_port().await, "--upstream", "http://127.0.0.1:9"])
        .env_remove("SPECTORA_API_KEY")
        .output()
        .await
        .unwrap();
    assert!(!serve.status.success());
    let message = String::from_utf8_lossy(&serve.stderr).into_owned();
    assert!(message.contains("SPECTORA_API_KEY") && message.contains("export"), "{message}");
}
