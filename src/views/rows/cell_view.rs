//! One cell on the screen.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node, Text};

use super::{cell_content::CellContent, prototype::TAGS_SHOWN};
use crate::{
    components::{attribute, number::NumberFormat},
    views::columns::{Column, Content},
};

/// A cell cloned from the prototype's, and its nodes that change.
pub struct CellView {
    cell: Element,
    texts: Vec<Text>,
    /// What stands in the cell beside or around the texts: a link, a button, chips.
    controls: Vec<Element>,
    /// Where a text leads, in a cell of links.
    address: Option<fn(&str) -> Option<String>>,
}

impl CellView {
    /// A cell of this column.
    pub fn new(cell: Element, column: &Column) -> Self {
        let children = cell.children();
        let controls: Vec<_> = (0..children.length()).filter_map(|place| children.item(place)).collect();
        let texts = match column.content {
            Content::Link(..) | Content::Tags => controls.iter().filter_map(|control| text_in(control)).collect(),
            _ => text_in(&cell).into_iter().collect(),
        };
        let address = match column.content {
            Content::Link(address, _) => Some(address),
            _ => None,
        };
        Self { cell, texts, controls, address }
    }

    /// Shows `content` where `before` was shown.
    pub fn show(&self, content: CellContent, before: CellContent, numbers: NumberFormat) {
        match (content, before) {
            (CellContent::Text(text), _) => self.write(0, text),
            (CellContent::Count(count), _) => self.write(0, count.map(|count| numbers.format(count)).as_deref()),
            (CellContent::Link(text), _) => {
                self.write(0, text);
                self.link(text.and_then(|text| self.address?(text)));
            }
            (CellContent::Filter { text, filters }, before) => {
                self.write(0, text);
                self.show_control(0, filters, matches!(before, CellContent::Filter { filters: true, .. }));
            }
            (CellContent::Tags(tags), CellContent::Tags(before)) => self.show_tags(tags, before),
            (CellContent::Tags(tags), _) => self.show_tags(tags, &[]),
        }
        if content.is_empty() != before.is_empty() {
            attribute::toggle(&self.cell, "data-empty", content.is_empty());
        }
    }

    fn show_tags(&self, tags: &[String], before: &[String]) {
        for place in 0..TAGS_SHOWN {
            self.show_chip(place, tags.get(place).map(String::as_str), before.get(place).map(String::as_str));
        }
        let count = |tags: &[String]| tags.len().checked_sub(TAGS_SHOWN + 1).map(|more| format!("+{}", more + 1));
        self.show_chip(TAGS_SHOWN, count(tags).as_deref(), count(before).as_deref());
        if let (Some(more), Some(chip)) = (tags.get(TAGS_SHOWN..), self.controls.get(TAGS_SHOWN)) {
            attribute::set(chip, "title", &more.join(", "));
        }
    }

    fn show_chip(&self, place: usize, text: Option<&str>, before: Option<&str>) {
        if text != before {
            self.write(place, text);
            self.show_control(place, text.is_some(), before.is_some());
        }
    }

    fn write(&self, place: usize, text: Option<&str>) {
        if let Some(node) = self.texts.get(place) {
            node.set_data(text.unwrap_or_default());
        }
    }

    fn show_control(&self, place: usize, is_shown: bool, was_shown: bool) {
        if let Some(control) = self.controls.get(place).filter(|_| is_shown != was_shown) {
            attribute::toggle(control, "hidden", !is_shown);
        }
    }

    /// A link without an address is none.
    fn link(&self, address: Option<String>) {
        match (self.controls.first(), address) {
            (Some(link), Some(address)) => attribute::set(link, "href", &address),
            (Some(link), None) => attribute::remove(link, "href"),
            (None, _) => {}
        }
    }
}

fn text_in(node: &Node) -> Option<Text> {
    node.first_child()?.dyn_into().ok()
}
