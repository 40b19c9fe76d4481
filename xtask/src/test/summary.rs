//! What is told at the end.

use std::{fmt::Write, time::Duration};

use anyhow::Result;

use super::counts::Counts;

/// How one stage went.
pub struct Line {
    /// Its name.
    pub stage: &'static str,
    /// What it counted, or why it could not run.
    pub outcome: Result<Outcome>,
    /// How long it took.
    pub duration: Duration,
}

/// What a stage that ran tells.
pub struct Outcome {
    /// What was checked, for example `41 files`.
    pub checked: String,
    /// Tests, in stages that have some.
    pub counts: Counts,
    /// Whether the program said that all is well.
    pub succeeded: bool,
}

impl Line {
    /// Whether all is well.
    pub fn is_good(&self) -> bool {
        matches!(&self.outcome, Ok(outcome) if outcome.succeeded && outcome.counts.failed == 0)
    }
}

/// A line for each stage, and the sum of all tests at the end.
pub fn text(lines: &[Line]) -> String {
    let mut text = String::new();
    let mut sum = Counts::default();
    for line in lines {
        let result = if line.is_good() { "ok" } else { "FAILED" };
        let checked = match &line.outcome {
            Ok(outcome) => {
                sum += outcome.counts;
                outcome.checked.clone()
            }
            Err(_) => "could not run; the reason is above".into(),
        };
        // Writing to a string can't fail.
        let _ = writeln!(text, "{:<20} {result:<8} {checked:<44} {:>5} s", line.stage, line.duration.as_secs());
    }
    let _ = writeln!(text, "\n{} passed, {} failed, {} skipped", sum.passed, sum.failed, sum.skipped);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(outcome: Result<Outcome>) -> Line {
        Line { stage: "Native tests", outcome, duration: Duration::from_secs(3) }
    }

    fn outcome(passed: u32, failed: u32, succeeded: bool) -> Result<Outcome> {
        Ok(Outcome { checked: "tests".into(), counts: Counts { passed, failed, skipped: 0 }, succeeded })
    }

    #[test]
    fn a_stage_that_failed_or_could_not_run_is_not_good() {
        assert!(line(outcome(2, 0, true)).is_good());
        assert!(!line(outcome(2, 1, true)).is_good());
        assert!(!line(outcome(2, 0, false)).is_good());
        assert!(!line(Err(anyhow::anyhow!("no browser"))).is_good());
    }

    #[test]
    fn the_last_line_sums_up_all_tests() {
        let text = text(&[line(outcome(2, 1, false)), line(outcome(3, 0, true)), line(Err(anyhow::anyhow!("no")))]);
        assert_eq!(text.lines().last(), Some("5 passed, 1 failed, 0 skipped"));
        assert_eq!(text.matches("FAILED").count(), 2);
    }
}
