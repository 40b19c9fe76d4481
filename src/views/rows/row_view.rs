//! The rows on the screen.

use std::cell::OnceCell;

use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlTableRowElement, Node, Text};

use super::{cell_content::CellContent, cell_view::CellView, prototype::Prototype};
use crate::{
    components::{attribute, number::NumberFormat},
    domain::agent::Agent,
    locale::Locale,
    views::columns::Column,
};

/// Set on an avatar whose photo is still to come, so that what it holds is not seen.
const AWAITED: &str = "data-awaited";

/// A row that is cloned from a pattern. Its nodes are looked up when it is first patched: many rows never are.
pub struct Row {
    element: HtmlTableRowElement,
    view: OnceCell<Option<RowView>>,
}

impl Row {
    /// A row that shows the agent whom `pattern` shows, but for the photo.
    pub fn like(pattern: &RowView) -> Option<Self> {
        Some(Self { element: clone(&pattern.row)?.dyn_into().ok()?, view: OnceCell::new() })
    }

    /// The row.
    pub fn element(&self) -> &HtmlTableRowElement {
        &self.element
    }

    /// Shows the photo of the agent who is shown already. The row is in the page by now: a photo that is asked for before is
    /// asked for twice.
    pub fn show_photo(&self, prototype: &Prototype, agent: &Agent) {
        let Some(address) = &agent.image_url else { return };
        let photo = match self.view.get() {
            Some(view) => view.as_ref().and_then(|view| view.renew_photo(prototype)),
            // The pattern has made a place for it.
            None => self.element.query_selector("img").ok().flatten(),
        };
        if let Some(photo) = photo {
            attribute::set(&photo, "src", address);
        }
    }

    /// The row's nodes.
    pub fn view(&self, columns: &[Column]) -> Option<&RowView> {
        self.view.get_or_init(|| RowView::of(self.element.clone(), columns)).as_ref()
    }
}

/// The nodes of a row that change.
pub struct RowView {
    row: HtmlTableRowElement,
    avatar: Element,
    name: Text,
    cells: Vec<CellView>,
}

impl RowView {
    /// A new row to clone others from. It shows an agent of whom nothing is known.
    pub fn pattern(prototype: &Prototype, columns: &[Column]) -> Option<Self> {
        Self::of(clone(&prototype.row)?.dyn_into().ok()?, columns)
    }

    fn of(row: HtmlTableRowElement, columns: &[Column]) -> Option<Self> {
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

    /// Shows `agent` in a pattern where `before` was shown. A photo only gets its place.
    pub fn model(
        &self,
        prototype: &Prototype,
        columns: &[Column],
        agent: &Agent,
        before: &Agent,
        numbers: NumberFormat,
    ) {
        self.write(columns, agent, before, numbers, prototype.locale);
        match &agent.image_url {
            None => self.avatar.set_text_content(Some(&agent.initials())),
            Some(_) if before.image_url.is_some() => {}
            Some(_) => {
                self.place_photo(prototype);
            }
        }
    }

    /// Shows `agent` where `before` was shown, but for the photo. Whether that is another: the old one is not seen any more.
    pub fn patch(
        &self,
        prototype: &Prototype,
        columns: &[Column],
        agent: &Agent,
        before: &Agent,
        numbers: NumberFormat,
    ) -> bool {
        self.write(columns, agent, before, numbers, prototype.locale);
        if agent.image_url == before.image_url && agent.initials() == before.initials() {
            return false;
        }
        let has_photo = agent.image_url.is_some();
        attribute::toggle(&self.avatar, AWAITED, has_photo);
        if !has_photo {
            self.avatar.set_text_content(Some(&agent.initials()));
        }
        has_photo
    }

    fn write(&self, columns: &[Column], agent: &Agent, before: &Agent, numbers: NumberFormat, locale: Locale) {
        let name = agent.display_name(locale);
        if name != before.display_name(locale) {
            self.name.set_data(&name);
        }
        for (cell, column) in self.cells.iter().zip(columns) {
            let (content, before) = (CellContent::of(column, agent), CellContent::of(column, before));
            if content != before {
                cell.show(content, before, numbers);
            }
        }
    }

    /// A new place for a photo: an old one whose address is changed would show the face of the agent before for as long as
    /// the new one loads.
    fn renew_photo(&self, prototype: &Prototype) -> Option<Element> {
        let photo = self.place_photo(prototype);
        attribute::remove(&self.avatar, AWAITED);
        photo
    }

    fn place_photo(&self, prototype: &Prototype) -> Option<Element> {
        let photo = clone(&prototype.photo)?;
        self.avatar.replace_children_with_node_1(&photo);
        Some(photo)
    }
}

fn clone(node: &Node) -> Option<Element> {
    // Only a shadow root can't be cloned.
    node.clone_node_with_deep(true).ok()?.dyn_into().ok()
}
