//! Reading bytes in order, where every read can find that there are no more.

/// A place in some bytes. A read that fails leaves it where it was.
#[derive(Clone)]
pub(super) struct Reader<'a> {
    bytes: &'a [u8],
    position: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, position: 0 }
    }

    /// How many bytes come before this place.
    pub(super) fn position(&self) -> usize {
        self.position
    }

    /// The next `count` bytes.
    pub(super) fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let end = self.position.checked_add(count)?;
        let taken = self.bytes.get(self.position..end)?;
        self.position = end;
        Some(taken)
    }

    /// The next bytes, as many as asked for by the type.
    pub(super) fn array<const COUNT: usize>(&mut self) -> Option<[u8; COUNT]> {
        self.take(COUNT)?.try_into().ok()
    }

    /// The next byte.
    pub(super) fn byte(&mut self) -> Option<u8> {
        self.array().map(|[byte]| byte)
    }

    /// Goes to the next byte that is `wanted`, and says where that is.
    pub(super) fn find(&mut self, wanted: u8) -> Option<usize> {
        let distance = self.bytes.get(self.position..)?.iter().position(|byte| *byte == wanted)?;
        self.position += distance;
        Some(self.position)
    }
}

#[cfg(test)]
mod tests {
    use super::Reader;

    #[test]
    fn a_read_takes_what_is_there_or_nothing() {
        let mut reader = Reader::new(b"abcdef");
        assert_eq!(reader.byte(), Some(b'a'));
        assert_eq!(reader.array(), Some(*b"bc"));
        assert_eq!(reader.take(4), None);
        assert_eq!(reader.take(usize::MAX), None);
        assert_eq!(reader.position(), 3);
        assert_eq!(reader.find(b'a'), None);
        assert_eq!(reader.find(b'e'), Some(4));
        assert_eq!(reader.take(2), Some(b"ef".as_slice()));
        assert_eq!(reader.take(0), Some(b"".as_slice()));
        assert_eq!(reader.byte(), None);
    }
}
