//! What tells this program to end.

use std::io;

/// Ctrl-C and, on Unix, the signals by which a terminal or a supervisor ends a program.
#[cfg(unix)]
pub struct Signals {
    interrupt: tokio::signal::unix::Signal,
    terminate: tokio::signal::unix::Signal,
    hang_up: tokio::signal::unix::Signal,
}

#[cfg(unix)]
impl Signals {
    /// Begins to listen; from now on the signals do not end the program by themselves.
    pub fn new() -> io::Result<Self> {
        use tokio::signal::unix::{SignalKind, signal};
        Ok(Self {
            interrupt: signal(SignalKind::interrupt())?,
            terminate: signal(SignalKind::terminate())?,
            hang_up: signal(SignalKind::hangup())?,
        })
    }

    /// Returns at the next signal, with what it is called.
    pub async fn next(&mut self) -> &'static str {
        tokio::select! {
            _ = self.interrupt.recv() => "Interrupted",
            _ = self.terminate.recv() => "Terminated",
            _ = self.hang_up.recv() => "Terminal closed",
        }
    }
}

/// Ctrl-C.
#[cfg(not(unix))]
pub struct Signals;

#[cfg(not(unix))]
impl Signals {
    /// Begins to listen.
    pub fn new() -> io::Result<Self> {
        Ok(Self)
    }

    /// Returns at the next Ctrl-C, with what it is called.
    pub async fn next(&mut self) -> &'static str {
        let _ = tokio::signal::ctrl_c().await;
        "Interrupted"
    }
}
