//! The orientation in a picture's Exif data.

use super::bytes::Reader;

/// How the stored picture is turned to be shown: the Exif tag `Orientation`, Exif 2.32 §4.6.4.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Orientation {
    /// 1, or not said: shown as stored.
    #[default]
    Normal,
    /// 2: left and right are swapped.
    Mirrored,
    /// 3: a half turn.
    HalfTurn,
    /// 4: top and bottom are swapped.
    Flipped,
    /// 5: mirrored along the diagonal from the top left corner.
    Transposed,
    /// 6: a quarter turn clockwise, as of a phone held upright.
    QuarterTurnRight,
    /// 7: mirrored along the diagonal from the top right corner.
    Transversed,
    /// 8: a quarter turn counterclockwise.
    QuarterTurnLeft,
}

impl Orientation {
    /// What the TIFF structure of Exif data says (Exif 2.32 §4.5.2); `None` where that is nothing, or nothing sensible.
    pub(super) fn in_exif(tiff: &[u8]) -> Option<Self> {
        let mut reader = Reader::new(tiff);
        let order = match &reader.array()? {
            b"II" => ByteOrder::LittleEndian,
            b"MM" => ByteOrder::BigEndian,
            _ => return None,
        };
        if order.short(reader.array()?) != TIFF_VERSION {
            return None;
        }
        let directory = order.long(reader.array()?);
        let mut reader = Reader::new(tiff.get(usize::try_from(directory).ok()?..)?);
        let count = order.short(reader.array()?);
        for _ in 0..count {
            let tag = order.short(reader.array()?);
            let kind = order.short(reader.array()?);
            let values = order.long(reader.array()?);
            let value = order.short(reader.array()?);
            let _unused_half = reader.take(2)?;
            if (tag, kind, values) == (ORIENTATION_TAG, SHORT_KIND, 1) {
                return Self::from_exif(value);
            }
        }
        None
    }

    fn from_exif(value: u16) -> Option<Self> {
        Some(match value {
            1 => Self::Normal,
            2 => Self::Mirrored,
            3 => Self::HalfTurn,
            4 => Self::Flipped,
            5 => Self::Transposed,
            6 => Self::QuarterTurnRight,
            7 => Self::Transversed,
            8 => Self::QuarterTurnLeft,
            _ => return None,
        })
    }
}

const TIFF_VERSION: u16 = 42;
const ORIENTATION_TAG: u16 = 0x0112;
const SHORT_KIND: u16 = 3;

#[derive(Clone, Copy)]
enum ByteOrder {
    LittleEndian,
    BigEndian,
}

impl ByteOrder {
    fn short(self, bytes: [u8; 2]) -> u16 {
        match self {
            Self::LittleEndian => u16::from_le_bytes(bytes),
            Self::BigEndian => u16::from_be_bytes(bytes),
        }
    }

    fn long(self, bytes: [u8; 4]) -> u32 {
        match self {
            Self::LittleEndian => u32::from_le_bytes(bytes),
            Self::BigEndian => u32::from_be_bytes(bytes),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::samples::{exif_big_endian, exif_little_endian};
    use super::*;

    const ALL: [Orientation; 8] = [
        Orientation::Normal,
        Orientation::Mirrored,
        Orientation::HalfTurn,
        Orientation::Flipped,
        Orientation::Transposed,
        Orientation::QuarterTurnRight,
        Orientation::Transversed,
        Orientation::QuarterTurnLeft,
    ];

    #[test]
    fn each_orientation_is_read_in_both_byte_orders() {
        for (value, orientation) in (1..).zip(ALL) {
            assert_eq!(Orientation::in_exif(&exif_little_endian(value)), Some(orientation));
            assert_eq!(Orientation::in_exif(&exif_big_endian(value)), Some(orientation));
        }
    }

    #[test]
    fn what_can_t_be_understood_says_nothing() {
        for value in [0, 9, 256, u16::MAX] {
            assert_eq!(Orientation::in_exif(&exif_little_endian(value)), None);
        }
        for tiff in [
            b"".as_slice(),
            b"II",
            b"XX\x2A\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0",
            // Another version.
            b"II\x2B\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0",
            // A directory that is nowhere.
            b"II\x2A\0\xFF\xFF\xFF\xFF\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0",
            // More entries than there are.
            b"II\x2A\0\x08\0\0\0\xFF\xFF\x13\x01\x03\0\x01\0\0\0\x06\0\0\0",
            // A text instead of a number.
            b"II\x2A\0\x08\0\0\0\x01\0\x12\x01\x02\0\x01\0\0\0\x06\0\0\0",
            // Several values, which are elsewhere.
            b"II\x2A\0\x08\0\0\0\x01\0\x12\x01\x03\0\xFF\xFF\xFF\xFF\x06\0\0\0",
        ] {
            assert_eq!(Orientation::in_exif(tiff), None, "{tiff:?}");
        }
    }

    #[test]
    fn a_directory_can_be_anywhere() {
        let tiff = b"MM\0\x2A\0\0\0\x0Bgap\0\x02\x01\x0F\0\x02\0\0\0\x04acme\x01\x12\0\x03\0\0\0\x01\0\x08\0\0";
        assert_eq!(Orientation::in_exif(tiff), Some(Orientation::QuarterTurnLeft));
    }

    #[test]
    fn data_cut_off_anywhere_says_nothing() {
        let tiff = exif_big_endian(6);
        for length in 0..tiff.len() {
            assert_eq!(Orientation::in_exif(tiff.get(..length).unwrap()), None);
        }
    }

    proptest! {
        #[test]
        fn no_bytes_do_harm(mut tiff in prop::collection::vec(any::<u8>(), 0..200), big: bool) {
            Orientation::in_exif(&tiff);
            let header = if big { b"MM\0\x2A" } else { b"II\x2A\0" };
            tiff.splice(0..0, *header);
            Orientation::in_exif(&tiff);
        }
    }
}
