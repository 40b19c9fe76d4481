//! The square of a picture that is kept.

/// How far a picture can be zoomed in.
pub const MOST_ZOOM: f64 = 4.0;

/// A square cut out of a picture that may have been turned first.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Crop {
    /// From 1, where the square is as large as the picture allows, to [`MOST_ZOOM`].
    pub zoom: f64,
    /// Where the square lies from the left edge to the right one, from 0 to 1.
    pub x: f64,
    /// Where it lies from the top edge to the bottom one, from 0 to 1.
    pub y: f64,
    /// How often the picture is turned to the right by 90°, from 0 to 3.
    pub quarter_turns: u8,
}

/// A square in pixels of the turned picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Square {
    /// Its distance from the left.
    pub left: f64,
    /// Its distance from the top.
    pub top: f64,
    /// Its width and height.
    pub side: f64,
}

impl Default for Crop {
    fn default() -> Self {
        Self { zoom: 1.0, x: 0.5, y: 0.5, quarter_turns: 0 }
    }
}

impl Crop {
    /// The size of a picture after it was turned.
    pub fn turned(&self, (width, height): (f64, f64)) -> (f64, f64) {
        if self.quarter_turns.is_multiple_of(2) { (width, height) } else { (height, width) }
    }

    /// The square of a picture of this size.
    pub fn square(&self, size: (f64, f64)) -> Square {
        let (width, height) = self.turned(size);
        let side = width.min(height) / self.zoom.clamp(1.0, MOST_ZOOM);
        let place = |along: f64, length: f64| along.clamp(0.0, 1.0) * (length - side);
        Square { left: place(self.x, width), top: place(self.y, height), side }
    }

    /// This crop with the picture moved by a part of the square's side, to the right and down.
    pub fn moved(self, size: (f64, f64), right: f64, down: f64) -> Self {
        let (width, height) = self.turned(size);
        let side = self.square(size).side;
        let place = |along: f64, length: f64, by: f64| {
            let room = length - side;
            if room > 0.0 { (along - by * side / room).clamp(0.0, 1.0) } else { along }
        };
        Self { x: place(self.x, width, right), y: place(self.y, height, down), ..self }
    }

    /// This crop with the picture turned to the right once more.
    pub fn rotated(self) -> Self {
        Self { quarter_turns: (self.quarter_turns + 1) % 4, x: 1.0 - self.y, y: self.x, ..self }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const WIDE: (f64, f64) = (400.0, 200.0);

    #[test]
    fn at_first_the_square_is_in_the_middle_and_as_large_as_it_can_be() {
        assert_eq!(Crop::default().square(WIDE), Square { left: 100.0, top: 0.0, side: 200.0 });
    }

    #[test]
    fn turned_by_a_quarter_the_same_part_stays_in_sight() {
        let crop = Crop { zoom: 2.0, x: 0.0, y: 1.0, quarter_turns: 0 };
        assert_eq!(crop.square(WIDE), Square { left: 0.0, top: 100.0, side: 100.0 });
        // The lower left corner comes to the upper left.
        assert_eq!(crop.rotated().square(WIDE), Square { left: 0.0, top: 0.0, side: 100.0 });
        let around = (0..4).fold(crop, |crop, _| crop.rotated());
        assert_eq!(around, crop);
    }

    #[test]
    fn a_picture_moved_to_the_right_shows_more_of_its_left() {
        let moved = Crop::default().moved(WIDE, 0.25, 0.5);
        assert_eq!(moved.square(WIDE), Square { left: 50.0, top: 0.0, side: 200.0 });
        assert_eq!(moved.moved(WIDE, 9.0, 0.0).square(WIDE).left, 0.0);
    }

    proptest! {
        #[test]
        fn the_square_is_always_in_the_picture(
            zoom: f64, x: f64, y: f64, quarter_turns in 0..4u8, width in 1.0..1e5f64, height in 1.0..1e5f64,
        ) {
            prop_assume!(!zoom.is_nan() && !x.is_nan() && !y.is_nan());
            let crop = Crop { zoom, x, y, quarter_turns };
            let (square, (width, height)) = (crop.square((width, height)), crop.turned((width, height)));
            prop_assert!(square.side > 0.0 && square.left >= 0.0 && square.top >= 0.0);
            prop_assert!(square.left + square.side <= width + 1e-6 && square.top + square.side <= height + 1e-6);
        }
    }
}
