//! What the form should do and does not yet. Not part of the suite: each test belongs beside its like once it passes. To run
//! them, list `form_known` in `main.rs` and `crash` in `harness.rs`.

mod accessibility;
mod drafts;
mod fields;
mod focus;
