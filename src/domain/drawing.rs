//! How a picture is drawn on a canvas: the same wherever it is done.

use super::crop::Crop;

/// The size of a canvas, and where on it a picture comes to lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Drawing {
    /// The width of the canvas, in pixels.
    pub width: u32,
    /// Its height.
    pub height: u32,
    /// The matrix that takes the picture's points to the canvas, in the order of a canvas's `setTransform`.
    pub transform: [f64; 6],
}

impl Drawing {
    /// The whole of a picture of this size, scaled down so that no side is longer than `longest`.
    pub fn scaled((width, height): (f64, f64), longest: u32) -> Self {
        let scale = (f64::from(longest) / width.max(height)).min(1.0);
        let scaled = |side: f64| (side * scale).round().max(1.0);
        let (to_width, to_height) = (scaled(width), scaled(height));
        Self {
            width: to_width as u32,
            height: to_height as u32,
            transform: [to_width / width, 0.0, 0.0, to_height / height, 0.0, 0.0],
        }
    }

    /// A square of a picture of this size, with sides of at most `longest`.
    pub fn cropped(size: (f64, f64), crop: Crop, longest: u32) -> Self {
        Self::filling(size, crop, crop.square(size).side.min(f64::from(longest)).round().max(1.0) as u32)
    }

    /// A square of a picture of this size, on the whole of a square canvas with this side.
    pub fn filling(size: (f64, f64), crop: Crop, side: u32) -> Self {
        let ((width, height), square) = (crop.turned(size), crop.square(size));
        let scale = f64::from(side) / square.side;
        // The cosine and the sine of the turn, and where the picture's upper left corner lies after it.
        let ((cosine, sine), (x, y)) = match crop.quarter_turns {
            0 => ((1.0, 0.0), (0.0, 0.0)),
            1 => ((0.0, 1.0), (width, 0.0)),
            2 => ((-1.0, 0.0), (width, height)),
            _ => ((0.0, -1.0), (0.0, height)),
        };
        let turn = [cosine, sine, -sine, cosine, x - square.left, y - square.top];
        Self { width: side, height: side, transform: turn.map(|entry| entry * scale) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where a point of the picture comes to lie.
    fn place(drawing: &Drawing, (x, y): (f64, f64)) -> (f64, f64) {
        let [a, b, c, d, e, f] = drawing.transform;
        (a * x + c * y + e, b * x + d * y + f)
    }

    #[test]
    fn a_large_picture_is_scaled_to_its_longest_side_and_a_small_one_is_not() {
        let drawing = Drawing::scaled((3000.0, 600.0), 1024);
        assert_eq!((drawing.width, drawing.height), (1024, 205));
        assert_eq!(place(&drawing, (3000.0, 600.0)), (1024.0, 205.0));
        assert_eq!(Drawing::scaled((30.0, 20.0), 1024).transform, [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
        assert_eq!(Drawing::scaled((12_000.0, 1.0), 1024).height, 1);
    }

    #[test]
    fn however_a_picture_is_turned_the_kept_square_fills_the_canvas() {
        let size = (400.0, 200.0);
        // The corners of the picture's left half that lie upper left and lower right on the canvas.
        for (quarter_turns, x, y, upper_left, lower_right) in [
            (0, 0.0, 0.5, (0.0, 0.0), (200.0, 200.0)),
            (1, 0.5, 0.0, (0.0, 200.0), (200.0, 0.0)),
            (2, 1.0, 0.5, (200.0, 200.0), (0.0, 0.0)),
            (3, 0.5, 1.0, (200.0, 0.0), (0.0, 200.0)),
        ] {
            let drawing = Drawing::cropped(size, Crop { quarter_turns, x, y, zoom: 1.0 }, 100);
            assert_eq!((drawing.width, drawing.height), (100, 100));
            assert_eq!(place(&drawing, upper_left), (0.0, 0.0), "{quarter_turns}");
            assert_eq!(place(&drawing, lower_right), (100.0, 100.0), "{quarter_turns}");
        }
        assert_eq!(Drawing::cropped(size, Crop::default(), 1024).width, 200);
    }
}
