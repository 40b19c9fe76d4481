//! Which page, and how long it is.

/// `page[number]` and `page[size]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// Counted from 1.
    pub number: u32,
    /// Rows a page, 1 to [`Page::MAXIMUM_SIZE`].
    pub size: u32,
}

impl Page {
    /// The longest page that the API gives. API: certain.
    pub const MAXIMUM_SIZE: u32 = 200;

    /// The page of `size` rows that has the first row of this one.
    pub fn resized(self, size: u32) -> Self {
        let size = size.clamp(1, Self::MAXIMUM_SIZE);
        let rows_before = u64::from(self.number.saturating_sub(1)) * u64::from(self.size);
        let number = u32::try_from(rows_before / u64::from(size) + 1).unwrap_or(u32::MAX);
        Self { number, size }
    }
}

impl Default for Page {
    fn default() -> Self {
        Self { number: 1, size: 50 }
    }
}

#[cfg(test)]
mod tests {
    use super::Page;

    #[test]
    fn another_size_keeps_the_first_row_in_view() {
        assert_eq!(Page { number: 3, size: 50 }.resized(25), Page { number: 5, size: 25 });
        assert_eq!(Page { number: 3, size: 50 }.resized(200), Page { number: 1, size: 200 });
        assert_eq!(Page { number: u32::MAX, size: 200 }.resized(1).size, 1);
    }
}
