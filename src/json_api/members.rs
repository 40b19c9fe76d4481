//! Objects and their members.

use serde_json_borrow::Value;

/// An object of a body: its members, in their order, with the texts that the body has.
pub type Object<'a> = serde_json_borrow::ObjectAsVec<'a>;

/// The member of an object by its name, the first if it is there more than once; `None` where it is absent, or of a value that
/// is no object.
pub fn member<'value, 'body>(value: &'value Value<'body>, name: &str) -> Option<&'value Value<'body>> {
    value.as_object()?.get(name)
}

/// The members of an object by their names, the last if one is there more than once; null for one that is absent.
pub fn take<'body, const N: usize>(object: Object<'body>, names: [&str; N]) -> [Value<'body>; N] {
    let mut taken = [const { Value::Null }; N];
    for (name, value) in object.into_vec() {
        if let Some(place) = names.iter().position(|wanted| *wanted == name) {
            taken[place] = value;
        }
    }
    taken
}

/// What `read` makes of a value as it comes in a body.
#[cfg(test)]
pub(super) fn read_as_body<T>(json: &serde_json::Value, read: impl FnOnce(Value) -> T) -> T {
    read(serde_json::from_str(&json.to_string()).unwrap())
}
