//! One row on the screen.

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTableRowElement, Node, Text};

use super::{cell_content::CellContent, cell_view::CellView, prototype::Prototype};
use crate::{
    components::{attribute, number::NumberFormat},
    domain::agent::Agent,
    views::columns::Column,
};

/// A clone of the prototype.
pub struct RowView {
    row: HtmlTableRowElement,
    avatar: Element,
    name: Text,
    cells: Vec<CellView>,
}

impl RowView {
    /// A new row, which shows an agent of whom nothing is known.
    pub fn new(prototype: &Prototype, columns: &[Column]) -> Option<Self> {
        let row: HtmlTableRowElement = clone(&prototype.row)?.dyn_into().ok()?;
        let cells = row.cells();
        let first = cells.item(0)?;
        let (avatar, button) = (first.first_element_child()?, first.last_element_child()?);
        let name = button.first_child()?.dyn_into().ok()?;
        let cells = (1..cells.length())
            .zip(columns)
            .filter_map(|(place, column)| Some(CellView::new(cells.item(place)?, column)))
            .collect();
        Some(Self { row, avatar, name, cells })
    }

    /// The row.
    pub fn element(&self) -> &HtmlTableRowElement {
        &self.row
    }

    /// Shows `agent` where `before` was shown.
    pub fn patch(
        &self,
        prototype: &Prototype,
        columns: &[Column],
        agent: &Agent,
        before: &Agent,
        numbers: NumberFormat,
    ) {
        let name = agent.display_name();
        if name != before.display_name() {
            self.name.set_data(&name);
        }
        if agent.image_url != before.image_url || agent.initials() != before.initials() {
            self.show_avatar(prototype, agent);
        }
        for (cell, column) in self.cells.iter().zip(columns) {
            let (content, before) = (CellContent::of(column, agent), CellContent::of(column, before));
            if content != before {
                cell.show(content, before, numbers);
            }
        }
    }

    /// A new photo takes the place of the old one: one whose address is changed would show the face of the agent before for
    /// as long as it loads.
    fn show_avatar(&self, prototype: &Prototype, agent: &Agent) {
        match (&agent.image_url, clone(&prototype.photo)) {
            (Some(address), Some(photo)) => {
                self.avatar.replace_children_with_node_1(&photo);
                // In the page by now: a photo that is asked for before is asked for twice.
                attribute::set(&photo, "src", address);
            }
            _ => self.avatar.set_text_content(Some(&agent.initials())),
        }
    }
}

fn clone(node: &Node) -> Option<Element> {
    // Only a shadow root can't be cloned.
    node.clone_node_with_deep(true).ok()?.dyn_into().ok()
}
