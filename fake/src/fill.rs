//! Values for what the document requires and the stand-in was not written for.

use serde_json::{Map, Value};

use crate::spec::Schema;

/// An object with a plain value for each required property that is missing, in what it holds as well.
pub(crate) fn filled(schema: Schema, value: Value) -> Value {
    match value {
        Value::Object(object) => members(schema.plain(), object).into(),
        Value::Array(values) => match schema.plain().items() {
            Some(items) => values.into_iter().map(|one| filled(items, one)).collect(),
            None => values.into(),
        },
        value => value,
    }
}

fn members(schema: Schema, mut object: Map<String, Value>) -> Map<String, Value> {
    for (name, property) in schema.properties() {
        // An id that may be expanded is not an object yet.
        if property.expansion().is_none()
            && let Some(value) = object.remove(name)
        {
            object.insert(name.into(), filled(property, value));
        }
    }
    for name in schema.required() {
        let Some(property) = schema.property(name) else {
            continue;
        };
        if object.get(name).is_none_or(Value::is_null) && !property.is_nullable() {
            object.insert(name.into(), plainest(property));
        }
    }
    object
}

/// The plainest value of a schema.
fn plainest(schema: Schema) -> Value {
    if let Some(choice) = schema.choices().next() {
        return plainest(choice);
    }
    if let Some(first) = schema.values().and_then(|values| values.first().copied()) {
        return first.into();
    }
    match schema.kind() {
        Some("object") => members(schema, Map::new()).into(),
        Some("array") => Value::Array(Vec::new()),
        Some("string") => "".into(),
        Some("integer") => 0.into(),
        Some("number") => 0.5.into(),
        Some("boolean") => false.into(),
        _ => Value::Null,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn schema(value: Value) -> Schema {
        Schema::new(Box::leak(Box::new(value)))
    }

    #[test]
    fn what_is_required_and_missing_gets_a_plain_value() {
        let required = [
            "text", "kind", "size", "share", "done", "all", "part", "seen",
        ];
        let schema = schema(json!({
            "type": "object", "required": required,
            "properties": {
                "text": { "type": "string" }, "kind": { "type": "string", "enum": ["a", "b"] },
                "size": { "type": "integer" }, "share": { "type": "number" },
                "done": { "type": "boolean" }, "all": { "type": "array" },
                "part": { "anyOf": [
                    { "type": "object", "required": ["deep"], "properties": { "deep": { "type": "boolean" } } },
                ] },
                "seen": { "type": "string", "nullable": true }, "note": { "type": "string" },
                "list": { "type": "array", "items": {
                    "type": "object", "required": ["one"], "properties": { "one": { "type": "integer" } }
                } },
            }
        }));
        let expected = json!({
            "text": "mine", "kind": "a", "size": 0, "share": 0.5, "done": false, "all": [],
            "part": { "deep": false }, "list": [{ "one": 0 }, { "one": 2 }],
        });
        let given = json!({ "text": "mine", "size": null, "list": [{}, { "one": 2 }] });
        assert_eq!(filled(schema, given), expected);
    }
}
