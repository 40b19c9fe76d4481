//! A photo as it is sent.

use web_sys::Blob;

/// A picture that is ready to be sent. API: certain, .jpg, .jpeg, .png and .gif are taken.
#[derive(Clone, Debug, PartialEq)]
pub struct PhotoFile {
    /// The bytes, with their media type.
    pub blob: Blob,
    /// The file's name, whose ending fits the bytes.
    pub name: String,
}
