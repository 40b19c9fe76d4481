//! Enter, pressed in the terminal.

use std::io;

use tokio::sync::mpsc::{UnboundedReceiver, unbounded_channel};

/// A message for each line typed. It ends where there is no keyboard.
pub fn lines() -> UnboundedReceiver<()> {
    let (sender, receiver) = unbounded_channel();
    // A thread of its own: an asynchronous read of the keyboard would hold up the end of the program.
    std::thread::spawn(move || {
        for line in io::stdin().lines() {
            if line.is_err() || sender.send(()).is_err() {
                return;
            }
        }
    });
    receiver
}
