//! A program that runs beside this one, with everything that it starts itself.

use std::{process::ExitStatus, time::Duration};

use anyhow::{Context, Result};
use process_wrap::tokio::{ChildWrapper, CommandWrap, KillOnDrop};
use tokio::process::{ChildStdout, Command};

/// How long a program may take to end by itself.
#[cfg(unix)]
const GRACE: Duration = Duration::from_secs(5);

/// A running program and its children, which end together.
pub struct Group {
    child: Box<dyn ChildWrapper>,
}

impl Group {
    /// Starts a program as the leader of a group of its own.
    pub fn start(command: Command) -> Result<Self> {
        let name = command.as_std().get_program().to_string_lossy().into_owned();
        let mut command = CommandWrap::from(command);
        #[cfg(unix)]
        command.wrap(process_wrap::tokio::ProcessGroup::leader());
        #[cfg(windows)]
        command.wrap(process_wrap::tokio::JobObject);
        command.wrap(KillOnDrop);
        Ok(Self { child: command.spawn().with_context(|| format!("can't start {name}"))? })
    }

    /// The process id of the leader, while it runs.
    pub fn id(&self) -> Option<u32> {
        self.child.id()
    }

    /// What the leader writes, if its standard output is piped; to be taken once.
    pub fn take_output(&mut self) -> Option<ChildStdout> {
        self.child.stdout().take()
    }

    /// Returns when the leader has ended by itself.
    pub async fn ended(&mut self) -> Result<ExitStatus> {
        Ok(self.child.wait().await?)
    }

    /// Asks all of them to end, and ends those that do not.
    pub async fn stop(mut self) {
        #[cfg(unix)]
        {
            const TERMINATE: i32 = 15;
            // Fails only if all have ended already.
            let _ = self.child.signal(TERMINATE);
            if tokio::time::timeout(GRACE, self.child.wait()).await.is_ok() {
                return;
            }
        }
        let _ = self.child.start_kill();
        let _ = self.child.wait().await;
    }
}
