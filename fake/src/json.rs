//! JSON as Stripe writes it.

use std::fmt::Write as _;

use serde_json::{Map, Value};

/// The text of a value: indented by two spaces, with `id` and `object` first in each
/// object and the other keys in alphabetical order.
pub(crate) fn text(value: &Value) -> String {
    let mut out = String::new();
    write(&mut out, value, 0);
    out
}

fn write(out: &mut String, value: &Value, depth: usize) {
    match value {
        Value::Object(object) if !object.is_empty() => {
            let entries = ordered(object);
            block(out, depth, '{', '}', entries, |out, (key, value)| {
                // Writing into a `String` cannot fail.
                let _ = write!(out, "{}: ", Value::from(key));
                write(out, value, depth + 1);
            });
        }
        Value::Array(values) if !values.is_empty() => {
            block(out, depth, '[', ']', values, |out, value| {
                write(out, value, depth + 1);
            });
        }
        plain => {
            let _ = write!(out, "{plain}");
        }
    }
}

fn block<T>(
    out: &mut String,
    depth: usize,
    open: char,
    close: char,
    items: impl IntoIterator<Item = T>,
    write_item: impl Fn(&mut String, T),
) {
    out.push(open);
    for (index, item) in items.into_iter().enumerate() {
        out.push_str(if index == 0 { "\n" } else { ",\n" });
        out.push_str(&"  ".repeat(depth + 1));
        write_item(out, item);
    }
    out.push('\n');
    out.push_str(&"  ".repeat(depth));
    out.push(close);
}

fn ordered(object: &Map<String, Value>) -> Vec<(&str, &Value)> {
    let mut entries: Vec<_> = object.iter().map(|(key, value)| (&**key, value)).collect();
    entries.sort_by_key(|(key, _)| match *key {
        "id" => (0, ""),
        "object" => (1, ""),
        key => (2, key),
    });
    entries
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn keys_come_in_stripes_order() {
        let value = json!({
            "created": 1, "object": "o", "url": null, "id": "a\"b",
            "data": [{ "b": [], "a": {}, "id": 2 }, true],
        });
        let expected = r#"{
  "id": "a\"b",
  "object": "o",
  "created": 1,
  "data": [
    {
      "id": 2,
      "a": {},
      "b": []
    },
    true
  ],
  "url": null
}"#;
        assert_eq!(text(&value), expected);
        assert_eq!(serde_json::from_str::<Value>(expected).ok(), Some(value));
    }
}
