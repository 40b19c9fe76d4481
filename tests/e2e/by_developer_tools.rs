//! What can be tried only by the developer tools of Chromium: paper, what readers prefer, a screen that is touched, a
//! crash, and what a page holds.

mod crash;
mod cycles;
mod paper;
mod preferences;
mod touch;
