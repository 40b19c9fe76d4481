//! The form, from the press of a button to the row in the database.

mod camera;
mod conflicts;
mod create;
mod cropping;
mod duplicates;
mod edit;
mod edit_photo;
mod faults;
pub mod fields;
mod layout;
mod left_over;
mod overlooked;
mod pasted;
mod photo_address;
mod photo_last;
mod photos;
pub mod pictures;
mod repeated;
pub mod sent;
mod tags;
mod too_slow;
mod unanswered;
mod unseen_photo;
mod while_saving;
