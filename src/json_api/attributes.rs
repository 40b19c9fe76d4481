//! Values whose exact form nobody has promised.

use serde_json_borrow::{Number, Value};

use super::members::member;

/// Text, or a number or boolean as text; blank text counts as absent. Lines end by one character, as in a text area of a
/// page, where multipart forms and other clients write two (RFC 2046, section 4.1.1).
pub fn text(value: &Value) -> Option<String> {
    match value {
        Value::Str(text) => Some(text.trim()).filter(|text| !text.is_empty()).map(with_single_line_ends),
        Value::Number(number) => Some(as_json(*number)),
        Value::Bool(boolean) => Some(boolean.to_string()),
        Value::Null | Value::Array(_) | Value::Object(_) => None,
    }
}

fn with_single_line_ends(text: &str) -> String {
    // Looking for one byte is much faster, and few texts have it.
    if text.contains('\r') { text.replace("\r\n", "\n") } else { text.to_owned() }
}

/// A number as JSON writes it, `12.0` with its fraction; the value itself would leave that out.
fn as_json(number: Number) -> String {
    serde_json::Number::from(number).to_string()
}

/// An id: text, or a whole number as its digits. A number that JSON readers keep as a float (above 2⁶⁴ or with a fraction) has
/// lost digits and counts as absent: keeping every digit of every number would cost each visitor a larger download.
pub fn id(value: &Value) -> Option<String> {
    match value {
        Value::Str(_) => text(value),
        Value::Number(number) if !number.is_f64() => Some(as_json(*number)),
        _ => None,
    }
}

/// A count: `12`, `12.0`, `"12"`. Anything that is no whole number from 0 on counts as absent.
pub fn count(value: &Value) -> Option<u64> {
    match value {
        Value::Number(number) => number.as_u64().or_else(|| number.as_f64().and_then(whole)),
        Value::Str(text) => text.trim().parse().ok().or_else(|| text.trim().parse().ok().and_then(whole)),
        _ => None,
    }
}

/// The greatest number up to which a float still counts one by one.
const EXACT_IN_FLOAT: f64 = 9_007_199_254_740_992.0;

fn whole(number: f64) -> Option<u64> {
    (number.fract() == 0.0 && (0.0..=EXACT_IN_FLOAT).contains(&number)).then_some(number as u64)
}

/// Names in any of the forms that tags come in: `["VIP"]`, `[{"name":"VIP"}]`, `"VIP, Gold"`, null. None is listed twice.
pub fn names(value: &Value) -> Vec<String> {
    let all: Vec<String> = match value {
        Value::Array(items) => items.iter().filter_map(|item| text(member(item, "name").unwrap_or(item))).collect(),
        Value::Str(list) => list.split(',').filter_map(|name| text(&name.into())).collect(),
        _ => Vec::new(),
    };
    let mut names = Vec::with_capacity(all.len());
    for name in all {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// The address of a picture: text, or an object with a `url`.
pub fn picture(value: &Value) -> Option<String> {
    text(member(value, "url").unwrap_or(value))
}

/// Any value as text for people to read: a list with commas, an object as JSON. What is null, blank or empty counts as absent.
pub fn any_as_text(value: &Value) -> Option<String> {
    match value {
        Value::Array(items) => {
            let items: Vec<String> = items.iter().filter_map(any_as_text).collect();
            Some(items.join(", ")).filter(|list| !list.is_empty())
        }
        Value::Object(members) => (!members.is_empty()).then(|| value.to_string()),
        _ => text(value),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::json_api::members::read_as_body;

    #[test]
    fn a_count_may_come_as_text_or_float() {
        for twelve in [json!(12), json!(12.0), json!("12"), json!(" 12.0 ")] {
            assert_eq!(read_as_body(&twelve, |value| count(&value)), Some(12), "{twelve}");
        }
        for none in [json!(-1), json!(1.5), json!("many"), json!(null), json!("NaN"), json!([12]), json!(1e300)] {
            assert_eq!(read_as_body(&none, |value| count(&value)), None, "{none}");
        }
    }

    #[test]
    fn tags_come_in_many_forms() {
        let names = |json| read_as_body(&json, |value| names(&value));
        for tags in [json!(["VIP", "Gold"]), json!([{"name": "VIP"}, {"name": "Gold"}]), json!("VIP, Gold,,VIP")] {
            assert_eq!(names(tags.clone()), ["VIP", "Gold"], "{tags}");
        }
        assert!(names(json!(null)).is_empty());
        assert!(names(json!([null, {"id": 1}, " "])).is_empty());
    }

    #[test]
    fn an_id_keeps_all_its_digits_or_is_none() {
        for (written, kept) in [("18446744073709551615", "18446744073709551615"), (r#""007""#, "007")] {
            assert_eq!(id(&serde_json::from_str(written).unwrap()).as_deref(), Some(kept));
        }
        for none in ["18446744073709551616", "1.0", "true", "null", "{}", "\" \""] {
            assert_eq!(id(&serde_json::from_str(none).unwrap()), None, "{none}");
        }
    }

    #[test]
    fn any_value_can_be_read_by_people() {
        for (value, shown) in [
            (json!(["English", null, 7]), Some("English, 7")),
            (json!({"open": true}), Some(r#"{"open":true}"#)),
            (json!(1.5), Some("1.5")),
            (json!(12.0), Some("12.0")),
            (json!("one\r\ntwo"), Some("one\ntwo")),
            (json!([" ", []]), None),
            (json!({}), None),
            (json!(null), None),
        ] {
            assert_eq!(read_as_body(&value, |value| any_as_text(&value)).as_deref(), shown, "{value}");
        }
    }

    #[test]
    fn a_picture_is_an_address_or_an_object_that_has_one() {
        let picture = |json| read_as_body(&json, |value| picture(&value));
        assert_eq!(picture(json!("/a.png")).as_deref(), Some("/a.png"));
        assert_eq!(picture(json!({"url": "/a.png"})).as_deref(), Some("/a.png"));
        assert_eq!(picture(json!({"url": null})), None);
    }
}
