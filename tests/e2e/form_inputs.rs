//! Bad inputs, and what is said of them.

mod controls;
mod on_leaving;
mod on_record;
mod on_saving;
mod refused;
mod whole_form;
