//! How many tests passed and failed, read from what test programs print.

use std::ops::AddAssign;

/// The counts of one stage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Tests that passed.
    pub passed: u32,
    /// Tests that failed.
    pub failed: u32,
    /// Tests that did not run.
    pub skipped: u32,
}

impl Counts {
    /// Reads the last line of a test program, such as `test result: ok. 12 passed; 0 failed; 1 ignored; …`.
    pub fn read(line: &str) -> Option<Self> {
        let (_, counts) = line.trim().strip_prefix("test result: ")?.split_once(". ")?;
        let count = |word: &str| {
            let part = counts.split(';').find_map(|part| part.trim().strip_suffix(word))?;
            part.trim().parse().ok()
        };
        Some(Self { passed: count("passed")?, failed: count("failed")?, skipped: count("ignored").unwrap_or_default() })
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_last_line_of_a_test_program_and_no_other() {
        let line = "test result: FAILED. 12 passed; 2 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.01s";
        assert_eq!(Counts::read(line), Some(Counts { passed: 12, failed: 2, skipped: 1 }));
        assert_eq!(Counts::read("test tests::result ... ok"), None);
    }
}
