//! The key of the API.

use std::fmt;

use axum::http::HeaderValue;

/// A key of the agents API. It cannot be printed: it leaves this type only as a header of a forwarded request.
#[derive(Clone)]
pub struct Key(HeaderValue);

/// The text cannot be a key. The text itself is not repeated here.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum KeyError {
    /// Nothing, or only blanks.
    #[error("the key is empty")]
    Empty,
    /// A line break or another character that a header cannot carry.
    #[error("the key holds characters that a key cannot have")]
    Malformed,
}

impl Key {
    /// Takes the key as the vendor shows it; blanks around it, as copying leaves them, are dropped.
    pub fn new(text: &str) -> Result<Self, KeyError> {
        let text = text.trim();
        if text.is_empty() {
            return Err(KeyError::Empty);
        }
        let mut authorization = HeaderValue::from_str(&format!("Bearer {text}")).map_err(|_| KeyError::Malformed)?;
        authorization.set_sensitive(true);
        Ok(Self(authorization))
    }

    /// The value of the header `Authorization` (API: certain).
    pub(crate) fn authorization(&self) -> HeaderValue {
        self.0.clone()
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Key(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_never_printed() {
        let key = Key::new("  secret-4711\n").unwrap();
        assert_eq!(key.authorization().to_str().unwrap(), "Bearer secret-4711");
        assert!(!format!("{key:?} {:?}", key.authorization()).contains("4711"));
    }

    #[test]
    fn must_be_something_that_a_header_can_carry() {
        assert_eq!(Key::new(" \n").unwrap_err(), KeyError::Empty);
        assert_eq!(Key::new("a\nb").unwrap_err(), KeyError::Malformed);
    }
}
