//! Line icons, drawn in the colour of the text around them.

use leptos::{prelude::*, svg};

/// An icon of a 20 × 20 grid; decoration only, so the control it is in must have a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A magnifying glass.
    Search,
    /// A cross.
    Close,
    /// To the first page.
    First,
    /// To the previous page.
    Previous,
    /// To the next page.
    Next,
    /// To the last page.
    Last,
    /// An arrow that points up; turned round by the style sheet for a descending order.
    Arrow,
    /// A funnel of lines.
    Filter,
    /// Columns side by side.
    Columns,
    /// A keyboard.
    Keyboard,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Search => "M9 3.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11zM13 13l4 4",
            Self::Close => "M5.5 5.5l9 9M14.5 5.5l-9 9",
            Self::First => "M14.5 5l-5 5 5 5M6 5v10",
            Self::Previous => "M12 5l-5 5 5 5",
            Self::Next => "M8 5l5 5-5 5",
            Self::Last => "M5.5 5l5 5-5 5M14 5v10",
            Self::Arrow => "M10 15.5v-11M5.5 9L10 4.5 14.5 9",
            Self::Filter => "M3.5 6h13M6 10.5h8M8.5 15h3",
            Self::Columns => "M3.5 4.5h13v11h-13zM8 4.5v11M12.5 4.5v11",
            Self::Keyboard => "M2.5 5.5h15v9h-15zM5.5 8.5h.01M8.5 8.5h.01M11.5 8.5h.01M14.5 8.5h.01M6.5 11.75h7",
        }
    }

    /// The icon as markup.
    pub fn draw(self) -> impl IntoView {
        svg::svg()
            .attr("class", "icon")
            .attr("viewBox", "0 0 20 20")
            .attr("aria-hidden", "true")
            .child(svg::path().attr("d", self.path()))
    }
}
