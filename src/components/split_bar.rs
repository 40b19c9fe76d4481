//! A bar in two parts, for shares of a whole.

use leptos::{prelude::*, svg};

/// The gap between the parts, in hundredths of the bar.
const GAP: f64 = 0.8;

/// Draws `first` and `second`, counts of the same thing, as parts of a bar whose whole is `total`. Decoration: the numbers
/// stand beside it.
#[component]
pub fn SplitBar(
    /// The part drawn from the start.
    first: u64,
    /// The part drawn from the end.
    second: u64,
    /// The whole; not less than both parts together.
    total: u64,
) -> impl IntoView {
    let hundredths = |count: u64| if total == 0 { 0.0 } else { count as f64 / total as f64 * 100.0 };
    let (first_share, second_share) = (hundredths(first), hundredths(second));
    let gap = if first > 0 && second > 0 { GAP / 2.0 } else { 0.0 };
    let part = |class: &'static str, start: f64, width: f64| {
        svg::rect()
            .attr("class", class)
            .attr("x", format!("{start:.2}"))
            .attr("width", format!("{:.2}", width.max(0.0)))
            .attr("height", "1")
    };
    svg::svg()
        .attr("class", "split-bar")
        .attr("viewBox", "0 0 100 1")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .child((
            part("track", 0.0, 100.0),
            part("first", 0.0, first_share - gap),
            part("second", first_share + gap, second_share - gap),
        ))
}
