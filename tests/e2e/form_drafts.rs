//! What is typed and not saved: kept, brought back, given up; and the question before it is left.

mod age;
mod attributes;
mod ended;
mod kept;
mod leaving;
mod notes;
mod overlooked;
mod pictures;
mod reading;
mod survives;
mod tabs;
mod unload;
mod while_saving;
