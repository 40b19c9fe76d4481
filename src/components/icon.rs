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
    /// An envelope.
    Mail,
    /// A telephone receiver.
    Phone,
    /// A pin on a map.
    Place,
    /// A globe.
    Web,
    /// Two sheets, one over the other.
    Copy,
    /// A tick.
    Check,
    /// An arrow into a tray.
    Download,
    /// The corners of a QR code.
    QrCode,
    /// A pencil.
    Edit,
    /// A plus sign.
    Add,
    /// A frame around a part.
    Crop,
    /// An arrow that goes round to the right.
    Rotate,
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
            Self::Mail => "M3 5h14v10H3zM3 5.5l7 5.5 7-5.5",
            Self::Phone => {
                "M6.5 3H4a1 1 0 0 0-1 1.1A14 14 0 0 0 15.9 17a1 1 0 0 0 1.1-1v-2.5l-3.8-1.5-1.7 1.7a10.5 10.5 0 0 1-5.2-5.2L8 6.8z"
            }
            Self::Place => {
                "M10 17.5s5.5-4.6 5.5-9a5.5 5.5 0 0 0-11 0c0 4.4 5.5 9 5.5 9zM10 10.5a2 2 0 1 0 0-4 2 2 0 0 0 0 4z"
            }
            Self::Web => "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM3 10h14M10 3c4 4 4 10 0 14M10 3c-4 4-4 10 0 14",
            Self::Copy => "M7.5 7.5h9v9h-9zM4 12.5h-.5v-9h9V4",
            Self::Check => "M4 10.5l4 4 8-9",
            Self::Download => "M10 3v9.5M6 9l4 4 4-4M3.5 16.5h13",
            Self::Edit => "M4 16l.75-3.25L13.5 4l2.5 2.5-8.75 8.75zM11.5 6l2.5 2.5",
            Self::Add => "M10 4v12M4 10h12",
            Self::Crop => "M6 2.5V14h11.5M2.5 6H14v11.5",
            Self::Rotate => "M15.5 10a5.5 5.5 0 1 1-2-4.2M14 2.5V6h-3.5",
            Self::QrCode => "M3.5 3.5h5v5h-5zM11.5 3.5h5v5h-5zM3.5 11.5h5v5h-5zM11.5 11.5h2v2h-2zM16.5 14.5v2h-3",
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
