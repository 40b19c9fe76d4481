//! What can be tried only by the developer tools of Chromium: paper, what readers prefer, a crash, and what a page
//! holds.

mod crash;
mod cycles;
mod paper;
mod preferences;
