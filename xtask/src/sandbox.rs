//! The sandbox as a program beside this one.

use std::{
    env::{self, consts::EXE_SUFFIX},
    net::{Ipv4Addr, SocketAddr},
    path::{Path, PathBuf},
    process::Stdio,
};

use anyhow::{Context, Result};
use gateway::{Key, Uri};
use serde::Deserialize;
use tokio::io::{AsyncBufReadExt, BufReader};
use uuid::Uuid;

use crate::{
    command::{cargo, command, run},
    group::Group,
    workspace,
};

/// How to start a sandbox.
#[derive(Clone)]
pub struct Options {
    /// How many agents a new database gets.
    agents: u32,
    /// The database; without one, a temporary file is used.
    database: Option<PathBuf>,
    /// Begin with a new database.
    fresh: bool,
    /// Where its API listens; port 0 takes a free one.
    listen: SocketAddr,
    /// Where its control API listens; port 0 takes a free one.
    control: SocketAddr,
}

impl Options {
    /// On free ports of this machine, with a database that goes with the sandbox.
    pub fn temporary(agents: u32) -> Self {
        let anywhere = SocketAddr::from((Ipv4Addr::LOCALHOST, 0));
        Self { agents, database: None, fresh: false, listen: anywhere, control: anywhere }
    }

    /// On free ports of this machine, with the database for this number of agents, kept from run to run.
    pub fn kept(agents: u32, fresh: bool) -> Self {
        let database = workspace::target("sandbox").join(format!("{agents}-agents.sqlite"));
        Self { database: Some(database), fresh, ..Self::temporary(agents) }
    }
}

/// A sandbox that answers, or that has ended and can be started again.
pub struct Sandbox {
    group: Group,
    options: Options,
    key: String,
    ready: Ready,
}

/// The line that the sandbox writes when it answers.
#[derive(Deserialize)]
struct Ready {
    api: String,
    control: String,
}

impl Sandbox {
    /// Builds the sandbox, starts it with a key made up for this run, and waits until it answers.
    pub async fn start(options: Options) -> Result<Self> {
        run(cargo().args(["build", "--package", "sandbox"])).await?;
        if let Some(folder) = options.database.as_deref().and_then(Path::parent) {
            std::fs::create_dir_all(folder).with_context(|| format!("can't make {}", folder.display()))?;
        }
        let key = Uuid::new_v4().simple().to_string();
        let (group, ready) = spawn(&options, &key).await?;
        Ok(Self { group, options, key, ready })
    }

    /// Starts it again at the same addresses, with the same key and the same agents.
    pub async fn restart(&mut self) -> Result<()> {
        let options = Options {
            fresh: false,
            listen: address(&self.ready.api)?,
            control: address(&self.ready.control)?,
            ..self.options.clone()
        };
        (self.group, self.ready) = spawn(&options, &self.key).await?;
        Ok(())
    }

    /// The base address of its API.
    pub fn api(&self) -> Result<Uri> {
        Ok(self.ready.api.parse()?)
    }

    /// The key that its API wants.
    pub fn key(&self) -> Result<Key> {
        Ok(Key::new(&self.key)?)
    }

    /// Where faults are ordered and requests are read.
    pub fn control(&self) -> &str {
        &self.ready.control
    }

    /// One line about it, for whoever wants to play with it.
    pub fn description(&self) -> String {
        let id = self.group.id().unwrap_or_default();
        let database = match &self.options.database {
            Some(file) => file.strip_prefix(workspace::root()).unwrap_or(file).display().to_string(),
            None => "temporary".into(),
        };
        format!("Sandbox: process {id}, control at {}, database {database}", self.ready.control)
    }

    /// Returns when it has ended by itself.
    pub async fn ended(&mut self) -> Result<String> {
        Ok(self.group.ended().await?.to_string())
    }

    /// Ends it.
    pub async fn stop(self) {
        self.group.stop().await;
    }
}

async fn spawn(options: &Options, key: &str) -> Result<(Group, Ready)> {
    let mut sandbox = command(env::current_exe()?.with_file_name(format!("sandbox{EXE_SUFFIX}")));
    sandbox.args(["--listen", &options.listen.to_string(), "--control", &options.control.to_string()]);
    sandbox.args(["--agents", &options.agents.to_string()]);
    if let Some(database) = &options.database {
        sandbox.arg("--database").arg(database);
    }
    if options.fresh {
        sandbox.arg("--fresh");
    }
    sandbox.env("SANDBOX_KEY", key).stdin(Stdio::null()).stdout(Stdio::piped());
    let mut group = Group::start(sandbox)?;
    let mut lines = BufReader::new(group.take_output().context("the sandbox has no output")?).lines();
    let line = lines.next_line().await?.context("the sandbox could not start; its message is above")?;
    Ok((group, serde_json::from_str(&line).context("the sandbox did not say where it is")?))
}

fn address(url: &str) -> Result<SocketAddr> {
    let url: Uri = url.parse()?;
    Ok(url.authority().context("the sandbox gave no address")?.as_str().parse()?)
}
