//! What a walk over a file's parts finds.

use std::ops::Range;

use super::exif::Orientation;

/// What a walk over a file's parts finds, if it comes to the picture's end.
pub(super) struct Findings {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) orientation: Orientation,
    pub(super) is_animated: bool,
    pub(super) removable: Removable,
}

/// The parts of a file that the picture doesn't need, in order.
#[derive(Debug, Default)]
pub(super) struct Removable(Vec<Range<usize>>);

impl Removable {
    /// Adds a part that comes after the others; an empty one is none.
    pub(super) fn add(&mut self, part: Range<usize>) {
        match self.0.last_mut() {
            _ if part.is_empty() => {}
            // Neighbours are one part: a hostile file can't have more parts here than bytes that are kept.
            Some(last) if last.end == part.start => last.end = part.end,
            _ => self.0.push(part),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The bytes without these parts; `None` where there are no parts.
    pub(super) fn cut_from(&self, bytes: &[u8]) -> Option<Vec<u8>> {
        let first = self.0.first()?;
        let mut rest = Vec::with_capacity(bytes.len().saturating_sub(first.len()));
        let mut kept_from = 0;
        for part in &self.0 {
            rest.extend_from_slice(bytes.get(kept_from..part.start)?);
            kept_from = part.end;
        }
        rest.extend_from_slice(bytes.get(kept_from..)?);
        Some(rest)
    }
}

#[cfg(test)]
mod tests {
    use super::Removable;

    fn cut(parts: &[(usize, usize)]) -> Option<String> {
        let mut removable = Removable::default();
        parts.iter().for_each(|(start, end)| removable.add(*start..*end));
        removable.cut_from(b"abcdef").map(|rest| String::from_utf8_lossy(&rest).into_owned())
    }

    #[test]
    fn parts_are_cut_and_the_rest_stays_in_order() {
        assert_eq!(cut(&[]), None);
        assert_eq!(cut(&[(2, 2)]), None);
        assert_eq!(cut(&[(0, 1), (1, 2), (4, 5)]).as_deref(), Some("cdf"));
        assert_eq!(cut(&[(0, 6)]).as_deref(), Some(""));
    }

    #[test]
    fn neighbours_are_one_part() {
        let mut removable = Removable::default();
        (0..1000).for_each(|start| removable.add(start..start + 1));
        assert_eq!((removable.0.len(), removable.0.first()), (1, Some(&(0..1000))));
    }
}
