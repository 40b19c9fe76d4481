//! When a request is worth another try, and how long to wait before it. Only for reading: a write that got no answer may
//! have been done.

use std::time::Duration;

use super::error::Error;

/// How often a request is repeated by itself.
pub const MOST_RETRIES: u32 = 3;

/// The wait before the first repetition, doubled with each further one, before jitter.
const FIRST_WAIT: Duration = Duration::from_millis(400);

/// A server that asks for more is not waited for: the person decides.
const LONGEST_WAIT: Duration = Duration::from_secs(120);

/// How long to wait before asking again after `error`; `None` where asking again by itself gains nothing. `retries` have been
/// made already. `jitter`, from 0 to 1, is drawn anew each time, so that many pages don't ask in step.
pub fn wait_before_retry(error: &Error, retries: u32, jitter: f64) -> Option<Duration> {
    if !error.is_retryable() || retries >= MOST_RETRIES {
        return None;
    }
    let backoff = (FIRST_WAIT * (1 << retries)).mul_f64(0.5 + jitter.clamp(0.0, 1.0));
    let wait = error.retry_after().map_or(backoff, |told| told.max(backoff));
    (wait <= LONGEST_WAIT).then_some(wait)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::api::error::StatusError;

    fn status(status: u16, retry_after: Option<u64>) -> Error {
        let retry_after = retry_after.map(Duration::from_secs);
        Error::Status(Box::new(StatusError { status, retry_after, ..StatusError::default() }))
    }

    fn network() -> Error {
        Error::Network { detail: String::new() }
    }

    #[test]
    fn each_wait_is_twice_the_one_before_and_the_fourth_is_not_made() {
        let wait = |retries| wait_before_retry(&network(), retries, 0.5).map(|wait| wait.as_millis());
        assert_eq!([0, 1, 2, 3].map(wait), [Some(400), Some(800), Some(1600), None]);
    }

    #[test]
    fn a_server_that_says_how_long_is_obeyed() {
        assert_eq!(wait_before_retry(&status(429, Some(7)), 0, 0.9), Some(Duration::from_secs(7)));
        assert_eq!(wait_before_retry(&status(503, Some(30)), 2, 0.1), Some(Duration::from_secs(30)));
        assert!(wait_before_retry(&status(429, Some(0)), 0, 0.0).is_some_and(|wait| !wait.is_zero()));
    }

    #[test]
    fn a_server_that_asks_for_minutes_is_left_to_the_person() {
        assert!(wait_before_retry(&status(429, Some(120)), 0, 0.0).is_some());
        assert_eq!(wait_before_retry(&status(429, Some(121)), 0, 0.0), None);
        assert_eq!(wait_before_retry(&status(503, Some(u64::MAX)), 0, 0.0), None);
    }

    #[test]
    fn what_does_not_pass_by_itself_is_not_asked_again() {
        for error in [status(404, None), status(500, Some(1)), Error::Aborted, Error::TimedOut { seconds: 20 }] {
            assert_eq!(wait_before_retry(&error, 0, 0.5), None, "{error:?}");
        }
    }

    proptest! {
        #[test]
        fn jitter_keeps_every_wait_within_half_and_one_and_a_half(retries in 0..MOST_RETRIES, jitter in 0.0..=1.0f64) {
            let middle = FIRST_WAIT * (1 << retries);
            let wait = wait_before_retry(&network(), retries, jitter).unwrap();
            prop_assert!(middle / 2 <= wait && wait <= middle * 3 / 2);
        }
    }
}
