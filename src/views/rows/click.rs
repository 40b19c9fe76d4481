//! What a click on a row means.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTableRowElement, MouseEvent, PointerEvent};

/// How far the pointer may wander in a click, in CSS pixels; farther, and it has selected text.
const CLICK: i32 = 4;

/// Finds the row that a click means, on behalf of all rows.
#[derive(Clone, Copy)]
pub struct RowClick(StoredValue<Option<(i32, i32)>>);

impl RowClick {
    /// Nothing is pressed yet.
    pub fn new() -> Self {
        Self(StoredValue::new(None))
    }

    /// The pointer goes down.
    pub fn press(self, event: &PointerEvent) {
        self.0.set_value(Some((event.client_x(), event.client_y())));
    }

    /// The position of the row that was clicked. `None` for a click on a control that does something else, and for the end of
    /// a text selection. A control with `data-open` stands for its row.
    pub fn row(self, event: &MouseEvent) -> Option<usize> {
        let pressed = self.0.try_update_value(Option::take).flatten();
        let has_wandered =
            |(x, y): (i32, i32)| (event.client_x() - x).abs() > CLICK || (event.client_y() - y).abs() > CLICK;
        // A click of the keyboard has no place and no count.
        if event.detail() > 0 && pressed.is_some_and(has_wandered) {
            return None;
        }
        let target: Element = event.target()?.dyn_into().ok()?;
        let control = target.closest("a[href], button, input, select, label, summary").ok()?;
        if control.is_some_and(|control| !control.has_attribute("data-open")) {
            return None;
        }
        let row: HtmlTableRowElement = target.closest("tr").ok()??.dyn_into().ok()?;
        usize::try_from(row.section_row_index()).ok()
    }
}
