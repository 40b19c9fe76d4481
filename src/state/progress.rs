//! How far a request has come.

use crate::api::{error::Error, retry::wait_before_retry};

/// How far the newest request has come.
#[derive(Clone, Debug, PartialEq)]
pub enum Progress {
    /// The answer is awaited; rows of the previous answer stay on the screen.
    Loading,
    /// There was no usable answer, and the same is asked again by itself; rows of the previous answer stay on the screen.
    Waiting(Waiting),
    /// The rows on the screen answer the query.
    Loaded,
    /// There was no usable answer; rows of the previous answer stay on the screen.
    Failed(Error),
}

/// The time until a request is repeated.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// Why there is no answer yet.
    pub error: Error,
    /// Which repetition is next, or under way; the first is 1.
    pub attempt: u32,
    /// When it is made, in milliseconds since 1970; `None` while it is under way.
    pub retry_at: Option<f64>,
}

impl Waiting {
    /// The wait before `error` is answered by asking again, and how long it is, in milliseconds. Where that gains nothing, or
    /// `retries` have been enough, the error itself.
    pub fn after(error: Error, retries: u32) -> Result<(Self, u32), Error> {
        let Some(wait) = wait_before_retry(&error, retries, js_sys::Math::random()) else { return Err(error) };
        // Waits are bounded far below what 32 bits hold.
        let milliseconds = wait.as_millis() as u32;
        let retry_at = Some(js_sys::Date::now() + f64::from(milliseconds));
        Ok((Self { error, attempt: retries + 1, retry_at }, milliseconds))
    }
}

impl Progress {
    /// Notes that the wait is over. Whether there was one.
    pub fn end_wait(&mut self) -> bool {
        match self {
            Self::Waiting(waiting) => waiting.retry_at.take().is_some(),
            _ => false,
        }
    }

    /// Whether a request is under way.
    pub fn is_loading(&self) -> bool {
        matches!(self, Self::Loading | Self::Waiting(Waiting { retry_at: None, .. }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_repetition_under_way_is_loading_and_the_wait_before_it_is_not() {
        let waiting = |retry_at| Progress::Waiting(Waiting { error: Error::Aborted, attempt: 1, retry_at });
        assert!(waiting(None).is_loading());
        assert!(!waiting(Some(0.0)).is_loading());
        assert!(Progress::Loading.is_loading() && !Progress::Loaded.is_loading());
    }
}
