//! A program with everything that it starts.

use std::{
    fs,
    process::{ExitStatus, Stdio},
};

use rustix::process::{Pid, Signal, kill_process, kill_process_group};
use tokio::{
    process::{Child, Command},
    time::timeout,
};

use super::PATIENCE;

/// A program and its children, which end when this is dropped.
pub struct Process {
    child: Child,
    id: Pid,
    _watcher: Child,
}

/// Ends the group if the tests themselves are ended: then its input ends, too.
const WATCH: &str = "cat; kill -s KILL -- -$0";

impl Process {
    pub fn start(command: &mut Command) -> Self {
        let child = command.process_group(0).kill_on_drop(true).spawn().unwrap();
        let id = Pid::from_raw(child.id().unwrap().try_into().unwrap()).unwrap();
        let mut watcher = Command::new("sh");
        watcher.args(["-c", WATCH, &id.to_string()]).stdin(Stdio::piped()).process_group(0).kill_on_drop(true);
        Self { child, id, _watcher: watcher.spawn().unwrap() }
    }

    /// How it ended, if it has.
    pub fn ended(&mut self) -> Option<ExitStatus> {
        self.child.try_wait().unwrap()
    }

    /// Asks the program to end, and waits for it.
    pub async fn stop(&mut self) -> ExitStatus {
        kill_process(self.id, Signal::TERM).unwrap();
        timeout(PATIENCE, self.child.wait()).await.unwrap().unwrap()
    }

    /// The ids of the program and of everything that it has started.
    pub fn ids(&self) -> Vec<u32> {
        let group = self.id.as_raw_nonzero().to_string();
        let processes =
            fs::read_dir("/proc").unwrap().filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok());
        // A process that ends meanwhile is none.
        let is_ours = |id: &u32| {
            let status = fs::read_to_string(format!("/proc/{id}/stat")).unwrap_or_default();
            let after_name = status.rsplit_once(") ").map_or("", |(_, rest)| rest);
            after_name.split(' ').nth(2) == Some(&group)
        };
        processes.filter(is_ours).collect()
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        // Fails if all have ended already.
        let _ = kill_process_group(self.id, Signal::KILL);
    }
}
