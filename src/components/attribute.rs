//! Attributes of elements that the view library doesn't draw.

use web_sys::Element;

/// Sets an attribute. `name` must be one of ours: only a name that no attribute can have fails.
pub fn set(element: &Element, name: &str, value: &str) {
    let _ = element.set_attribute(name, value);
}

/// Takes an attribute off.
pub fn remove(element: &Element, name: &str) {
    let _ = element.remove_attribute(name);
}

/// Sets an attribute without a value, or takes it off. `name` as for [`set`].
pub fn toggle(element: &Element, name: &str, is_set: bool) {
    let _ = element.toggle_attribute_with_force(name, is_set);
}
