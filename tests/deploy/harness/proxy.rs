//! nginx or Caddy, started as an operator starts them.

use std::{
    fs::{self, File},
    net::{Ipv4Addr, SocketAddr, TcpListener},
    path::{Path, PathBuf},
    process::{ExitStatus, Stdio},
};

use reqwest::{Client, Method, RequestBuilder, redirect::Policy};
use tokio::{net::TcpStream, process::Command};

use super::{Api, Files, KEY, process::Process, until};

/// Which of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Nginx,
    Caddy,
}

/// Environment variables that go over the usual ones.
pub type Settings<'a> = &'a [(&'a str, &'a str)];

/// A proxy that answers.
pub struct Proxy {
    pub url: String,
    pub address: SocketAddr,
    pub files: Files,
    process: Process,
    client: Client,
}

/// A port may be taken between its choice and its use.
const ATTEMPTS: usize = 5;

impl Kind {
    /// The program that starts it.
    pub fn start_script(self) -> PathBuf {
        let folder = match self {
            Self::Nginx => "nginx",
            Self::Caddy => "caddy",
        };
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../deploy").join(folder).join("start.sh")
    }

    /// The command that starts it, with the usual settings.
    pub fn command(self, upstream: &str, files: &Files, settings: Settings) -> Command {
        let mut command = Command::new(self.start_script());
        command.env_clear().env("PATH", std::env::var_os("PATH").unwrap()).stdin(Stdio::null());
        command.env("HOME", files.run()).env("TMPDIR", files.run());
        command.env("SPECTORA_API_KEY", KEY).env("UPSTREAM", upstream).env("FILES", files.dist());
        command.envs(settings.iter().copied());
        command
    }
}

impl Proxy {
    /// In front of the sandbox.
    pub async fn start(kind: Kind, api: &Api) -> Self {
        Self::start_with(kind, api.url(), &[]).await
    }

    /// In front of any upstream.
    pub async fn start_with(kind: Kind, upstream: &str, settings: Settings<'_>) -> Self {
        for _ in 0..ATTEMPTS {
            if let Some(proxy) = Self::try_start(kind, upstream, settings).await {
                return proxy;
            }
        }
        panic!("{kind:?} does not start; its messages are above");
    }

    async fn try_start(kind: Kind, upstream: &str, settings: Settings<'_>) -> Option<Self> {
        let files = Files::create();
        let free = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        let address = free.local_addr().unwrap();
        drop(free);
        let log = File::options().create(true).append(true).open(log_path(&files)).unwrap();
        let mut command = kind.command(upstream, &files, settings);
        command.env("LISTEN", address.to_string()).stdout(log.try_clone().unwrap()).stderr(log);
        let mut process = Process::start(&mut command);
        let answers = until("the proxy", || {
            let ended = process.ended();
            async move {
                match ended {
                    Some(_) => Some(false),
                    None => TcpStream::connect(address).await.ok().map(|_| true),
                }
            }
        });
        if !answers.await {
            eprintln!("{}", fs::read_to_string(log_path(&files)).unwrap());
            return None;
        }
        let client = Client::builder().redirect(Policy::none()).build().unwrap();
        Some(Self { url: format!("http://{address}"), address, files, process, client })
    }

    /// A request to it.
    pub fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client.request(method, format!("{}{path}", self.url))
    }

    pub fn get(&self, path: &str) -> RequestBuilder {
        self.request(Method::GET, path)
    }

    /// What it has written about its work.
    pub fn log(&self) -> String {
        fs::read_to_string(log_path(&self.files)).unwrap()
    }

    /// The ids of all its processes.
    pub fn process_ids(&self) -> Vec<u32> {
        self.process.ids()
    }

    /// Asks it to end, and waits for it.
    pub async fn stop(&mut self) -> ExitStatus {
        self.process.stop().await
    }
}

fn log_path(files: &Files) -> PathBuf {
    files.dist().with_file_name("log")
}
