//! The focus in the rows.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlTableRowElement, HtmlTableSectionElement};

use crate::components::{attribute, focus};

/// What has the focus in the rows, and the row's place, counted from 0.
pub struct RowFocus {
    focused: Element,
    position: u32,
}

impl RowFocus {
    /// As it is now; `None` where the focus is elsewhere.
    pub fn in_rows(body: &HtmlTableSectionElement) -> Option<Self> {
        let focused = focus::active_element(body).filter(|active| body.contains(Some(active)))?;
        let position = u32::try_from(position(&focused)?).ok()?;
        Some(Self { focused, position })
    }

    /// Once the rows are up to date: if they took away what had the focus, it goes to the row in that place, or to the last
    /// one, or to the list.
    pub fn keep(self, body: &HtmlTableSectionElement) {
        if self.focused.is_connected() && self.focused.matches("tr, a[href], button:not([hidden])").unwrap_or(false) {
            return;
        }
        let rows = body.rows();
        let row = rows.item(self.position.min(rows.length().saturating_sub(1)));
        if let Some(left) = row.or_else(|| body.closest(".list").ok().flatten()) {
            focus::give(&left);
        }
    }
}

/// The place of the row around an element, counted from 0.
pub fn position(inside: &Element) -> Option<usize> {
    let row = inside.closest("tr").ok()??;
    usize::try_from(row.dyn_ref::<HtmlTableRowElement>()?.section_row_index()).ok()
}

/// Makes the row that has the focus the one that Tab stops at.
pub fn tab_stops_at(event: &Event) {
    let row = event.target().and_then(|target| target.dyn_into::<Element>().ok()?.closest("tr").ok().flatten());
    let Some(row) = row else { return };
    let before = row.parent_element().and_then(|body| body.query_selector("tr[tabindex='0']").ok().flatten());
    if let Some(before) = before {
        attribute::set(&before, "tabindex", "-1");
    }
    attribute::set(&row, "tabindex", "0");
}
