//! Files that can't be a photo, and what is said of them; and the ways by which a photo comes into the form.

mod bad;
mod bytes;
mod dropped;
